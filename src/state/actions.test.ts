import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actionsOf, addAction, openState, settleAction } from './index.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'tidemark-actions-'));
const action = (what: string, decidedOn: string) => ({
  what,
  owner: 'service team',
  decidedOn,
  due: '2025-12-01',
  metric: 'csat',
  direction: 'up' as const,
  size: 0.02,
  scope: null,
  origin: null,
});

test('actions keep their numbers and come in the order of their decision', () => {
  const db = openState(folder());
  expect(addAction(db, action('hire', '2025-11-05')).id).toBe(1);
  addAction(db, action('write an article', '2025-10-01'));
  expect(actionsOf(db).map(({ id, what, state }) => [id, what, state])).toEqual([
    [2, 'write an article', 'open'],
    [1, 'hire', 'open'],
  ]);
});

test('an action that is done stays done when the memory is opened again', () => {
  const path = folder();
  const db = openState(path);
  const { id } = addAction(db, action('hire', '2025-11-05'));
  settleAction(db, id, { state: 'done', on: '2025-11-20' });
  db.close();
  expect(actionsOf(openState(path))).toMatchObject([{ id, state: 'done', settledOn: '2025-11-20' }]);
});

test('a number that no action has settles nothing', () => {
  expect(settleAction(openState(folder()), 7, { state: 'dropped', on: '2025-11-20' })).toBeNull();
});
