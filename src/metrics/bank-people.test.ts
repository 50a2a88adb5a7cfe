import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comparePeopleByShare } from '../chance/index.ts';
import { importFiles } from '../intake/index.ts';
import { openWarehouse, type Warehouse } from '../warehouse/index.ts';
import { comparePeople } from './compare-people.ts';
import type { PeopleFigures } from './index.ts';

const january = '../shared/data/calls/anonymous-bank-1999-january/january.txt';

describe.skipIf(!existsSync(january))("the bank's January by agent (needs ../shared/data)", () => {
  let warehouse: Warehouse;
  let found: PeopleFigures;
  const verdictOf = (name: string) => found.people.find(({ id }) => id === name)?.verdict;

  beforeAll(async () => {
    const opened = await openWarehouse({ path: ':memory:' });
    const mappings = ['examples/anonymous-bank/mappings/calls.yaml'];
    await importFiles({ warehouse: opened, files: [january], mappings });
    warehouse = opened;
    const question = {
      asks: [{ metric: 'talk_time', stats: [] }],
      period: 'all' as const,
      zone: 'Asia/Jerusalem',
      by: [],
      where: [],
      rules: {},
      compare: [],
    };
    found = await comparePeople(warehouse, question, 'agent', { people: true });
  });
  afterAll(() => warehouse.close());

  test('most of what looks like people is the type of call and chance', () => {
    const share = (name: string) => found.shares.find((each) => each.name === name)?.share ?? 0;
    expect(found).toMatchObject({ n: 26_332, mix: ['category', 'day'], allChance: false });
    expect(share('agent')).toBeCloseTo(0.054, 2);
    expect(share('category')).toBeCloseTo(0.277, 2);
    expect(share('chance')).toBeCloseTo(0.668, 2);
  });

  test('which differences are real after call type and day, and which are too early to call', () => {
    const longest = found.people.slice(0, 4).map(({ id }) => id);
    expect(longest).toEqual(['PINHAS', 'ELI', 'AVNI', 'DARMON']);
    for (const name of [...longest, 'MIKI', 'ANAT', 'MORIAH']) expect(verdictOf(name)).toBe('signal');
    for (const name of ['DAVID', 'EXPRESS', 'GELBER', 'NAAMA'])
      expect(verdictOf(name)).toBe('cannot_tell_yet');
  });

  test('the mix of calls moves agents: ELI talks longest of all, but not by that much', () => {
    const eli = found.people.find(({ id }) => id === 'ELI');
    expect(eli?.raw).toBeGreaterThan(250);
    expect(eli?.value).toBeLessThan(190);
  });

  test('seven calls are pulled to the middle', () => {
    const david = found.people.find(({ id }) => id === 'DAVID');
    expect(david?.raw).toBeLessThan(50);
    expect(david?.value).toBeGreaterThan(90);
    expect(david?.reliability).toBeLessThan(0.5);
  });

  test('one agent hangs up on customers: a sixth of the calls are under ten seconds', async () => {
    const rows = await warehouse.rows({
      compile: () =>
        sql`select agent_id, count(*) as n, count_if(talk_s < 10) as short from contact_facts
          where answered and agent_id is not null and talk_s is not null group by 1`.compile(warehouse.db),
    });
    const column = (name: string) => rows.map((row) => Number(row[name]));
    const names = rows.map((row) => String(row['agent_id']));
    const short = comparePeopleByShare(names, column('short'), column('n'), { smallest: 0.02 });
    const [first] = short.people.toSorted((a, b) => b.value - a.value);
    expect(first).toMatchObject({ name: 'MORIAH', verdict: 'signal' });
    expect(first?.value).toBeCloseTo(0.166, 2);
    expect(first?.value).toBeGreaterThan(4 * short.middle);
    expect(first?.standing.first).toBeGreaterThan(0.95);
  });
});
