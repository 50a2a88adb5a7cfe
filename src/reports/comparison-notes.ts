/** What has to be said of comparisons beside their numbers: days that differ, parts of periods, contracts, sources. */
import type { Words } from '../locales/words.ts';
import type { Figure, FigureComparison } from '../metrics/figure.ts';
import { addDays } from '../model/index.ts';
import { digitsOf, valueText } from './figure-text.ts';
import { figureName, segmentText } from './names.ts';

/** Each sentence once, in the order of the figures. */
export function comparisonNotes(figures: readonly Figure[], words: Words): readonly string[] {
  const told = figures.flatMap((figure) =>
    figure.comparisons.flatMap((comparison) => [
      partNote(figure, comparison, words),
      daysNote(comparison, words),
      contractNote(figure, comparison, words),
      benchmarkNote(figure, comparison, words),
    ]),
  );
  return [...new Set(told.filter((note) => note !== null))];
}

function partNote(figure: Figure, { base }: FigureComparison, words: Words): string | null {
  if (base.part === undefined || figure.from === null || figure.to === null) return null;
  if (base.from === null || base.to === null) return null;
  const [start, end] = [rangeText(figure.from, figure.to, words), rangeText(base.from, base.to, words)];
  return words.say('compare.note.part', { now: start, before: end });
}

/** Half-open instants as the days that they hold. */
function rangeText(from: string, to: string, { forms }: Words): string {
  const [first, last] = [from.slice(0, 10), addDays(to.slice(0, 10), -1)];
  return first === last ? forms.date(first) : `${forms.date(first)} – ${forms.date(last)}`;
}

function daysNote({ workingDays, base }: FigureComparison, words: Words): string | null {
  if (workingDays === undefined || base.value === null) return null;
  const { current, base: then, adjusted } = workingDays;
  if (current === then && !adjusted) return null;
  const facts = { current: words.forms.count(current), base: words.forms.count(then) };
  return words.say(adjusted ? 'compare.note.perWorkingDay' : 'compare.note.workingDays', facts);
}

function contractNote(figure: Figure, comparison: FigureComparison, words: Words): string | null {
  const { contract, base, among, verdict } = comparison;
  if (contract === undefined || figure.value === null || base.value === null) return null;
  const segment = segmentText(figure, words);
  const facts = {
    name: segment === '' ? figureName(figure, words) : `${figureName(figure, words)}, ${segment}`,
    contract: contract.name,
    value: valueText(figure.value, figure.unit, words, digitsOf(figure)),
    target: valueText(base.value, figure.unit, words, digitsOf(figure)),
  };
  if (!contract.breached) return words.say('compare.note.kept', facts);
  const chance = (among ?? verdict) !== 'signal';
  return words.say(chance ? 'compare.note.breachWithinChance' : 'compare.note.breach', facts);
}

function benchmarkNote(figure: Figure, { base }: FigureComparison, words: Words): string | null {
  if (base.source === undefined || base.value === null) return null;
  return words.say('compare.note.benchmark', {
    name: figureName(figure, words),
    value: valueText(base.value, figure.unit, words, 1),
    source: base.source,
    date: words.forms.date(base.date ?? ''),
  });
}
