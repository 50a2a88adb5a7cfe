/** What is said first: size × certainty, each cause once, capped. */
import type { Insight } from './insight.ts';

export const inReport = 7;
export const onPageTwo = 3;

const subjectKey = ({ kind, subject }: Insight): string =>
  JSON.stringify([kind, subject.segment, kindOfMetric(subject.metric)]);

/** Changes of several metrics in the same segment are one story, told by its largest. */
const kindOfMetric = (metric: string | null): string | null =>
  metric === null ? null : /csat|nps|ces/.test(metric) ? 'satisfaction' : metric;

/** Records are counted in thousands where customers are counted one by one: a data problem must be large to come first. */
const weight = { customers: 1, cases: 0.5, contacts: 0.5, seconds: 1 / 3600, records: 0.05 } as const;

const score = ({ size, certainty }: Insight): number => size.value * weight[size.unit] * certainty;

/** The insights worth the reader's time, best first, at most `limit`. */
export function ranked(insights: readonly Insight[], limit = inReport): readonly Insight[] {
  const best = new Map<string, Insight>();
  for (const insight of [...insights].sort((a, b) => score(b) - score(a))) {
    const key = subjectKey(insight);
    if (!best.has(key)) best.set(key, insight);
  }
  return [...best.values()].slice(0, limit);
}
