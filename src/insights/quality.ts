/** What is wrong with the data itself: counted, so that a reader knows how far to trust the figures. */
import { sql } from 'kysely';
import { type Row, rowsOf, type Warehouse } from '../warehouse/index.ts';
import { contactProblems } from './quality-of-contacts.ts';

export interface DataProblem {
  /** Message name behind `problem.`; stable. */
  readonly code: string;
  readonly count: number;
  /** Out of how many. */
  readonly of: number;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/**
 * Every data problem that is there, none that is not.
 *
 * @example await dataProblems(warehouse) // [{ code: 'unknownAgent', count: 490, of: 27060, facts: {} }]
 */
export async function dataProblems(
  warehouse: Warehouse,
  { people = false }: { readonly people?: boolean } = {},
): Promise<readonly DataProblem[]> {
  const found: DataProblem[] = [];
  for (const check of checks) found.push(...(await check(warehouse)));
  found.push(...(await contactProblems(warehouse, { people })));
  return found.filter(({ count }) => count > 0);
}

type Check = (warehouse: Warehouse) => Promise<readonly DataProblem[]>;

const number = (value: unknown): number => Number(value ?? 0);

const one = async (warehouse: Warehouse, statement: ReturnType<typeof sql<Row>>): Promise<Row> =>
  (await rowsOf(warehouse, statement))[0] ?? {};

const setAside: Check = async (warehouse) => {
  const row = await one(
    warehouse,
    sql<Row>`select sum(quarantined) as n, sum(records) as of from load_files`,
  );
  return [{ code: 'quarantined', count: number(row['n']), of: number(row['of']), facts: {} }];
};

const drift: Check = async (warehouse) => {
  const rows = await rowsOf(
    warehouse,
    sql<Row>`select "column", word, sum(count) as n from drift group by "column", word order by n desc limit 5`,
  );
  const state = await warehouse.state();
  const total = Object.values(state.counts).reduce((sum, count) => sum + count, 0);
  const words = rows.map((row) => `${row['word']} (${row['column']})`).join(', ');
  return [
    {
      code: 'unmappedWords',
      count: rows.reduce((sum, row) => sum + number(row['n']), 0),
      of: total,
      facts: { words },
    },
  ];
};

/** Where the log and the case table tell different stories, both counts are shown and the log wins. */
const disagreement =
  (code: string, column: 'reopens' | 'reassignments'): Check =>
  async (warehouse) => {
    const ours = sql.ref(column);
    const stated = sql.ref(`stated_${column}`);
    const row = await one(
      warehouse,
      sql<Row>`select count(*) filter (where ${ours} is distinct from ${stated}) as n, count(*) as of,
        sum(${ours}) as log, sum(${stated}) as stated,
        count(*) filter (where ${ours} > 0) as log_cases, count(*) filter (where ${stated} > 0) as stated_cases
        from case_facts where ${ours} is not null and ${stated} is not null`,
    );
    const facts = {
      log: number(row['log']),
      table: number(row['stated']),
      logCases: number(row['log_cases']),
      tableCases: number(row['stated_cases']),
    };
    return [{ code, count: number(row['n']), of: number(row['of']), facts }];
  };

/** Records that name another one which is not there; counted while loading. */
const orphans: Check = async (warehouse) => {
  const { counts } = await warehouse.state();
  const rows = await rowsOf(
    warehouse,
    sql<Row>`select record, "column", target, sum(rows) as n, count(*) as refs from dangling
        group by record, "column", target order by n desc, record, "column"`,
  );
  const missed = rows.filter(({ record, target }) => !standsAlone(String(record), String(target), counts));
  return missed.map(({ record, column, target, n, refs }) => ({
    code: 'orphans',
    count: number(n),
    of: counts[String(record)] ?? number(n),
    facts: { record: String(record), column: String(column), target: String(target), refs: number(refs) },
  }));
};

/** Surveys, contacts and reviews say something without what they name: it is missed only where some of its kind is there. */
const standsAlone = (record: string, targets: string, counts: Readonly<Record<string, number>>): boolean =>
  ['surveys', 'interactions', 'reviews'].includes(record) &&
  targets.split(' ').every((target) => (counts[target] ?? 0) === 0);

const unknownAgent: Check = async (warehouse) => {
  const row = await one(
    warehouse,
    sql<Row>`select count(*) filter (where agent_id is null) as n, count(*) as of from contact_facts where answered`,
  );
  return [{ code: 'unknownAgent', count: number(row['n']), of: number(row['of']), facts: {} }];
};

const unknownCustomer =
  (fact: 'contact_facts' | 'case_facts'): Check =>
  async (warehouse) => {
    const row = await one(
      warehouse,
      sql<Row>`select count(*) filter (where customer_id is null) as n, count(*) as of from ${sql.table(fact)} where left_out is null`,
    );
    const record = fact === 'case_facts' ? 'cases' : 'interactions';
    return [{ code: 'unknownCustomer', count: number(row['n']), of: number(row['of']), facts: { record } }];
  };

const notRecorded: Check = async (warehouse) => {
  const row = await one(
    warehouse,
    sql<Row>`select count(*) as of, count(*) filter (where hold_s is null and wrap_s is null) as n from contact_facts where answered`,
  );
  return [{ code: 'noAfterWork', count: number(row['n']), of: number(row['of']), facts: {} }];
};

const undatedSurveys: Check = async (warehouse) => {
  const row = await one(
    warehouse,
    sql<Row>`select count(*) filter (where not dated) as n, count(*) as of from survey_facts`,
  );
  return [{ code: 'undatedSurveys', count: number(row['n']), of: number(row['of']), facts: {} }];
};

const checks: readonly Check[] = [
  setAside,
  drift,
  disagreement('reopensDisagree', 'reopens'),
  disagreement('reassignmentsDisagree', 'reassignments'),
  orphans,
  unknownAgent,
  unknownCustomer('contact_facts'),
  unknownCustomer('case_facts'),
  notRecorded,
  undatedSurveys,
];
