/** What is said first: size × certainty, each cause once, capped. */
import { inCustomers } from './affected.ts';
import { isDisjoint } from './change.ts';
import type { Insight } from './insight.ts';
import { themeOf } from './theme.ts';

export const inReport = 7;
export const onPageTwo = 3;

/**
 * What calls for action comes before what went well; what always was waits behind what is new, most of all where nobody is
 * harmed and nothing can be learned. Fewer answers to surveys, or other work than before, are nobody's trouble.
 */
function urgency({ good, kind, subject, advice }: Insight): number {
  const news = isNews(kind) ? 1 : good === false || kind === 'people-apart' ? 0.3 : 0.08;
  const ofSurvey = subject.metric === 'survey_response_rate' ? 0.2 : 1;
  const ofMix = advice.name === 'insight.realChange.mix' ? 0.1 : 1;
  return (good === true ? 0.3 : 1) * news * ofSurvey * ofMix;
}

/** Kinds that tell of something that happened in the period, rather than of how things always are. */
const happened: readonly string[] = [
  'real-change',
  'growing-issue',
  'too-few-people',
  'less-there',
  'speed-without-service',
  'work-moved',
  'early-warning',
  'towards-target',
  'recorded-change',
];
const isNews = (kind: string): boolean => happened.includes(kind) || kind in now;

/** Single cases that wait right now: few, but something can be done today. */
const now: Readonly<Record<string, number>> = { 'urgent-waiting': 1000, 'promises-at-risk': 20 };
/** Somebody waits for the answer: whether a change worked is told however small it is. */
const awaited: Readonly<Record<string, number>> = { 'recorded-change': 30 };

const score = (insight: Insight): number =>
  inCustomers(insight.size, insight.evidence[0]?.n) *
  (insight.each ?? 1) *
  insight.certainty *
  urgency(insight) *
  (now[insight.kind] ?? awaited[insight.kind] ?? 1);

/** The insights worth the reader's time, best first, at most `limit`. */
export function ranked(insights: readonly Insight[], limit = inReport): readonly Insight[] {
  const told: Insight[] = [];
  for (const insight of [...insights].sort((a, b) => score(b) - score(a))) {
    if (!told.some((other) => isSameStory(other, insight))) told.push(insight);
  }
  return varied(told, limit);
}

/** The same kind at the same place, or two that tell of one change: one theme, the same direction, rows in common. */
function isSameStory(told: Insight, next: Insight): boolean {
  const theme = themesAgree(told, next);
  if (told.kind === next.kind && theme && isSamePlace(told, next)) return true;
  const changes =
    (happened.includes(told.kind) && happened.includes(next.kind)) ||
    themeOf(told.subject.metric ?? '') === 'routing';
  const same = told.good === null ? told.subject.way === next.subject.way : told.good === next.good;
  return changes && theme && same && !isDisjoint(told.subject.segment, next.subject.segment);
}

const isSamePlace = (a: Insight, b: Insight): boolean =>
  JSON.stringify(Object.entries(a.subject.segment).sort()) ===
  JSON.stringify(Object.entries(b.subject.segment).sort());

function themesAgree({ subject: a }: Insight, { subject: b }: Insight): boolean {
  const themes = [a, b].map(({ metric }) => (metric === null ? null : themeOf(metric)));
  return themes[0] === themes[1];
}

/** Of what always was, what has been said in one form already weighs a quarter: three help articles are one idea. */
function varied(candidates: readonly Insight[], limit: number): readonly Insight[] {
  const said = new Map<string, number>();
  const chosen: Insight[] = [];
  const worth = (insight: Insight): number =>
    isNews(insight.kind) ? score(insight) : score(insight) / 4 ** (said.get(insight.headline.name) ?? 0);
  while (chosen.length < limit && chosen.length < candidates.length) {
    const left = candidates.filter((candidate) => !chosen.includes(candidate));
    const next = left.reduce((first, other) => (worth(other) > worth(first) ? other : first));
    said.set(next.headline.name, (said.get(next.headline.name) ?? 0) + 1);
    chosen.push(next);
  }
  return chosen;
}
