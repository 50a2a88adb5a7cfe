/** A control chart as a picture with its words: what stands out and when, in a sentence each. */
import type { Signal } from '../chance/index.ts';
import { type Chart, controlChart } from '../charts/index.ts';
import type { Words } from '../locales/words.ts';
import type { Control, Figure } from '../metrics/index.ts';
import type { Grain } from '../model/index.ts';
import { differenceText, digitsOf, valueText } from './figure-text.ts';
import { figureName } from './names.ts';

interface PictureOptions {
  readonly control: Control;
  readonly words: Words;
  readonly width?: number;
  readonly height?: number;
}

export function controlPicture({ control, words, ...size }: PictureOptions): Chart | null {
  const { points, grain } = control;
  const [first] = points;
  if (first === undefined) return null;
  const { unit, metric } = first.figure;
  const sentences = signalSentences(control, words);
  return controlChart({
    points: points.map(({ figure, centre, lower, upper, phase, causes }) => ({
      ...moment(figure, grain, words),
      value: figure.value,
      limits: centre === null || lower === null || upper === null ? null : { centre, lower, upper },
      phase,
      signal: causes.length === 0 ? null : causes.map((cause) => causeText(cause, words)).join(', '),
    })),
    title: figureName(first.figure, words),
    summary:
      sentences.length > 0
        ? sentences.join(' ')
        : words.say('watch.quiet', { name: figureName(first.figure, words) }),
    format: (value) =>
      valueText(value, unit, words, unit === 'share' ? 1 : digitsOf({ unit, interval: null })),
    unknown: words.say('segment.unknown'),
    time: unit === 'seconds',
    ...(unit === 'share' ? { bounds: [0, 1] as const } : {}),
    ...(metric === 'nps' ? { bounds: [-100, 100] as const } : {}),
    ...size,
  });
}

/** Rules name their points in their own words. */
const causeText = (cause: string, words: Words): string =>
  words.sayKnown(`watch.cause.${cause}`, 'watch.cause.other', { text: cause });

function moment(
  figure: Figure,
  grain: Grain,
  { forms }: Words,
): { readonly tick: string; readonly name: string } {
  const day = figure.from?.slice(0, 10) ?? '';
  if (grain === 'day') return { tick: dayAndMonth(day), name: forms.date(day) };
  if (grain === 'week') return { tick: dayAndMonth(day), name: forms.date(day) };
  return { tick: forms.shortMonth(day), name: forms.month(day) };
}

const dayAndMonth = (day: string): string => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`;

/** One sentence a signal, in order of time. */
export function signalSentences({ points, signals, whole }: Control, words: Words): readonly string[] {
  const { forms } = words;
  const day = (at: number): string => forms.date(points[at]?.figure.from?.slice(0, 10) ?? '1970-01-01');
  const when = ({ at, earliest, latest }: Extract<Signal, { kind: 'shift' }>): string =>
    earliest === latest
      ? words.say('watch.on', { day: day(at) })
      : words.say('watch.about', { day: day(at), earliest: day(earliest), latest: day(latest) });
  const [first] = points;
  if (first === undefined) return [];
  const { figure } = first;
  const name = figureName(figure, words);
  const text = (value: number): string =>
    valueText(rounded(value, figure), figure.unit, words, digitsOf(figure));
  const apart = (value: number): string =>
    differenceText(rounded(value, figure), figure.unit, words, digitsOf(figure));
  const told = signals.map((signal) =>
    signal.kind === 'spike'
      ? words.say('watch.spike', {
          name,
          day: day(signal.at),
          value: text(signal.value),
          usual: text(signal.expected),
        })
      : words.say(signal.after > signal.before ? 'watch.rose' : 'watch.fell', {
          name,
          when: when(signal),
          before: text(signal.before),
          after: text(signal.after),
          low: apart(signal.low),
          high: apart(signal.high),
        }),
  );
  return [...told, ...whole.map((found) => words.say('watch.whole', { text: found }))];
}

/** Levels of counts are means; nobody needs their decimals. */
const rounded = (value: number, { unit }: Pick<Figure, 'unit'>): number =>
  unit === 'count' && Math.abs(value) >= 10 ? Math.round(value) : value;
