/**
 * How long the facts take from scratch: of a million cases with six million events and two calendars, made in SQL; then with
 * three million messages and two promises a case as well, both held against copying the same rows; and after a small load
 * into that.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { RecordKind } from '../src/model/index.ts';
import {
  closeTouched,
  endTouching,
  startTouching,
  touchLoad,
} from '../src/warehouse/duckdb/loading/touched.ts';
import { endWrite } from '../src/warehouse/duckdb/refresh.ts';
import { takeStock } from '../src/warehouse/duckdb/state.ts';
import { startStock } from '../src/warehouse/duckdb/stock-of-load.ts';
import { refreshFacts } from '../src/warehouse/facts/refresh.ts';
import {
  type Compilable,
  defaultFactSettings,
  type FactSettings,
  factNames,
  openWarehouse,
  type Writer,
} from '../src/warehouse/index.ts';
import { recordColumns } from '../src/warehouse/record-columns.ts';
import type { Hand } from '../src/warehouse/refresh-context.ts';
import { type Measure, timed } from './measure.ts';

const office = ['09:00-13:00', '14:00-18:00'];
const settings: FactSettings = {
  ...defaultFactSettings,
  calendars: [
    {
      name: 'late team',
      calendar: {
        zone: 'America/New_York',
        hours: { mon: ['20:00-04:00'], fri: ['20:00-04:00'] },
        holidays: [],
      },
      where: { team: ['team x'] },
    },
    {
      name: 'office',
      calendar: {
        zone: 'Europe/Rome',
        hours: { mon: office, tue: office, wed: office, thu: office, fri: office },
        holidays: ['2025-01-01', '2025-04-25', '2025-12-25'],
      },
      where: {},
    },
  ],
  sla: {
    atRisk: 0.8,
    policies: [
      {
        name: 'standard',
        where: {},
        validFrom: null,
        validTo: null,
        targets: [
          {
            target: 'first_response',
            within: { urgent: 3600, normal: 14_400 },
            clock: 'business',
            pauseWhile: [],
          },
          {
            target: 'resolution',
            within: { urgent: 28_800, normal: 144_000 },
            clock: 'business',
            pauseWhile: [],
          },
        ],
      },
    ],
  },
};

/** Columns that a made-up table fills; the others stay null. */
type Made = Partial<
  Record<RecordKind, { readonly from: string; readonly columns: Readonly<Record<string, string>> }>
>;

const numbered = '(select row_number() over () as i, * from cases)';

/** Numbered in the order of their opening, as every service desk numbers them. */
const casesAndEvents = (cases: number): Made => ({
  cases: {
    from: `range(${cases}) t(i)`,
    columns: {
      id: "'C' || (1000000000 + i)",
      customer_id: `'K' || (hash(i) % ${Math.ceil(cases / 3)})`,
      opened_at: `timestamptz '2024-01-01' + to_seconds(i * 31536000 // ${cases})`,
      origin: "'customer'",
      channel:
        "list_extract(['phone', 'email', 'chat', 'social', 'web_form'], 1 + (hash(i, 2) % 5)::integer)",
      category: "'category ' || (hash(i, 3) % 12)",
      priority: "list_extract(['urgent', 'high', 'normal', 'low'], 1 + (hash(i, 4) % 4)::integer)",
      team: "'team ' || (hash(i, 5) % 5)",
    },
  },
  events: {
    from: `(select *, hash(i, 6) % 14 < 13 as ends from ${numbered}) c, range(6) s(k)`,
    columns: {
      id: "'E' || c.i || '-' || k",
      case_id: 'c.id',
      at: 'c.opened_at + to_seconds(k * (600 + hash(c.i, 7) % 20000))',
      sequence: 'k',
      kind: `case k when 0 then 'opened' when 1 then 'assigned' when 2 then 'status_changed'
        when 3 then case when hash(c.i, 8) % 5 = 0 then 'team_changed' else 'assigned' end
        when 4 then case when ends then 'resolved' else 'status_changed' end
        else case when ends then 'closed' else 'other' end end`,
      to_value: `case k when 1 then 'A' || (hash(c.i, 9) % 40) when 2 then 'pending'
        when 3 then case when hash(c.i, 8) % 5 = 0 then 'team x' else 'A' || (hash(c.i, 10) % 40) end when 4 then 'open' end`,
      from_value: 'case when k = 3 and hash(c.i, 8) % 5 = 0 then c.team end',
      actor_id: "'A' || (hash(c.i, 9) % 40)",
      actor_kind: "'agent'",
    },
  },
  agents: { from: 'range(40) t(i)', columns: { id: "'A' || i", team: "'team ' || (i % 5)" } },
});

