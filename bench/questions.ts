/** What answers cost at any size, held against the same aggregates by hand: node bench/questions.ts [CASES] [FILE]. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer, catalogue, type Question } from '../src/metrics/index.ts';
import { type DuckDbWarehouse, openWarehouse } from '../src/warehouse/index.ts';
import { type Measure, middleOf } from './measure.ts';
import { bareStatements, dimensions } from './questions/bare-statements.ts';
import { startProgram } from './questions/terminal.ts';
import { madeWarehouse } from './report/made-warehouse.ts';
import { runBare } from './report/run-bare.ts';

const october: Omit<Question, 'asks' | 'by'> = {
  period: { from: '2025-10-01', to: '2025-11-01' },
  zone: 'Europe/Rome',
  where: [],
  rules: {},
  compare: ['previous'],
};

const year: Pick<Question, 'period'> = { period: { from: '2025-01-01', to: '2026-01-01' } };

const filled = ['case_facts', 'contact_facts', 'survey_facts', 'message_facts', 'sla_facts', 'stages'];
/** It looks at all cases there are, whatever the period: by hand as well. */
const acrossAll = catalogue.filter(({ across }) => across !== undefined).map(({ name }) => name);
const metrics = catalogue.filter(({ fact, name }) => filled.includes(fact) && !acrossAll.includes(name));

const everything: readonly Question[] = [[], ...dimensions.map((by) => [by])].map((by) => ({
  ...october,
  asks: metrics.map(({ name }) => ({ metric: name, stats: [] })),
  by,
}));

/** What a tile shows: counts and shares, or exact medians. */
const kinds = {
  counts: { goal: 'about 100 ms' },
  medians: { goal: 'about 300 ms' },
} as const;

interface Tile {
  readonly what: string;
  readonly metrics: readonly string[];
  readonly by?: readonly string[];
  /** Other than October. */
  readonly time?: Pick<Question, 'period' | 'grain'>;
  readonly kind: keyof typeof kinds;
}

const keyFigures = ['cases_opened', 'resolution_rate', 'reopen_rate'];

const tiles: readonly Tile[] = [
  { what: 'a count and two shares', metrics: keyFigures, kind: 'counts' },
  { what: 'a count and two shares', metrics: keyFigures, by: ['channel'], kind: 'counts' },
  { what: 'satisfaction', metrics: ['csat'], by: ['team'], kind: 'counts' },
  { what: 'service level and abandonment', metrics: ['service_level', 'abandonment_rate'], kind: 'counts' },
  { what: 'promises kept', metrics: ['sla_response_met'], by: ['team'], kind: 'counts' },
  { what: 'messages received', metrics: ['messages_received'], kind: 'counts' },
  { what: 'backlog', metrics: ['backlog'], kind: 'counts' },
  { what: 'different customers', metrics: ['customers_contacting'], kind: 'counts' },
  { what: 'messages per customer', metrics: ['messages_per_owner'], kind: 'counts' },
  { what: 'exact median and p90 of first response', metrics: ['first_response_time'], kind: 'medians' },
  {
    what: 'exact median and p90 of resolution',
    metrics: ['resolution_time'],
    by: ['channel'],
    kind: 'medians',
  },
  { what: 'exact median of handle time', metrics: ['handle_time'], by: ['team'], kind: 'medians' },
  { what: 'exact median age of the backlog', metrics: ['backlog_age'], kind: 'medians' },
  { what: 'cases opened in a year', metrics: ['cases_opened'], time: year, kind: 'counts' },
  { what: 'a count and two shares in a year', metrics: keyFigures, time: year, kind: 'counts' },
  {
    what: 'promises kept in a year',
    metrics: ['sla_response_met'],
    by: ['team'],
    time: year,
    kind: 'counts',
  },
  {
    what: 'backlog in each month of a year',
    metrics: ['backlog'],
    time: { ...year, grain: 'month' },
    kind: 'counts',
  },
];

const questionOf = ({ metrics: names, by = [], time }: Tile): Question => ({
  ...october,
  ...time,
  asks: names.map((metric) => ({ metric, stats: [] })),
  by,
});

const bare = (warehouse: DuckDbWarehouse): Promise<void> => runBare(warehouse, bareStatements);

export async function bench(
  cases = 10_000_000,
  path = join(tmpdir(), `tidemark-bench-${cases}.duckdb`),
): Promise<readonly Measure[]> {
  const warehouse = await madeWarehouse(path, cases);
  const measures: Measure[] = [];
  try {
    const [ours = Number.NaN, byHand = Number.NaN] = await inTurns(
      () => answer(warehouse, everything),
      () => bare(warehouse),
    );
    measures.push({
      what: `${metrics.length} metrics × total and ${dimensions.length} dimensions, a month and the one before`,
      seconds: ours,
      against: { what: 'the same aggregates by hand', seconds: byHand },
      goal: 'at most 1.3 ×',
      more: `${cases.toLocaleString('en')} cases; processor time; without ${acrossAll.join(', ')}`,
    });
    for (const tile of tiles) measures.push(await tileOf(warehouse, tile));
  } finally {
    await warehouse.close();
  }
  return [
    ...measures,
    { what: 'start of the program', seconds: await middleOf(3, startProgram) },
    { what: 'opening the warehouse', seconds: await middleOf(3, () => openForReading(path)) },
  ];
}

async function tileOf(warehouse: DuckDbWarehouse, tile: Tile): Promise<Measure> {
  const ask = () => answer(warehouse, [questionOf(tile)]);
  const seconds = await middleOf(5, ask);
  const busy = Math.round(1000 * (await processorTime(ask)));
  const by = tile.by === undefined ? '' : ` by ${tile.by.join(', ')}`;
  return {
    what: `tile: ${tile.what}${by}, compared`,
    seconds,
    goal: kinds[tile.kind].goal,
    more: `${busy} ms of processor time`,
  };
}

async function openForReading(path: string): Promise<void> {
  const warehouse = await openWarehouse({ path, readOnly: true, threads: 2 });
  await warehouse.close();
}

/** Processor time of both, in turns, the first turn to warm the caches: whatever else the machine does hits both alike. */
async function inTurns(...works: readonly (() => Promise<unknown>)[]): Promise<readonly number[]> {
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < 3; turn++) {
    for (const [i, work] of works.entries()) {
      const seconds = await processorTime(work);
      if (turn > 0) least[i] = Math.min(least[i] ?? seconds, seconds);
    }
  }
  return least;
}

async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

if (process.argv[1] === import.meta.filename)
  console.table(await bench(Number(process.argv[2] ?? 1_000_000), process.argv[3]));
