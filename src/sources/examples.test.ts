import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { relation } from './inspect/table.ts';
import { isFor, readMapping } from './mapping/read.ts';
import { mappedSelects } from './select/mapped-selects.ts';
import { stagedOf, tableOf } from './testing.ts';

const data = '../shared/data';
const here = existsSync(data);

/** Asks about the records that the mapping of an example makes of a file: `records` in the statement. */
async function asked(
  mappingPath: string,
  file: string,
  sql: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const mapping = readMapping(mappingPath);
  expect(isFor(mapping, file)).toBe(true);
  const staged = await stagedOf(`${data}/${file}`, { format: mapping.format });
  const table = await tableOf(staged);
  const [first] = mappedSelects(mapping, staged, relation, { place: 'rowid + 2' });
  return table.rows(
    `WITH everything AS (${first?.sql}), records AS (SELECT * FROM everything WHERE _set_aside IS NULL) ${sql}`,
  );
}

const calls = (sql: string) =>
  asked('examples/anonymous-bank/mappings/calls.yaml', 'calls/anonymous-bank-1999-january/january.txt', sql);

test.skipIf(!here)(
  'the bank: every call is counted once, as its owners count it (needs ../shared/data)',
  async () => {
    expect(
      await calls(`SELECT count(*)::INT AS contacts, (SELECT count(*)::INT FROM everything) AS rows, (SELECT count(DISTINCT id)::INT FROM everything) AS ids,
      (SELECT count(*)::INT FROM everything WHERE _reason = 'not_a_call') AS excluded,
      count(*) FILTER (outcome = 'answered')::INT AS answered, count(*) FILTER (outcome = 'answered' AND agent_id IS NULL)::INT AS nobody,
      count(*) FILTER (outcome = 'abandoned_in_menu')::INT AS menu, count(*) FILTER (outcome = 'abandoned_in_queue')::INT AS queue FROM records`),
    ).toEqual([
      {
        contacts: 31_359,
        rows: 31_599,
        ids: 31_599,
        excluded: 240,
        answered: 27_060,
        nobody: 490,
        menu: 1_198,
        queue: 3_101,
      },
    ]);
  },
);

test.skipIf(!here)('the bank: waiting and talking (needs ../shared/data)', async () => {
  const [row = {}] =
    await calls(`SELECT round(avg(wait_s) FILTER (outcome = 'answered'), 2) AS speed, median(wait_s) FILTER (outcome = 'answered') AS speed_median,
    round(avg(wait_s) FILTER (wait_s > 0), 2) AS wait, median(wait_s) FILTER (wait_s > 0) AS wait_median, count(talk_s)::INT AS talked,
    round(avg(talk_s), 2) AS talk, median(talk_s) AS talk_median, count(*) FILTER (outcome = 'answered' AND wait_s <= 20)::INT AS within,
    count(*) FILTER (outcome = 'abandoned_in_queue' AND wait_s > 20)::INT AS late, count(*) FILTER (wait_s > 0)::INT AS waited FROM records`);
  expect(row).toEqual({
    speed: 35.03,
    speed_median: 3,
    wait: 68.18,
    wait_median: 46,
    talked: 27_018,
    talk: 183.74,
    talk_median: 113,
    within: 16_402,
    late: 2_095,
    waited: 16_665,
  });
});

test.skipIf(!here)(
  'the bank: no call on two days, and times in their order (needs ../shared/data)',
  async () => {
    expect(
      await calls(`SELECT count(DISTINCT timezone('Asia/Jerusalem', arrived_at)::DATE)::INT AS days,
      count(*) FILTER (timezone('Asia/Jerusalem', arrived_at)::DATE IN ('1999-01-11', '1999-01-12'))::INT AS missing,
      count(*) FILTER (ended_at < answered_at OR answered_at < arrived_at)::INT AS backwards, count(customer_id) FILTER (customer_id = '0' OR customer_id LIKE '%E+%')::INT AS nobodies FROM records`),
    ).toEqual([{ days: 29, missing: 0, backwards: 0, nobodies: 0 }]);
  },
);

test.skipIf(!here)(
  'Rabobank: the table states times, reopenings and reassignments (needs ../shared/data)',
  async () => {
    expect(
      await asked(
        'examples/rabobank/mappings/incidents.yaml',
        'tickets/bpi2014-rabobank-1000/incidents.csv',
        'SELECT count(*)::INT AS cases, count(resolved_at)::INT AS resolved, round(median(epoch(resolved_at - opened_at)) / 3600, 2) AS hours, sum(reopens)::INT AS reopens, sum(reassignments)::INT AS reassignments FROM records',
      ),
    ).toEqual([{ cases: 1_000, resolved: 968, hours: 23.15, reopens: 50, reassignments: 1_474 }]);
  },
);

test.skipIf(!here)('Rabobank: the log tells another story (needs ../shared/data)', async () => {
  expect(
    await asked(
      'examples/rabobank/mappings/activities.yaml',
      'tickets/bpi2014-rabobank-1000/activities.csv',
      `SELECT count(*)::INT AS events, count(DISTINCT case_id) FILTER (kind = 'reopened')::INT AS cases, count(*) FILTER (kind = 'reopened')::INT AS reopens,
        count(*) FILTER (kind = 'team_changed')::INT AS reassignments, count(*) FILTER (kind = 'resolved')::INT AS resolved FROM records`,
    ),
  ).toEqual([{ events: 11_486, cases: 47, reopens: 64, reassignments: 1_452, resolved: 39 }]);
});

const survey = (sql: string) =>
  asked('examples/garden-nps/mappings/survey.yaml', 'surveys/nps-garden-retailer-fr/nps-t0.csv', sql);

test.skipIf(!here)(
  'the garden survey: answers, and words that can be read again (needs ../shared/data)',
  async () => {
    expect(
      await survey(`SELECT count(*)::INT AS asked, count(*) FILTER (score IS NULL)::INT AS silent, count(*) FILTER (score >= 9)::INT AS promoters,
      count(*) FILTER (score BETWEEN 7 AND 8)::INT AS passives, count(*) FILTER (score <= 6)::INT AS detractors, count(answered_at)::INT AS dated,
      count(*) FILTER (contains(comment, '‚') OR contains(comment, chr(144)))::INT AS unreadable FROM records`),
    ).toEqual([
      { asked: 3_063, silent: 87, promoters: 1_831, passives: 894, detractors: 251, dated: 0, unreadable: 0 },
    ]);
    expect(
      await survey("SELECT 1 AS found FROM records WHERE comment LIKE '%un géranium vivace bleu%'"),
    ).toHaveLength(1);
  },
);
