/** A warehouse of any size whose facts are made by SQL: two years of cases with their messages, contacts, surveys, promises. */
import { existsSync } from 'node:fs';
import { takeStock } from '../../src/warehouse/duckdb/state.ts';
import { type FactName, factTable } from '../../src/warehouse/facts.ts';
import { type DuckDbWarehouse, openWarehouse, type Writer } from '../../src/warehouse/index.ts';

/** Two years that end with 2025; the month that is asked about is October. */
const start = "timestamptz '2024-01-01'";
const end = "timestamptz '2026-01-01'";
const span = 63_158_400;

/** 0 … below − 1 for the case `i`, another draw for each salt. */
const draw = (salt: number, below: number): string => `(hash(i + ${salt * 1_000_000_000}) % ${below})`;
const pick = (words: readonly string[], salt: number): string =>
  `list_extract([${words.map((word) => `'${word}'`).join(', ')}], 1 + ${draw(salt, words.length)}::integer)`;
/** A skewed time in whole seconds with median about `median`. */
const time = (median: number, salt: number): string =>
  `round(${median} * exp(1.1 * sqrt(-2 * ln((${draw(salt, 1_000_000)} + 1) / 1000002.0)) * cos(2 * pi() * ${draw(salt + 1, 1_000_000)} / 1000000.0)))`;

const customer = draw(7, 2_000_000);

const shared = {
  source: "'desk'",
  channel: pick(['phone', 'email', 'chat', 'social', 'web_form'], 2),
  category: `'category ' || ${draw(3, 12)}`,
  priority: pick(['urgent', 'high', 'normal', 'low'], 4),
  team: `'team ' || ${draw(5, 5)}`,
  product: `'product ' || ${draw(6, 8)}`,
  customer_id: `'K' || ${customer}`,
};

/** Cases with the one before and the next of the same customer, by their numbers; in their order. */
const inSequence = (
  cases: string,
): string => `select *, lag(i) over own as before_i, lead(i) over own as next_i
  from (${cases}) window own as (partition by ${customer} order by i) order by i`;

/** Cases come one after the other, evenly over the two years; `step` is the time between two, in microseconds. */
const opened = `${start} + to_microseconds((i * step)::bigint)`;
const agent = `'A' || ${draw(8, 400)}`;

/** What has not come by the end of the data has not come: one in many never does, however old. */
interface Ending {
  readonly at: string;
  readonly isOver: string;
  /** Seconds to the end, or so far. */
  readonly seconds: string;
}

function ending(median: number, salt: number, never: string): Ending {
  const at = `${opened} + to_seconds(${time(median, salt)})`;
  const isOver = `(not ${never} and ${at} < ${end})`;
  const soFar = `epoch(${end}) - epoch(${opened})`;
  return {
    at: `case when ${isOver} then ${at} end`,
    isOver,
    seconds: `case when ${isOver} then ${time(median, salt)} else ${soFar} end`,
  };
}

const response = ending(4000, 11, `${draw(15, 200)} = 0`);
const resolution = ending(40_000, 13, `${draw(16, 100)} = 0`);
const isRated = `${draw(29, 3)} = 0`;

interface Made {
  /** Rows a case, numbered `k`. */
  readonly each: number;
  /** 3: every third case has any. */
  readonly every?: number;
  /** Which of them there are. */
  readonly where?: string;
  /** What is known of others like them. */
  readonly among?: (rows: string) => string;
  readonly columns: Readonly<Record<string, string>>;
}

