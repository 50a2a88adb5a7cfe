/** Figures as a reader sees them: the same digits in every printer. */

import type { Words } from '../locales/words.ts';
import type { Figure, FigureComparison, Unit } from '../metrics/figure.ts';
import type { Cell, NumberCell, VerdictCell } from './report.ts';

/** One digit more where the interval is narrow enough to carry it. */
const finer = (figure: Pick<Figure, 'interval'>, scale: number): 1 | 2 => {
  const { low = null, high = null } = figure.interval ?? {};
  return low !== null && high !== null && (high - low) * scale < 2 ? 2 : 1;
};

/** @example valueText(0.1028, 'share', words, 2) // '10.28%' */
export function valueText(value: number, unit: Unit, { forms }: Words, digits: 0 | 1 | 2 = 1): string {
  if (unit === 'share') return forms.share(value, digits);
  if (unit === 'seconds') return forms.duration(value);
  if (unit === 'count') return forms.count(value, Number.isInteger(value) ? 0 : 1);
  if (unit === 'points') return forms.count(value, digits);
  const currency = currencyOf(unit);
  if (currency !== null) return forms.money(value, currency);
  return forms.count(value, 2);
}

/** @example currencyOf('money EUR') // 'EUR' */
const currencyOf = (unit: Unit): string | null => /^money (.+)$/.exec(unit)?.[1] ?? null;

/** How many digits a figure carries. */
export const digitsOf = (figure: Pick<Figure, 'unit' | 'interval'>): 1 | 2 =>
  finer(figure, figure.unit === 'share' ? 100 : 1);

/** A difference with its sign; shares differ in percentage points. */
export function differenceText(difference: number, unit: Unit, words: Words, digits: 1 | 2 = 1): string {
  const { forms } = words;
  if (unit === 'share') return words.say('unit.points', { value: forms.signedPoints(difference, digits) });
  if (unit === 'seconds') return `${difference > 0 ? '+' : ''}${forms.duration(difference)}`;
  const currency = currencyOf(unit);
  if (currency !== null) return `${difference > 0 ? '+' : ''}${forms.money(difference, currency)}`;
  return forms.signed(difference, unit === 'count' ? 0 : unit === 'points' ? digits : 2);
}

export function intervalText(figure: Figure, words: Words): string | undefined {
  const { interval, unit } = figure;
  if (interval === null || unit === 'count') return undefined;
  const end = (value: number): string => valueText(value, unit, words, digitsOf(figure));
  const { low, high } = interval;
  if (low !== null && high !== null) return words.say('interval.both', { low: end(low), high: end(high) });
  if (low !== null) return words.say('interval.atLeast', { low: end(low) });
  return high === null ? undefined : words.say('interval.atMost', { high: end(high) });
}

/** A figure as a cell: its value, or a dash and the reason. */
export function figureCell(figure: Figure, words: Words): NumberCell {
  const { value, unit, rows, missing, n } = figure;
  if (value === null) {
    return { kind: 'number', text: '–', value: null, unit, small: reasonText(missing, words), rows };
  }
  const interval = intervalText(figure, words);
  const counted = unit === 'count' ? undefined : words.say('figure.of', { n: words.forms.count(n) });
  const small = [interval, counted].filter((part) => part !== undefined).join(' · ');
  return {
    kind: 'number',
    text: valueText(value, unit, words, digitsOf(figure)),
    value,
    unit,
    rows,
    ...(small === '' ? {} : { small }),
  };
}

export function reasonText(missing: string | null, words: Words): string {
  return words.sayKnown(`missing.${missing ?? 'no_data'}`, 'missing.other');
}

/** What a figure was before, as a cell. */
export function baseCell(figure: Figure, comparison: FigureComparison | undefined, words: Words): Cell {
  if (comparison === undefined || comparison.base.value === null) {
    return {
      kind: 'text',
      text: '–',
      ...(comparison?.missing == null ? {} : { small: reasonText(comparison.missing, words) }),
    };
  }
  return {
    kind: 'number',
    text: valueText(comparison.base.value, figure.unit, words, digitsOf(figure)),
    value: comparison.base.value,
    unit: figure.unit,
  };
}

/** Whether a change is good news, seen from the reader's side. */
export function goodNews(difference: number | null, better: 'up' | 'down' | 'neither'): boolean | null {
  if (difference === null || difference === 0 || better === 'neither') return null;
  return difference > 0 === (better === 'up');
}

/** The verdict word of a comparison, with the difference in small print. */
export function verdictCell(
  figure: Figure,
  comparison: FigureComparison | undefined,
  better: 'up' | 'down' | 'neither',
  words: Words,
): VerdictCell {
  const verdict = comparison?.among ?? null;
  if (comparison === undefined || verdict === null || comparison.difference === null) {
    const reason = comparison?.missing ?? 'no_earlier_period';
    return { kind: 'verdict', verdict: null, good: null, text: '–', small: reasonText(reason, words) };
  }
  const difference = differenceText(comparison.difference, figure.unit, words, digitsOf(figure));
  return {
    kind: 'verdict',
    verdict,
    good: verdict === 'signal' ? goodNews(comparison.difference, better) : null,
    text: words.say(`verdict.${verdict}`),
    small: difference,
  };
}