const messages: Made = {
  messages: {
    from: `${numbered} c, range(3) s(k)`,
    columns: {
      id: "'M' || c.i || '-' || k",
      case_id: 'c.id',
      at: 'c.opened_at + to_seconds(k * (500 + hash(c.i, 11) % 15000))',
      channel: 'c.channel',
      author_kind: "case when k = 1 then 'agent' else 'customer' end",
      author_id: "case when k = 1 then 'A' || (hash(c.i, 9) % 40) else c.customer_id end",
      direction: "case when k = 1 then 'outbound' else 'inbound' end",
      is_public: 'true',
      body: "case when k = 2 and hash(c.i, 12) % 3 = 0 then 'Thanks a lot!' else 'Where is my order, please? ' || c.i end",
    },
  },
};

async function fill(writer: Writer, made: Made): Promise<void> {
  for (const [kind, { from, columns }] of Object.entries(made)) {
    const names = Object.keys(recordColumns(kind as RecordKind));
    const values = names.map((name) => (name === 'source' ? "'desk'" : (columns[name] ?? 'null')));
    await writer.execute(`insert into ${kind} select ${values.join(', ')}, 1, 1, 0 from ${from}`);
  }
}

const through = '2025-01-05T00:00:00Z';

/** Watches every statement where somebody wants to know what costs what. */
type Watch = <T>(what: string, work: () => Promise<T>) => Promise<T>;

const nameOf = (statement: Compilable | string): string => {
  const text = typeof statement === 'string' ? statement : statement.compile().sql;
  const words = text.replaceAll('"', '').replace('or replace temp ', '').trim().split(/\s+/);
  return `  ${words.slice(0, 3).join(' ')}`;
};

const watchedHand = ({ execute, rows }: Hand, watch: Watch): Hand => ({
  execute: (statement, options) => watch(nameOf(statement), () => execute(statement, options)),
  rows: (query, options) => watch(nameOf(query), () => rows(query, options)),
});

/** Hands that work at the same time share the processor time that is printed. */
const watched = (writer: Writer, watch: Watch): Writer => ({
  ...writer,
  execute: (statement, options) => watch(nameOf(statement), () => writer.execute(statement, options)),
  rows: (query, options) => watch(nameOf(query), () => writer.rows(query, options)),
  beside: (work) =>
    writer.beside(({ first, each }) =>
      work({
        first: watchedHand(first, watch),
        each: (parts, one) => each(parts, (hand, part) => one(watchedHand(hand, watch), part)),
      }),
    ),
});

const fromScratch = (writer: Writer, sla: FactSettings['sla']): Promise<void> =>
  refreshFacts({
    ...writer,
    execute: async (statement, options) => void (await writer.execute(statement, options)),
    touched: { all: true },
    dataThrough: through,
    dataThroughBefore: null,
    settings: { ...settings, sla },
  });

/** The least that facts can cost: the engine writes the same rows into tables like theirs. */
async function copyFacts(writer: Writer): Promise<void> {
  for (const name of factNames) await writer.execute(`create table ${name}_copy as select * from ${name}`);
}

async function dropCopies(writer: Writer): Promise<void> {
  for (const name of factNames) await writer.execute(`drop table ${name}_copy`);
}

/** Which cases a small load brings an event of: every thousandth, old and recent; or as many that were opened last. */
const loadedCases = {
  spread: 'select * from cases where hash(id, 13) % 1000 = 0',
  recent: 'select * from cases order by opened_at desc limit (select count(*) // 1000 from cases)',
} as const;

