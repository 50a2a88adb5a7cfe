/** What verdicts cost: one by one, by the page of charts, and for people side by side: node bench/verdicts.ts. */
import { sql } from 'kysely';
import {
  alarmPage,
  among,
  compare,
  type Evidence,
  estimate,
  nhsCauses,
  normalDraws,
  xmrChart,
} from '../src/chance/index.ts';
import { comparePeople } from '../src/metrics/index.ts';
import { type DuckDbWarehouse, openWarehouse, rowsOf } from '../src/warehouse/index.ts';
import { type Measure, middleOf, timed } from './measure.ts';

const draw = normalDraws(1);

export async function bench(): Promise<readonly Measure[]> {
  return [await verdicts(), await chartPage(), await people()];
}

/** Shares, means, counts and promoter scores, a quarter each, all weighed as one family. */
async function verdicts(): Promise<Measure> {
  const pairs = Array.from({ length: 10_000 }, (_, i) => [evidence(i), evidence(i + 4 * (i + 1))] as const);
  const smallest = { by: 0.1, relative: true };
  const seconds = await middleOf(5, async () =>
    among(pairs.map(([now, then]) => compare(now, then, { smallest }))),
  );
  const alone = await middleOf(5, async () => pairs.flat().map((side) => estimate(side)));
  return {
    what: '10,000 verdicts, one family',
    seconds,
    against: { what: 'the 20,000 intervals of their sides', seconds: alone },
    goal: 'about 0.05 s',
  };
}

function evidence(i: number): Evidence {
  const n = 200 + (i % 1000);
  if (i % 4 === 0) return { kind: 'proportion', successes: Math.round(n * (0.8 + 0.1 * Math.sin(i))), n };
  if (i % 4 === 1)
    return { kind: 'mean', n, sum: n * (60 + (i % 7)), sumOfSquares: n * (60 + (i % 7)) ** 2 * 1.3 };
  if (i % 4 === 2) return { kind: 'count', count: n, exposure: 30, dispersion: 1.5 };
  return {
    kind: 'nps',
    promoters: Math.round(n / 2),
    passives: Math.round(n / 5),
    detractors: Math.round(n / 6),
  };
}

/** Days with weekdays, memory and, on every fourth chart, a shift. */
async function chartPage(): Promise<Measure> {
  const days = 3 * 365;
  const page = Array.from({ length: 20 }, (_, chart) => {
    let memory = 0;
    const values = Array.from({ length: days }, (_, day) => {
      memory = 0.3 * memory + draw();
      return (
        100 + 20 * Math.sin((2 * Math.PI * day) / 7) + 10 * memory + (chart % 4 === 0 && day > 700 ? 15 : 0)
      );
    });
    return { values, slots: values.map((_, day) => day % 7) };
  });
  const seconds = await middleOf(5, async () => alarmPage(page));
  const rules = await middleOf(5, async () => page.map(({ values }) => nhsCauses(values, xmrChart(values))));
  return {
    what: 'a page of 20 control charts of 3 years of days',
    seconds,
    against: { what: 'the same page by XmR limits and the NHS rules', seconds: rules },
    goal: 'about 0.1 s',
  };
}

const contacts = 1_000_000;

async function people(): Promise<Measure> {
  const warehouse = await madeCalls();
  const question = {
    asks: [{ metric: 'talk_time', stats: [] }],
    period: { from: '2024-01-01', to: '2026-01-01' },
    zone: 'Europe/Rome',
    by: [],
    where: [],
    rules: {},
    compare: [],
  };
  const [found, seconds] = await timed(() => comparePeople(warehouse, question, 'agent', { people: true }));
  const [, plain] = await timed(() =>
    rowsOf(
      warehouse,
      sql`select agent_id, category, channel, cast(arrived_at as date) as day, count(*), avg(ln(talk_s)) from contact_facts
          group by all`,
    ),
  );
  await warehouse.close();
  const apart = found.people.filter(({ verdict }) => verdict === 'signal').length;
  return {
    what: '200 agents’ adjusted comparison from 1 million interactions',
    seconds,
    against: { what: 'one plain grouping by agent, category, channel and day', seconds: plain },
    goal: 'about 2 s',
    more: `${found.people.length} agents by ${found.method}, ${apart} apart`,
  };
}

/** Two years of calls, written in the engine: agents, categories and channels have effects of their own. */
async function madeCalls(): Promise<DuckDbWarehouse> {
  const warehouse = await openWarehouse({ path: ':memory:' });
  const made = sql`
    insert into contact_facts by name
    select 'bench' as source, cast(i as varchar) as id, 'A' || agent as agent_id, 'C' || category as category,
      case channel when 0 then 'phone' when 1 then 'chat' else 'video' end as channel, true as answered, true as offered,
      timestamptz '2024-01-01 08:00:00+00' + to_minutes(cast(i * 1.05 as bigint)) as arrived_at,
      1 + round(exp(5 + 0.2 * sin(agent) + 0.5 * sin(7 * category) + 0.1 * channel + 0.8 * (random() + random() + random() - 1.5))) as talk_s
    from (select i, cast(hash(i) % 200 as integer) as agent, cast(hash(i + 1) % 20 as integer) as category,
      cast(hash(i + 2) % 3 as integer) as channel from range(${sql.lit(contacts)}) as r(i))`;
  await warehouse.write(async (writer) => writer.execute({ compile: () => made.compile(writer.db) }));
  const dataThrough = '2026-01-01T00:00:00Z';
  const state = await warehouse.state();
  return { ...warehouse, state: async () => ({ ...state, dataThrough }) };
}

if (process.argv[1] === import.meta.filename) {
  console.table(
    (await bench()).map(({ what, seconds, against, goal, more }) => ({
      what,
      seconds: seconds.toFixed(3),
      ratio: against === undefined ? '' : `${(seconds / against.seconds).toFixed(1)} × ${against.what}`,
      goal,
      more: more ?? '',
    })),
  );
}
