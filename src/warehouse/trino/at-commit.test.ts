import { expect, test } from 'vitest';
import { atCommit } from './at-commit.ts';

const snapshots = { cases: '9007199254740993', events: '7' };

test('a statement reads the tables that it names at their snapshots', () => {
  expect(atCommit({ sql: 'select * from cases join messages', parameters: [] }, snapshots).sql).toBe(
    'with "cases" as (select * from "cases" for version as of 9007199254740993) select * from cases join messages',
  );
});

test('its own steps follow, and its values stay in their order', () => {
  const { sql, parameters } = atCommit(
    { sql: 'with late as (select ? from events) select * from late', parameters: [1] },
    snapshots,
  );
  expect(sql).toBe(
    'with "events" as (select * from "events" for version as of 7), late as (select ? from events) select * from late',
  );
  expect(parameters).toEqual([1]);
});

test('what names no table stays as it is', () => {
  expect(atCommit({ sql: 'select 1', parameters: [] }, snapshots).sql).toBe('select 1');
});

test('a snapshot that is no number is refused', () => {
  expect(() => atCommit({ sql: 'select * from cases', parameters: [] }, { cases: '1; drop' })).toThrow();
});
