/** What a change costs or saves, where the company has said what an hour of work costs. */
import type { Figure } from '../metrics/figure.ts';
import type { Insight } from './insight.ts';
import { about, type Desk, filtersOf, type Scope } from './kind.ts';

/** Kinds whose size is work that came on top or fell away; what merely passes through costs nothing more. */
const priced: readonly string[] = ['growing-issue', 'recorded-change', 'real-change', 'less-there'];

/** What one of it costs, and for time how long one takes. */
const measures = {
  cases: { cost: 'cost_per_resolution', time: null },
  contacts: { cost: 'cost_per_contact', time: null },
  work: { cost: 'cost_per_contact', time: 'handle_time' },
} as const;

const measureOf = ({ kind, size: { unit } }: Insight) =>
  priced.includes(kind) && (unit === 'cases' || unit === 'contacts' || unit === 'work')
    ? measures[unit]
    : null;

/**
 * The same insights, with money beside the size where it can be told: cases × cost per resolution at that place, hours of
 * work × what an hour costs there.
 */
export async function inMoney(
  insights: readonly Insight[],
  scope: Scope,
  desk: Desk,
): Promise<readonly Insight[]> {
  const asked = insights.flatMap((insight) => {
    const measure = measureOf(insight);
    if (measure === null) return [];
    const { metric, segment } = insight.subject;
    // Where teams are there less, the team takes contacts of its own; elsewhere a channel or a category has its own price.
    const where = [
      ...scope.where,
      ...filtersOf(metric === 'adherence' || metric === 'shrinkage' ? {} : segment),
    ];
    const metrics = measure.time === null ? [measure.cost] : [measure.cost, measure.time];
    return [{ insight, question: about(scope, metrics, { stats: ['mean'], where }) }];
  });
  const answers = await desk.ask(asked.map(({ question }) => question));
  return insights.map((insight) => {
    const place = asked.findIndex((each) => each.insight === insight);
    return place === -1 ? insight : withMoney(insight, answers[place] ?? []);
  });
}

function withMoney(insight: Insight, figures: readonly Figure[]): Insight {
  const measure = measureOf(insight);
  const cost = figures.find(({ metric }) => metric === measure?.cost);
  const currency = /^money (.+)$/.exec(cost?.unit ?? '')?.[1];
  const time = figures.find(({ metric }) => metric === measure?.time)?.value ?? null;
  if (measure === null || cost?.value == null || currency === undefined) return insight;
  if (measure.time !== null && (time === null || time === 0)) return insight;
  const each = time === null ? cost.value : cost.value / time;
  return { ...insight, money: { value: each * insight.size.value, currency } };
}
