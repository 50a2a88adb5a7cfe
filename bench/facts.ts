/** How long the facts take from scratch, and after a small load: a million cases with six million events, made in SQL. */
import { performance } from 'node:perf_hooks';
import type { RecordKind } from '../src/model/index.ts';
import { recordColumns } from '../src/warehouse/duckdb/schema.ts';
import { refreshFacts } from '../src/warehouse/facts/refresh.ts';
import {
  defaultFactSettings,
  type FactSettings,
  openWarehouse,
  type Writer,
} from '../src/warehouse/index.ts';
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

const madeOf = (cases: number): Made => ({
  cases: {
    from: `range(${cases}) t(i)`,
    columns: {
      id: "'C' || i",
      customer_id: `'K' || (hash(i) % ${Math.ceil(cases / 3)})`,
      opened_at: "timestamptz '2024-01-01' + to_seconds(hash(i, 1) % 31536000)",
      origin: "'customer'",
      channel:
        "list_extract(['phone', 'email', 'chat', 'social', 'web_form'], 1 + (hash(i, 2) % 5)::integer)",
      category: "'category ' || (hash(i, 3) % 12)",
      priority: "list_extract(['urgent', 'high', 'normal', 'low'], 1 + (hash(i, 4) % 4)::integer)",
      team: "'team ' || (hash(i, 5) % 5)",
    },
  },
  events: {
    from: `(select *, hash(i, 6) % 14 < 13 as ends from cases_of c) c, range(6) s(k)`,
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
  messages: {
    from: 'cases_of c, range(3) s(k)',
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
  agents: { from: 'range(40) t(i)', columns: { id: "'A' || i", team: "'team ' || (i % 5)" } },
});

async function fill(writer: Writer, cases: number): Promise<void> {
  for (const [kind, { from, columns }] of Object.entries(madeOf(cases))) {
    const names = Object.keys(recordColumns(kind as RecordKind));
    const values = names.map((name) => (name === 'source' ? "'desk'" : (columns[name] ?? 'null')));
    await writer.execute(`insert into ${kind} select ${values.join(', ')}, 1, 1, 0 from ${from}`);
    if (kind === 'cases')
      await writer.execute('create temp table cases_of as select row_number() over () as i, * from cases');
  }
  await writer.execute('drop table cases_of');
}

const through = '2025-01-05T00:00:00Z';
const later = '2025-01-05T01:00:00Z';

/** Watches every statement where somebody wants to know what costs what. */
type Watch = (what: string, work: () => Promise<unknown>) => Promise<void>;

const refresh = (writer: Writer, all: boolean, watch: Watch): Promise<void> =>
  refreshFacts({
    db: writer.db,
    functions: writer.functions,
    execute: (statement, options) => {
      const text = typeof statement === 'string' ? statement : statement.compile().sql;
      const words = text.replaceAll('"', '').replace('or replace temp ', '').trim().split(/\s+/);
      return watch(`  ${words.slice(0, 3).join(' ')}`, () => writer.execute(statement, options));
    },
    rows: writer.rows,
    touched: { all },
    dataThrough: all ? through : later,
    dataThroughBefore: through,
    settings,
    now: writer.now,
  });

/** What a load of a thousand new events touches. */
async function touch(writer: Writer): Promise<void> {
  await writer.execute(
    'create temp table touched_cases as select source, id as case_id from cases limit 1000',
  );
  for (const kind of ['interactions', 'surveys', 'touchpoints', 'reviews', 'volumes', 'customers'])
    await writer.execute(`create temp table touched_${kind} as select source, id from ${kind} limit 0`);
  await writer.execute(
    'create temp table touched_presence (source varchar, begins timestamptz, ends timestamptz)',
  );
}

/** Prints wall time and the processor time of all threads: the second tells more on a busy machine. */
const printed: Watch = async (what, work) => {
  const start = performance.now();
  const used = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(used);
  const memory = process.memoryUsage().rss / 2 ** 20;
  if (user + system < 20_000) return;
  const numbers = [(performance.now() - start) / 1000, (user + system) / 1e6];
  const texts = numbers.map((seconds) => seconds.toFixed(2).padStart(8));
  console.log(`${what.padEnd(40)}${texts.join(' s')} s cpu ${memory.toFixed(0).padStart(6)} MB`);
};

const silent: Watch = async (_, work) => void (await work());

export async function bench(cases = 1_000_000, watch: Watch = silent): Promise<readonly Measure[]> {
  const warehouse = await openWarehouse({ path: ':memory:', threads: 2, memoryMb: 1500 });
  await watch(`made ${cases} cases`, () => warehouse.write((writer) => fill(writer, cases)));
  const [, scratch] = await timed(() =>
    watch('facts from scratch', () => warehouse.write((writer) => refresh(writer, true, watch))),
  );
  const [, touched] = await timed(() =>
    watch('facts of 1,000 touched cases', () =>
      warehouse.write(async (writer) => {
        await touch(writer);
        await refresh(writer, false, watch);
      }),
    ),
  );
  await warehouse.close();
  const size = `${cases.toLocaleString('en')} cases`;
  return [
    { what: `facts of ${size} from scratch`, seconds: scratch, goal: 'about 20 s for a million' },
    {
      what: 'facts after 1,000 of them were touched',
      seconds: touched,
      against: { what: 'from scratch', seconds: scratch },
      goal: 'at most 0.01 ×',
    },
  ];
}

if (process.argv[1] === import.meta.filename)
  console.table(await bench(Number(process.argv[2] ?? 1_000_000), printed));
