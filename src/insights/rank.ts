/** What is said first: size × certainty, each cause once, capped. */
import type { Insight } from './insight.ts';
import { themeOf } from './theme.ts';

export const inReport = 7;
export const onPageTwo = 3;

/** Changes of several metrics of one theme in the same segment are one story, told by its largest. */
const subjectKey = ({ kind, subject }: Insight): string =>
  JSON.stringify([kind, subject.segment, subject.metric === null ? null : themeOf(subject.metric)]);

/** In customers: an hour of waiting or work weighs as one; records of a data problem weigh little beside people. */
const weight = { customers: 1, cases: 0.5, contacts: 0.5, seconds: 1 / 3600, records: 0.01 } as const;

/** What calls for action comes before what went well. */
const urgency = ({ good }: Insight): number => (good === true ? 0.3 : 1);

const score = (insight: Insight): number =>
  insight.size.value * weight[insight.size.unit] * insight.certainty * urgency(insight);

/** The insights worth the reader's time, best first, at most `limit`. */
export function ranked(insights: readonly Insight[], limit = inReport): readonly Insight[] {
  const best = new Map<string, Insight>();
  for (const insight of [...insights].sort((a, b) => score(b) - score(a))) {
    const key = subjectKey(insight);
    if (!best.has(key)) best.set(key, insight);
  }
  return varied([...best.values()], limit);
}

/** What has been said in one form already weighs half as much in the same form: three articles are one idea. */
function varied(candidates: readonly Insight[], limit: number): readonly Insight[] {
  const said = new Map<string, number>();
  const chosen: Insight[] = [];
  const worth = (insight: Insight): number => score(insight) / 2 ** (said.get(insight.headline.name) ?? 0);
  while (chosen.length < limit && chosen.length < candidates.length) {
    const left = candidates.filter((candidate) => !chosen.includes(candidate));
    const next = left.reduce((first, other) => (worth(other) > worth(first) ? other : first));
    said.set(next.headline.name, (said.get(next.headline.name) ?? 0) + 1);
    chosen.push(next);
  }
  return chosen;
}