/** One new event of each of them, later than any before. */
async function makeArrivals(writer: Writer, load: number, from: keyof typeof loadedCases): Promise<void> {
  const names = Object.keys(recordColumns('events'));
  const given: Readonly<Record<string, string>> = {
    source: 'source',
    id: `'N${load}' || id`,
    case_id: 'id',
    at: `timestamptz '${through}' + interval ${load} hour`,
    kind: "'status_changed'",
    to_value: "'pending'",
    actor_kind: "'agent'",
  };
  const values = names.map((name) => given[name] ?? 'null').join(', ');
  await writer.execute(
    `create or replace table arrivals as select ${values}, ${load}, 1, 0 from (${loadedCases[from]})`,
  );
}

/** All that a load does with what arrived. */
async function smallLoad(writer: Writer, load: number): Promise<void> {
  await writer.execute('insert into events select * from arrivals');
  await startTouching(writer);
  await touchLoad(writer, load);
  const all = await closeTouched(writer);
  await startStock(writer);
  await endWrite(writer, { kinds: ['events'], all, settings, refreshFacts, load });
  await endTouching(writer);
}

/** Prints wall time and the processor time of all threads: the second tells more on a busy machine. */
const printed: Watch = async (what, work) => {
  const start = performance.now();
  const used = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  const memory = process.memoryUsage().rss / 2 ** 20;
  if (user + system < 20_000) return result;
  const numbers = [(performance.now() - start) / 1000, (user + system) / 1e6];
  const texts = numbers.map((seconds) => seconds.toFixed(2).padStart(8));
  console.log(`${what.padEnd(40)}${texts.join(' s')} s cpu ${memory.toFixed(0).padStart(6)} MB`);
  return result;
};

const silent: Watch = (_, work) => work();

/** Wall time, and in words the processor time of all threads. */
async function measured(work: () => Promise<unknown>): Promise<{ seconds: number; more: string }> {
  const used = process.cpuUsage();
  const [, seconds] = await timed(work);
  const { user, system } = process.cpuUsage(used);
  return { seconds, more: `${((user + system) / 1e6).toFixed(1)} s of processor` };
}

/** In a file, as everybody has it: what is made is packed and written as well. */
export async function bench(cases = 1_000_000, watch: Watch = silent): Promise<readonly Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-facts-'));
  const path = join(folder, 'facts.duckdb');
  const warehouse = await openWarehouse({ path, threads: 2, memoryMb: 2000 });
  const write = (work: (writer: Writer) => Promise<void>) =>
    measured(() => warehouse.write((writer) => work(watched(writer, watch))));
  const copies = async (): Promise<NonNullable<Measure['against']>> => {
    const { seconds } = await watch('the same rows, copied', () => write(copyFacts));
    await write(dropCopies);
    return { what: 'to copy them', seconds };
  };
  try {
    await watch(`made ${cases} cases`, () => write((writer) => fill(writer, casesAndEvents(cases))));
    const events = await watch('facts from scratch', () =>
      write((writer) => fromScratch(writer, { ...settings.sla, policies: [] })),
    );
    const eventsCopied = await copies();
    await watch('made their messages', () => write((writer) => fill(writer, messages)));
    const scratch = await watch('facts from scratch, all', () =>
      write((writer) => fromScratch(writer, settings.sla)),
    );
    const copied = await copies();
    await write(takeStock);
    await write((writer) => makeArrivals(writer, 2, 'recent'));
    const recent = await watch('facts of a small load', () => write((writer) => smallLoad(writer, 2)));
    await write((writer) => makeArrivals(writer, 3, 'spread'));
    const spread = await watch('and of cases of the whole year', () =>
      write((writer) => smallLoad(writer, 3)),
    );
    const ofScratch = {
      against: { what: 'from scratch', seconds: scratch.seconds },
      goal: 'at most 0.01 ×, of 10 million',
    };
    const some = (cases / 1000).toLocaleString('en');
    const size = `${cases.toLocaleString('en')} cases`;
    return [
      {
        what: `facts of ${size}, 6 events a case, from scratch`,
        ...events,
        against: eventsCopied,
        goal: 'about 20 s for a million',
      },
      { what: 'the same with 3 messages and 2 promises a case', ...scratch, against: copied },
      { what: `a load of ${some} new events, of the newest cases`, ...recent, ...ofScratch },
      { what: `a load of ${some} new events, of cases of the whole year`, ...spread, ...ofScratch },
    ];
  } finally {
    await warehouse.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename)
  console.table(await bench(Number(process.argv[2] ?? 1_000_000), printed));
