import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { importFiles } from '../../intake/index.ts';
import { openWarehouse, type Row } from '../index.ts';

const shared = '../shared/data';

/** Loads files by an example's mappings and asks one row of them. */
async function one(
  example: string,
  files: readonly string[],
  mappings: readonly string[],
  ask: string,
): Promise<Row> {
  const warehouse = await openWarehouse({ path: ':memory:' });
  await importFiles({
    warehouse,
    files: files.map((file) => `${shared}/${file}`),
    mappings: mappings.map((name) => `examples/${example}/mappings/${name}.yaml`),
  });
  const [row] = await warehouse.rows({ compile: () => sql.raw(ask).compile(warehouse.db) });
  await warehouse.close();
  return row ?? {};
}

const incidents = 'tickets/bpi2014-rabobank-1000';
const calls = 'calls/anonymous-bank-1999-january';

test.skipIf(!existsSync(`${shared}/${incidents}`))(
  'Rabobank (needs ../shared/data): 968 stated resolutions, the log and the table each with their own counts',
  async () => {
    const files = [`${incidents}/incidents.csv`, `${incidents}/activities.csv`];
    const row = await one(
      'rabobank',
      files,
      ['incidents', 'activities'],
      `
      select count(*) as cases, count(resolution_s) as resolutions, median(resolution_s) as median,
        sum(reopens) as reopens, count_if(reopens > 0) as reopened, sum(stated_reopens) as stated_reopens,
        sum(reassignments) as reassignments, sum(stated_reassignments) as stated_reassignments,
        count(first_contact_one_touch) as first_contact, any_value(first_contact_missing) as missing, count(responded) as responses
      from case_facts`,
    );
    expect(row).toEqual({
      cases: 1000,
      resolutions: 968,
      median: 83_356,
      reopens: 64,
      reopened: 47,
      stated_reopens: 50,
      reassignments: 1452,
      stated_reassignments: 1474,
      first_contact: 0,
      missing: 'no_customer',
      responses: 0,
    });
  },
);

test.skipIf(!existsSync(`${shared}/${calls}`))(
  "the bank's January (needs ../shared/data): who was answered, who left where, how long they waited and talked",
  async () => {
    const row = await one(
      'anonymous-bank',
      [`${calls}/january.txt`],
      ['calls'],
      `
      select count(*) as contacts, count_if(answered) as answered, count_if(answered and agent_id is null) as by_nobody,
        count_if(offered) as offered, round(avg(wait_s) filter (where answered), 2) as speed,
        median(wait_s) filter (where answered) as median_speed, count_if(wait_s > 0) as waited,
        count_if(wait_s > 0 and not answered) as waited_in_vain, round(avg(wait_s) filter (where wait_s > 0), 2) as wait,
        count(talk_s) as talks, round(avg(talk_s), 2) as talk, median(talk_s) as median_talk, count(hold_s) as holds,
        count_if(answered and wait_s <= 20) as in_time, count_if(answered or (offered and wait_s > 20)) as to_serve
      from contact_facts`,
    );
    expect(row).toEqual({
      contacts: 31_359,
      answered: 27_060,
      by_nobody: 490,
      offered: 30_161,
      speed: 35.03,
      median_speed: 3,
      waited: 16_665,
      waited_in_vain: 3080,
      wait: 68.18,
      talks: 27_018,
      talk: 183.74,
      median_talk: 113,
      holds: 0,
      in_time: 16_402,
      to_serve: 29_155,
    });
  },
);
