/** What stands under a table of figures: what has no value, what was counted out and why, and how the parts relate to the whole. */
import { wordsOf } from '../locales/index.ts';
import { type Figure, isMultiple, type MetricDefinition } from '../metrics/index.ts';
import { dimensionName, reasonText } from '../reports/index.ts';

const words = wordsOf('en');

/** Why there is no value, once for each metric and reason. */
export function missingNote(figures: readonly Figure[]): string {
  const without = figures.filter(({ value }) => value === null);
  const lines = new Set(without.map(({ metric, missing }) => `  ${metric}: ${reasonText(missing, words)}`));
  return lines.size === 0 ? '' : `\n${words.say('missing.head')}\n${[...lines].join('\n')}\n`;
}

/** One line a metric, its reasons largest first; rows are counted once, whatever the number of statistics. */
export function countedOutNote(figures: readonly Figure[]): string {
  const lines = [...Map.groupBy(figures, ({ metric }) => metric)].flatMap(([metric, own]) => {
    const totals = own.filter(({ segment }) => Object.keys(segment).length === 0);
    const whole = totals.length > 0 ? totals : own;
    const alike = whole.filter(({ stat, rules }) => stat === whole[0]?.stat && rules === whole[0]?.rules);
    const reasons = new Map<string, number>();
    for (const [reason, n] of alike.flatMap(({ countedOut }) => Object.entries(countedOut)))
      reasons.set(reason, (reasons.get(reason) ?? 0) + n);
    const told = [...reasons]
      .sort(([, a], [, b]) => b - a)
      .map(([reason, n]) => `${words.forms.count(n)} ${reasonName(reason)}`);
    return told.length === 0 ? [] : [`  ${metric}: ${told.join(', ')}`];
  });
  return lines.length === 0 ? '' : `\n${words.say('counted.head')}\n${lines.join('\n')}\n`;
}

const reasonName = (reason: string): string =>
  words.sayKnown(`counted.reason.${reason}`, 'counted.reason.other');

/** Whether the parts of a split table add up to their whole, said where they do not. */
export function partsNote(figures: readonly Figure[], metrics: readonly MetricDefinition[]): string {
  const split = figures.filter(({ segment }) => Object.keys(segment).length > 0);
  const several = new Set(
    split.flatMap(({ metric, segment, rules }) => {
      const fact = metrics.find(({ name }) => name === metric)?.fact;
      return fact === undefined ? [] : Object.keys(segment).filter((name) => isMultiple(name, fact, rules));
    }),
  );
  const lines = [...several].map((name) =>
    words.say('parts.several', { dimension: dimensionName(name, words) }),
  );
  const recomputed = split.some(({ metric }) =>
    metrics.some(({ name, additive }) => name === metric && !additive),
  );
  if (recomputed || lines.length > 0) lines.push(words.say('parts.recomputed'));
  return lines.length === 0 ? '' : `\n${lines.join('\n')}\n`;
}
