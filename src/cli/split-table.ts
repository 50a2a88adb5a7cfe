/** A change split by segments as a table that a person reads in a terminal. */
import type { Comparison } from '../chance/index.ts';
import { wordsOf } from '../locales/index.ts';
import type { ExplainedChange, ExplainedPart } from '../metrics/index.ts';
import {
  comparisonNotes,
  differenceText,
  digitsOf,
  segmentText,
  valueText,
  verdictSentence,
} from '../reports/index.ts';
import { laidOut } from './lay-out.ts';

const words = wordsOf('en');

/** Rows that are shown one by one; the rest is summed in one line. */
const shown = 20;

export function splitTable(found: ExplainedChange): string {
  const { figure, comparison, parts } = found;
  const sentence = verdictSentence({ figure, before: comparison.base.value, comparison }, words);
  const count = figure.unit === 'count';
  const header = ['segment', 'before', 'now', ...(count ? ['difference', 'verdict'] : columns)];
  const rows = parts.slice(0, shown).map((part) => (count ? countRow(part) : row(part, found)));
  const rest = parts.slice(shown);
  const last = rest.length === 0 ? [] : [restRow(rest, found)];
  const sums = count ? '' : `\n${sumLines(found)}\n`;
  const notes = comparisonNotes([figure], words).map((note) => `\n${note}`);
  return `${sentence}\n${sums}\n${laidOut([header, ...rows, ...last])}\n${notes.join('')}`;
}

const columns = ['share before', 'share now', 'rate effect', 'verdict', 'mix effect', 'verdict', 'together'];

function sumLines({ figure, rate, mix }: ExplainedChange): string {
  const line = (name: string, effect: Comparison | null): string[] => {
    if (effect === null) return [name, '–'];
    const { low, high } = effect.interval;
    const ends = [low, high].map((end) => (end === null ? words.say('compare.noEnd') : text(end, figure)));
    return [name, text(effect.difference, figure), ends.join(' to '), words.say(`verdict.${effect.verdict}`)];
  };
  return laidOut([
    ['', 'effect', '95% interval', 'verdict'],
    line(words.say('split.rate'), rate),
    line(words.say('split.mix'), mix),
  ]);
}

const text = (difference: number, figure: ExplainedChange['figure']): string =>
  differenceText(difference, figure.unit, words, digitsOf(figure));

const value = (side: ExplainedPart['now'], { figure }: Pick<ExplainedChange, 'figure'>): string =>
  side === null
    ? '–'
    : `${valueText(side.value, figure.unit, words, digitsOf(figure))} (${words.forms.count(side.n)})`;

function row(part: ExplainedPart, found: ExplainedChange): string[] {
  const { rate, mix, rateVerdict, mixVerdict, shareBefore, shareNow } = part;
  const verdict = (own: Comparison | null): string =>
    own === null ? '–' : words.say(`verdict.${own.verdict}`);
  return [
    segmentText({ segment: part.segment }, words),
    value(part.before, found),
    value(part.now, found),
    words.forms.share(shareBefore),
    words.forms.share(shareNow),
    text(rate, found.figure),
    verdict(rateVerdict),
    text(mix, found.figure),
    verdict(mixVerdict),
    text(rate + mix, found.figure),
  ];
}

function countRow({ segment, before, now, rate, rateVerdict }: ExplainedPart): string[] {
  const count = (side: ExplainedPart['now']): string => words.forms.count(side?.value ?? 0);
  return [
    segmentText({ segment }, words),
    count(before),
    count(now),
    words.forms.signed(rate, 0),
    rateVerdict === null ? '–' : words.say(`verdict.${rateVerdict.verdict}`),
  ];
}

function restRow(rest: readonly ExplainedPart[], { figure }: ExplainedChange): string[] {
  const sum = (of: (part: ExplainedPart) => number): number => rest.reduce((all, part) => all + of(part), 0);
  const name = words.say('split.rest', { n: rest.length });
  if (figure.unit === 'count')
    return [
      name,
      '',
      '',
      words.forms.signed(
        sum(({ rate }) => rate),
        0,
      ),
      '',
    ];
  return [
    name,
    '',
    '',
    words.forms.share(sum(({ shareBefore }) => shareBefore)),
    words.forms.share(sum(({ shareNow }) => shareNow)),
    text(
      sum(({ rate }) => rate),
      figure,
    ),
    '',
    text(
      sum(({ mix }) => mix),
      figure,
    ),
    '',
    text(
      sum(({ rate, mix }) => rate + mix),
      figure,
    ),
  ];
}
