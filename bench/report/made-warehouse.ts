/** A warehouse of any size whose facts are made by SQL: two years of cases, a third as many contacts, surveys, messages. */
import { existsSync } from 'node:fs';
import { takeStock } from '../../src/warehouse/duckdb/state.ts';
import { type FactName, factTable } from '../../src/warehouse/facts.ts';
import { type DuckDbWarehouse, openWarehouse, type Writer } from '../../src/warehouse/index.ts';

/** Two years that end with 2025; the month that is asked about is October. */
const start = "timestamptz '2024-01-01'";
const span = 63_158_400;

const pick = (words: readonly string[], salt: number): string =>
  `list_extract([${words.map((word) => `'${word}'`).join(', ')}], 1 + (hash(i, ${salt}) % ${words.length})::integer)`;
/** A skewed time in whole seconds with median about `median`. */
const time = (median: number, salt: number): string =>
  `round(${median} * exp(1.1 * sqrt(-2 * ln((hash(i, ${salt}) % 1000000 + 1) / 1000002.0)) * cos(2 * pi() * (hash(i, ${salt + 1}) % 1000000) / 1000000.0)))`;

const shared = {
  source: "'desk'",
  channel: pick(['phone', 'email', 'chat', 'social', 'web_form'], 2),
  category: "'category ' || (hash(i, 3) % 12)",
  priority: pick(['urgent', 'high', 'normal', 'low'], 4),
  team: "'team ' || (hash(i, 5) % 5)",
  product: "'product ' || (hash(i, 6) % 8)",
  customer_id: "'K' || (hash(i, 7) % 2000000)",
};

const opened = `${start} + to_seconds(hash(i, 1) % ${span})`;

const columns: Readonly<Partial<Record<FactName, Readonly<Record<string, string>>>>> = {
  case_facts: {
    ...shared,
    id: "'C' || i",
    origin: "'customer'",
    status: "'closed'",
    opened_at: opened,
    asked_at: opened,
    response_s: time(4000, 11),
    response_business_s: time(3000, 11),
    responded: 'hash(i, 15) % 200 > 0',
    resolution_s: time(40_000, 13),
    resolution_business_s: time(20_000, 13),
    resolved: 'hash(i, 16) % 100 > 0',
    last_resolved_at: `case when hash(i, 16) % 100 > 0 then ${opened} + to_seconds(${time(40_000, 13)}) end`,
    closed_at: `case when hash(i, 16) % 100 > 0 then ${opened} + to_seconds(${time(40_000, 13)} + 400000) end`,
    reopens: '(hash(i, 17) % 25 = 0)::integer',
    customer_messages: '(1 + hash(i, 18) % 4)::integer',
    first_contact_one_touch: 'hash(i, 19) % 2 = 0',
    first_contact_not_again: 'hash(i, 19) % 2 = 0',
    first_contact_closed_once: 'hash(i, 19) % 3 > 0',
  },
  contact_facts: {
    ...shared,
    id: "'K' || i",
    arrived_at: opened,
    queued_at: opened,
    answered: 'hash(i, 22) % 8 > 0',
    offered: 'true',
    outcome: "case when hash(i, 22) % 8 > 0 then 'answered' else 'abandoned_in_queue' end",
    wait_s: time(30, 23),
    talk_s: time(240, 25),
    hold_s: '0',
    wrap_s: time(60, 27),
    agent_id: "'A' || (hash(i, 8) % 400)",
  },
  survey_facts: {
    ...shared,
    id: "'S' || i",
    kind: "'csat'",
    sent_at: opened,
    answered_at: `case when hash(i, 29) % 3 = 0 then ${opened} + to_seconds(7200) end`,
    dated: 'true',
    scale_min: '1',
    scale_max: '5',
    score: 'case when hash(i, 29) % 3 = 0 then (1 + least(4, hash(i, 30) % 12))::double end',
  },
  message_facts: {
    ...shared,
    id: "'M' || i",
    case_id: "'C' || (i // 2)",
    at: opened,
    author_kind: "case when i % 2 = 0 then 'customer' else 'agent' end",
    author_id: "'A' || (hash(i, 8) % 400)",
    direction: "case when i % 2 = 0 then 'inbound' else 'outbound' end",
    is_public: 'true',
  },
  sla_facts: {
    ...shared,
    id: "'P' || i",
    case_id: "'C' || (i // 2)",
    target: pick(['first_response', 'resolution'], 31),
    opened_at: opened,
    started_at: opened,
    state: "case when hash(i, 20) % 11 > 0 then 'met' else 'missed' end",
  },
};

const rowsOf = (fact: string, cases: number): number =>
  fact === 'contact_facts' || fact === 'survey_facts'
    ? Math.round(cases / 3)
    : ['message_facts', 'sla_facts'].includes(fact)
      ? 2 * cases
      : cases;

/** Records that stand behind the facts only in number: the report says how many there are. */
const records = {
  cases: 'case_facts',
  interactions: 'contact_facts',
  surveys: 'survey_facts',
  messages: 'message_facts',
} as const;
const instants = {
  cases: 'opened_at',
  interactions: 'arrived_at',
  surveys: 'sent_at',
  messages: 'at',
} as const;

async function fill(writer: Writer, cases: number): Promise<void> {
  for (const [fact, own] of Object.entries(columns)) {
    const names = Object.keys(factTable(fact as FactName).columns);
    const values = names.map((name) => `${own[name] ?? 'null'} as "${name}"`);
    await writer.execute(
      `insert into ${fact} select ${values.join(', ')} from range(${rowsOf(fact, cases)}) t(i) order by "${names.find((name) => name.endsWith('_at') || name === 'at')}"`,
    );
  }
  for (const [record, fact] of Object.entries(records)) {
    const at = instants[record as keyof typeof instants];
    await writer.execute(
      `insert into ${record} (source, id, "${at}", _load, _file) select source, id, "${at}", 1, 1 from ${fact}`,
    );
  }
  await takeStock(writer);
}

/** Makes it once; a file that is there is used again. */
export async function madeWarehouse(path: string, cases: number): Promise<DuckDbWarehouse> {
  const isNew = !existsSync(path);
  const warehouse = await openWarehouse({ path, threads: 2, memoryMb: 1200 });
  if (isNew) await warehouse.write((writer) => fill(writer, cases));
  return warehouse;
}
