/** What answers cost at any size, held against the same aggregates by hand: node bench/questions.ts [CASES] [FILE]. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { answer, catalogue, type Question } from '../src/metrics/index.ts';
import type { DuckDbWarehouse } from '../src/warehouse/index.ts';
import { type Measure, middleOf, timed } from './measure.ts';
import { bareStatements, dimensions } from './questions/bare-statements.ts';
import { madeWarehouse } from './report/made-warehouse.ts';

const october: Omit<Question, 'asks' | 'by'> = {
  period: { from: '2025-10-01', to: '2025-11-01' },
  zone: 'Europe/Rome',
  where: [],
  rules: {},
  compare: ['previous'],
};

const filled = ['case_facts', 'contact_facts', 'survey_facts', 'message_facts', 'sla_facts', 'stages'];
/** It looks at all cases there are, whatever the period: by hand as well. */
const acrossAll = catalogue.filter(({ across }) => across !== undefined).map(({ name }) => name);
const metrics = catalogue.filter(({ fact, name }) => filled.includes(fact) && !acrossAll.includes(name));

const everything: readonly Question[] = [[], ...dimensions.map((by) => [by])].map((by) => ({
  ...october,
  asks: metrics.map(({ name }) => ({ metric: name, stats: [] })),
  by,
}));

/** One tile of a dashboard: what it shows, and the goal in milliseconds. */
const tiles: readonly (readonly [what: string, question: Question, goal: number])[] = [
  ['a count and two shares', tile(['cases_opened', 'resolution_rate', 'reopen_rate'], []), 100],
  [
    'a count and two shares by channel',
    tile(['cases_opened', 'resolution_rate', 'reopen_rate'], ['channel']),
    100,
  ],
  ['satisfaction by team', tile(['csat'], ['team']), 100],
  ['service level and abandonment', tile(['service_level', 'abandonment_rate'], []), 100],
  ['exact median and p90 of first response', tile(['first_response_time'], []), 300],
  ['exact median and p90 of resolution by channel', tile(['resolution_time'], ['channel']), 300],
  ['exact median of handle time by team', tile(['handle_time'], ['team']), 300],
];

function tile(names: readonly string[], by: readonly string[]): Question {
  return { ...october, asks: names.map((metric) => ({ metric, stats: [] })), by };
}

async function bare(warehouse: DuckDbWarehouse): Promise<void> {
  for (const text of bareStatements)
    await warehouse.rows({ compile: () => sql.raw(text).compile(warehouse.db) });
}

export async function bench(
  cases = 10_000_000,
  path = join(tmpdir(), `tidemark-bench-${cases}.duckdb`),
): Promise<readonly Measure[]> {
  const warehouse = await madeWarehouse(path, cases);
  try {
    const [, byHand] = await afterOne(() => bare(warehouse));
    const [, seconds] = await afterOne(() => answer(warehouse, everything));
    const all: Measure = {
      what: `${metrics.length} metrics × total and ${dimensions.length} dimensions, a month and the one before`,
      seconds,
      against: { what: 'the same aggregates by hand', seconds: byHand },
      goal: 'at most 1.3 ×',
      more: `${cases.toLocaleString('en')} cases; without ${acrossAll.join(', ')}`,
    };
    const single: Measure[] = [];
    for (const [what, question, goal] of tiles) {
      const each = await middleOf(5, () => answer(warehouse, [question]));
      single.push({ what: `tile: ${what}, compared`, seconds: each, goal: `about ${goal} ms` });
    }
    return [all, ...single];
  } finally {
    await warehouse.close();
  }
}

/** The first run warms the caches. */
async function afterOne<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  await work();
  return timed(work);
}

if (process.argv[1] === import.meta.filename)
  console.table(await bench(Number(process.argv[2] ?? 1_000_000), process.argv[3]));
