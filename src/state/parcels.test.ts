import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enter, openState, parcelOf, putBack, settle, soleRight, take, waiting } from './index.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'tidemark-state-'));
const parcel = (id: string) => ({
  id,
  schedule: 'monthly',
  period: '2025-03',
  recipient: 'Anna',
  way: '{}',
  content: '{}',
});
const noon = new Date('2025-04-01T12:00:00Z');
const later = new Date('2025-04-01T13:00:00Z');

test('a parcel entered twice is one parcel, also when the first was sent', () => {
  const db = openState(folder());
  enter(db, [parcel('a')], noon);
  settle(db, take(db, noon)?.id ?? '', '250 OK', noon);
  enter(db, [parcel('a'), parcel('b')], later);
  expect(parcelOf(db, 'a')).toMatchObject({ state: 'sent', receipt: '250 OK', readyAt: noon.toISOString() });
  expect(waiting(db)).toBe(1);
  expect(take(db, later)?.id).toBe('b');
});

test('a parcel whose process died while sending comes up again, and counts its tries', () => {
  const path = folder();
  const first = openState(path);
  enter(first, [parcel('a')], noon);
  expect(take(first, noon)?.attempts).toBe(1);
  first.close();
  expect(take(openState(path), noon)).toMatchObject({ id: 'a', attempts: 2 });
});

test('a parcel that was put back waits for its time', () => {
  const db = openState(folder());
  enter(db, [parcel('a')], noon);
  take(db, noon);
  putBack(db, 'a', 'the server was busy', later);
  expect(take(db, noon)).toBeNull();
  expect(take(db, later)).toMatchObject({ id: 'a', trouble: 'the server was busy' });
});

test('a right is given to one at a time, and back again', () => {
  const path = join(folder(), 'right');
  const release = soleRight(path, 0);
  expect(release).not.toBeNull();
  expect(soleRight(path, 0)).toBeNull();
  release?.();
  expect(soleRight(path, 0)).not.toBeNull();
});

test('a file that is no state is said to be none', () => {
  const path = folder();
  writeFileSync(join(path, 'state.db'), 'hello '.repeat(1000));
  expect(() => openState(path)).toThrow(/state\.db: a file that cannot be opened as one; expected/);
});