const made: Readonly<Partial<Record<FactName, Made>>> = {
  case_facts: {
    each: 1,
    among: inSequence,
    columns: {
      ...shared,
      id: "'C' || i",
      origin: "'customer'",
      status: `case when ${resolution.isOver} then 'closed' else 'open' end`,
      opened_at: opened,
      asked_at: opened,
      response_s: response.seconds,
      response_business_s: `0.75 * (${response.seconds})`,
      responded: response.isOver,
      first_response_at: response.at,
      resolution_s: resolution.seconds,
      resolution_business_s: `0.5 * (${resolution.seconds})`,
      resolved: resolution.isOver,
      last_resolved_at: resolution.at,
      closed_at: `${resolution.at} + to_seconds(400000)`,
      customer_history: `case when before_i is null then 'new' else 'returning' end`,
      again_any_s: '((next_i * step)::bigint - (i * step)::bigint) / 1e6',
      reopens: `(${draw(17, 25)} = 0)::integer`,
      customer_messages: `(1 + ${draw(18, 4)})::integer`,
      first_contact_one_touch: `${draw(19, 2)} = 0`,
      first_contact_not_again: `${draw(19, 2)} = 0`,
      first_contact_closed_once: `${draw(19, 3)} > 0`,
      owner_id: agent,
      resolver_id: `case when ${resolution.isOver} then ${agent} end`,
    },
  },
  contact_facts: {
    each: 1,
    every: 3,
    columns: {
      ...shared,
      id: "'K' || i",
      case_id: "'C' || i",
      arrived_at: opened,
      queued_at: opened,
      answered: `${draw(22, 8)} > 0`,
      offered: 'true',
      outcome: `case when ${draw(22, 8)} > 0 then 'answered' else 'abandoned_in_queue' end`,
      wait_s: time(30, 23),
      talk_s: time(240, 25),
      hold_s: '0',
      wrap_s: time(60, 27),
      agent_id: agent,
    },
  },
  survey_facts: {
    each: 1,
    every: 3,
    columns: {
      ...shared,
      id: "'S' || i",
      case_id: "'C' || i",
      kind: "'csat'",
      sent_at: opened,
      answered_at: `case when ${isRated} then ${opened} + to_seconds(7200) end`,
      dated: 'true',
      scale_min: '1',
      scale_max: '5',
      score: `case when ${isRated} then (1 + least(4, ${draw(30, 12)}))::double end`,
      agent_id: agent,
    },
  },
  message_facts: {
    each: 2,
    columns: {
      ...shared,
      id: "'M' || i || '-' || k",
      case_id: "'C' || i",
      at: `case when k = 0 then ${opened} else ${opened} + to_seconds(${time(4000, 11)}) end`,
      author_kind: "case when k = 0 then 'customer' else 'agent' end",
      author_id: `case when k = 0 then null else ${agent} end`,
      direction: "case when k = 0 then 'inbound' else 'outbound' end",
      is_public: 'true',
    },
  },
  stages: {
    each: 2,
    where: `k = 0 or ${resolution.isOver}`,
    columns: {
      ...shared,
      id: "'C' || i",
      case_id: "'C' || i",
      sequence: 'k',
      status: "case when k = 0 then 'open' else 'resolved' end",
      owner_id: agent,
      opened_at: opened,
      from: `case when k = 0 then ${opened} else ${resolution.at} end`,
      to: `case when k = 0 then ${resolution.at} end`,
    },
  },
  sla_facts: {
    each: 2,
    columns: {
      ...shared,
      id: "'P' || i || '-' || k",
      case_id: "'C' || i",
      target: "case when k = 0 then 'first_response' else 'resolution' end",
      opened_at: opened,
      started_at: opened,
      state: `case when hash(i + (20 + k) * 1000000000::bigint) % 11 > 0 then 'met' else 'missed' end`,
      agent_id: agent,
    },
  },
};

/** Records that stand behind the facts only in number: the report says how many there are. */
const records = {
  cases: ['case_facts', 'opened_at'],
  interactions: ['contact_facts', 'arrived_at'],
  surveys: ['survey_facts', 'sent_at'],
  messages: ['message_facts', 'at'],
} as const;

async function fill(writer: Writer, cases: number): Promise<void> {
  for (const [fact, { each, every = 1, where = 'true', among, columns }] of Object.entries(made)) {
    const names = Object.keys(factTable(fact as FactName).columns);
    const values = names.map((name) => `${columns[name] ?? 'null'} as "${name}"`);
    const rows = `select r // ${each} * ${every} as i, r % ${each} as k, ${(span * 1e6) / cases} as step
      from range(${Math.round((cases * each) / every)}) t(r)`;
    await writer.execute(
      `insert into ${fact} (${names.map((name) => `"${name}"`).join(', ')}) select ${values.join(', ')} from (${among?.(rows) ?? rows}) where ${where}`,
    );
  }
  for (const [record, [fact, at]] of Object.entries(records)) {
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
