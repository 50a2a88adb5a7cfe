/** A stage that holds cases up: in one category far more of the time passes untouched, or with a third party, than elsewhere. */
import { sql } from 'kysely';
import { type RatioSums, ratioInterval } from '../chance/index.ts';
import { type Row, rowsOf } from '../warehouse/index.ts';
import { count, named, placed, seconds, share } from './fact.ts';
import type { Insight } from './insight.ts';
import type { InsightKind } from './kind.ts';
import { inScope } from './rows-in-scope.ts';

/** Stages in which nobody works on a case: nobody took it yet; a third party is waited for. */
const idle = ['new', 'on_hold'] as const;
/** Surely this share of a category's time, and so many times that of the others. */
const most = 0.2;
const times = 1.5;
const fewest = 30;

export const holdUp: InsightKind = {
  name: 'hold-up',
  async look(desk, scope) {
    const here = inScope({ fact: 'stages', at: 'opened_at' }, scope, desk);
    if (here === null || scope.period === 'all' || !scope.dimensions.includes('category'))
      return { insights: [] };
    const rows = await rowsOf(
      desk.warehouse,
      sql<Row>`
      select category, count(*) as n, sum(y_new) as new_y, sum(y_hold) as hold_y, sum(x) as sx, sum(x * x) as xx,
        sum(y_new * y_new) as new_yy, sum(y_hold * y_hold) as hold_yy, sum(x * y_new) as new_xy, sum(x * y_hold) as hold_xy,
        count(case when y_new > 0 then 1 end) as new_n, count(case when y_hold > 0 then 1 end) as hold_n
      from (select source, case_id, category, sum(coalesce(stay_business_s, stay_s)) as x,
          sum(case when status = 'new' then coalesce(stay_business_s, stay_s) else 0 end) as y_new,
          sum(case when status = 'on_hold' then coalesce(stay_business_s, stay_s) else 0 end) as y_hold
        from stages where ${here} and category is not null and status not in ('resolved', 'closed') and stay_s is not null
        group by source, case_id, category) per_case
      where x > 0 group by category`,
    );
    return { insights: idle.flatMap((stage) => worst(stage, rows)) };
  },
};

interface Held {
  readonly category: string;
  readonly sums: RatioSums;
  /** Cases that were in this stage at all. */
  readonly touched: number;
}

/** The category in which a stage holds up most, where that is surely more than elsewhere. */
function worst(stage: (typeof idle)[number], rows: readonly Row[]): readonly Insight[] {
  const held = rows.map((row) => heldIn(stage, row));
  const found = held.flatMap((one) => {
    const others = held.filter((other) => other !== one);
    const elsewhere =
      total(others, ({ sumY }) => sumY) /
      Math.max(
        1,
        total(others, ({ sumX }) => sumX),
      );
    const { low, high } = ratioInterval(one.sums, { level: 0.99 });
    const clear =
      (low ?? 0) > Math.max(most, times * elsewhere) && one.touched >= fewest && isLonger(one, others);
    return clear && low !== null && high !== null ? [{ ...one, elsewhere, low, high }] : [];
  });
  const [first] = found.toSorted((a, b) => b.sums.sumY - a.sums.sumY);
  return first === undefined ? [] : [insight(stage, first)];
}

/** A large share of a short time is no hold-up: a case must stand still for longer than others do. */
const isLonger = ({ sums: { sumY, n } }: Held, others: readonly Held[]): boolean =>
  sumY / n >
  (times * total(others, (sums) => sums.sumY)) /
    Math.max(
      1,
      total(others, (sums) => sums.n),
    );

const total = (held: readonly Held[], of: (sums: RatioSums) => number): number =>
  held.reduce((sum, { sums }) => sum + of(sums), 0);

function heldIn(stage: (typeof idle)[number], row: Row): Held {
  const key = stage === 'new' ? 'new' : 'hold';
  const of = (name: string): number => Number(row[name] ?? 0);
  return {
    category: String(row['category']),
    touched: of(`${key}_n`),
    sums: {
      n: of('n'),
      sumY: of(`${key}_y`),
      sumX: of('sx'),
      sumYY: of(`${key}_yy`),
      sumXY: of(`${key}_xy`),
      sumXX: of('xx'),
    },
  };
}

function insight(
  stage: (typeof idle)[number],
  { category, sums, touched, elsewhere, low, high }: Held & { elsewhere: number; low: number; high: number },
): Insight {
  const place = { category };
  const facts = {
    place: placed(place),
    category: named('category', category),
    stage: named('status', stage),
    share: share(sums.sumY / sums.sumX),
    low: share(low),
    high: share(high),
    elsewhere: share(elsewhere),
    cases: count(touched),
    each: seconds(sums.sumY / Math.max(1, touched)),
  };
  return {
    kind: 'hold-up',
    headline: { name: 'insight.holdUp', facts },
    because: [{ name: 'insight.holdUp.because', facts }],
    advice: { name: `insight.holdUp.${stage}`, facts },
    audience: stage === 'new' ? 'planning' : 'team',
    good: false,
    size: { value: touched, unit: 'cases' },
    certainty: 0.99,
    subject: { metric: 'resolution_time', segment: place },
    evidence: [],
  };
}
