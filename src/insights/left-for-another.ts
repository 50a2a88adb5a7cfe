/** A channel that customers leave for another: who was not served there asks again elsewhere within days. */
import { sql } from 'kysely';
import { wilsonInterval } from '../chance/index.ts';
import { addDays, startOfDay } from '../model/index.ts';
import { type Row, rowsOf } from '../warehouse/index.ts';
import { count, named, share } from './fact.ts';
import type { Insight } from './insight.ts';
import type { InsightKind } from './kind.ts';
import { inScope } from './rows-in-scope.ts';

/** Days within which asking again elsewhere counts as leaving. */
const days = 3;
/** So many at least, and surely this share of those who were not served. */
const fewest = 20;
const most = 0.15;

export const leftForAnother: InsightKind = {
  name: 'left-for-another',
  async look(desk, scope) {
    const { period, zone, headline, dimensions } = scope;
    const gaveUp = headline.some(({ metric, value }) => metric === 'abandonment_rate' && (value ?? 0) > 0);
    if (period === 'all' || !gaveUp || !dimensions.includes('channel')) return { insights: [] };
    const wider = { ...scope, period: { from: period.from, to: addDays(period.to, days) } };
    const here = inScope({ fact: 'ask_facts', at: 'asked_at' }, wider, desk);
    if (here === null) return { insights: [] };
    const { functions: fn } = desk.warehouse;
    const gap = fn.secondsBetween(sql.ref('asked_at'), sql.ref('next_at'));
    const rows = await rowsOf(
      desk.warehouse,
      sql<Row>`select channel, next_channel, count(*) as n from (
          select channel, outcome, asked_at,
            case when ${gap} <= ${sql.lit(days * 86_400)} then next_channel end as next_channel
          from (select channel, outcome, asked_at,
              lead(channel) over (partition by customer_id order by asked_at, id) as next_channel,
              lead(asked_at) over (partition by customer_id order by asked_at, id) as next_at
            from ask_facts where ${here} and customer_id is not null and channel is not null) asks
        ) followed
        where outcome in ('abandoned', 'unanswered') and asked_at < ${fn.instant(startOfDay(period.to, zone))}
        group by channel, next_channel`,
    );
    return { insights: leaving(rows).map(insight) };
  },
};

interface Leaving {
  readonly from: string;
  readonly to: string;
  readonly n: number;
  readonly all: number;
}

/** Of each channel the one that most go to. */
function leaving(rows: readonly Row[]): readonly Leaving[] {
  return [...Map.groupBy(rows, ({ channel }) => String(channel))].flatMap(([from, own]) => {
    const all = own.reduce((sum, { n }) => sum + Number(n), 0);
    const [top] = own
      .filter(({ next_channel: next }) => next !== null && next !== from)
      .toSorted((a, b) => Number(b['n']) - Number(a['n']));
    const n = Number(top?.['n'] ?? 0);
    const sure = n >= fewest && (wilsonInterval(n, all, { level: 0.99 }).low ?? 0) > most;
    return top === undefined || !sure ? [] : [{ from, to: String(top['next_channel']), n, all }];
  });
}

function insight({ from, to, n, all }: Leaving): Insight {
  const facts = {
    from: named('channel', from),
    to: named('channel', to),
    n: count(n),
    all: count(all),
    share: share(n / all),
    days: String(days),
  };
  return {
    kind: 'left-for-another',
    headline: { name: 'insight.left', facts },
    because: [{ name: 'insight.left.because', facts }],
    advice: { name: 'insight.left.advice', facts },
    audience: 'planning',
    good: false,
    size: { value: n, unit: 'customers' },
    certainty: 0.99,
    subject: { metric: 'customers_not_served', segment: { channel: from } },
    evidence: [],
  };
}
