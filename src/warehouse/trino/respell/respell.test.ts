import { expect, test } from 'vitest';
import { respell } from './respell.ts';
import type { Names } from './tables.ts';

const names = (...temporary: readonly string[]): Names => ({
  temporary: new Set(temporary),
  place: (name) => `work.${name}`,
  isKept: (name) => ['cases', 'case_facts', 'fact_eras'].includes(name),
});

const written = (sql: string, known = names()): string =>
  respell(sql, known)
    .statements.map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .join('; ');

test('a temporary table is made in the work schema, and named there from then on', () => {
  const known = names();
  expect(written('create or replace temp table "turns" as select 1 as n from cases', known)).toBe(
    'create or replace table work.turns as select 1 as n from cases',
  );
  expect(written('select n from turns t join "turns" u on u.n = t.n', known)).toBe(
    'select n from work.turns t join work.turns u on u.n = t.n',
  );
  expect(written('select turns from cases', known)).toBe('select turns from cases');
});

test('a step that is named like a table hides it here as there', () => {
  expect(written('with changes as (select 1) select * from changes')).toBe(
    'with changes as (select 1) select * from changes',
  );
});

test('what was made for the work goes with it', () => {
  expect(respell('drop table "turns"', names('turns')).statements).toEqual([]);
});

test('a kept table is emptied and filled rather than replaced, so that its earlier states can be read', () => {
  expect(respell('create or replace table fact_eras (since varchar)', names())).toEqual({
    statements: ['delete from fact_eras'],
    changes: 'fact_eras',
  });
  expect(written('create or replace table fact_eras as select 1 as since')).toBe(
    'delete from fact_eras; insert into fact_eras select 1 as since',
  );
});

test('a table that only saves work is made for the work alone', () => {
  expect(written('create or replace table source_tells (source varchar)')).toBe(
    'create or replace table work.source_tells (source varchar)',
  );
});

test('rows are deleted by the name of their table', () => {
  const known = names('touched_cases');
  const sql = `delete from "case_facts" as f where true and exists (select 1 from "touched_cases" as t where t.id = "f"."id" and t.f.x = 1)`;
  expect(respell(sql, known).changes).toBe('case_facts');
  expect(written(sql, known)).toBe(
    `delete from "case_facts" where true and exists (select 1 from work.touched_cases as t where t.id = "case_facts"."id" and t.f.x = 1)`,
  );
});

test('rows that follow other rows are merged with them', () => {
  expect(
    written(
      'update case_facts as f set n = coalesce(u.n, f.n) from (select id, n from cases) u where u.id = f.id',
    ),
  ).toBe(
    'merge into case_facts f using (select id, n from cases) u on u.id = f.id when matched then update set n = coalesce(u.n, f.n)',
  );
});

test('the least and greatest of what is known', () => {
  expect(written('select greatest(a, least(b, 1), c) from cases')).toBe(
    'select coalesce(greatest(coalesce(greatest(a, coalesce(least(b, 1), b, 1)), a, coalesce(least(b, 1), b, 1)), c), coalesce(greatest(a, coalesce(least(b, 1), b, 1)), a, coalesce(least(b, 1), b, 1)), c) from cases',
  );
});

test('the value beside the last is a known one, also among some of the rows', () => {
  expect(written("select max_by(nullif(a, ''), (b, c)) from cases")).toBe(
    "select max_by(nullif(a, ''), (b, c)) filter (where nullif(a, '') is not null) from cases",
  );
  expect(written('select max_by(a, b) filter (where c or d) from cases')).toBe(
    'select max_by(a, b) filter (where a is not null and (c or d)) from cases',
  );
});

test('the last one before an instant lies between its own and its neighbour', () => {
  expect(
    written('select * from waits w asof left join stays s on s.n = w.n and s.begun <= greatest_at where w.x'),
  ).toBe(
    'select * from waits w left join (select r.*, lead(begun) over (partition by n order by begun) as _beside from stays r) s on s.n = w.n and s.begun <= greatest_at and (s._beside is null or s._beside > greatest_at) where w.x',
  );
});

test('the first one after an instant is found from the other side', () => {
  expect(
    written('select * from asks a asof join (select * from calls) c on c.n = a.n and c.at >= a.at'),
  ).toBe(
    'select * from asks a join (select r.*, lag(at) over (partition by n order by at) as _beside from (select * from calls) r) c on c.n = a.n and c.at >= a.at and (c._beside is null or c._beside < a.at)',
  );
});

test('rows with and without a partner are a condition, whatever else is asked of them', () => {
  expect(
    written(
      'select * from (select f.* from case_facts f semi join known l on l.id = f.id where a or b) x where c',
    ),
  ).toBe(
    'select * from (select f.* from case_facts f where exists (select 1 from known l where l.id = f.id) and (a or b) ) x where c',
  );
  expect(written('select * from cases c anti join gone g on g.id = c.id group by c.id')).toBe(
    'select * from cases c where not exists (select 1 from gone g where g.id = c.id) group by c.id',
  );
});

test('texts and names that look like words of the language are left alone', () => {
  expect(written(`select 'timestamptz' as "list", c.list from cases c`)).toBe(
    `select 'timestamptz' as "list", c.list from cases c`,
  );
  expect(written('select cast(a as timestamptz), list(b order by b) from cases')).toBe(
    'select cast(a as timestamp(6) with time zone), array_agg(b order by b) from cases',
  );
});

test('a number of rows under a frame is counted', () => {
  const framed = 'window w as (partition by a order by b rows between unbounded preceding and current row)';
  expect(written(`select row_number() over w as n from cases ${framed}`)).toContain('count(*) over w as n');
  expect(written('select row_number() over w as n from cases window w as (order by b)')).toContain(
    'row_number() over w as n',
  );
});
