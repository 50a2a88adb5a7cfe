/** What was reported before and is another figure today: which, and by how much. */
import type { Words } from '../../locales/words.ts';
import { localDate } from '../../model/index.ts';
import type { BlockKind } from '../block.ts';
import { differenceText, digitsOf, reasonText, valueText } from '../figure-text.ts';
import { figureName } from '../names.ts';
import { periodText } from '../period-text.ts';
import type { Cell } from '../report.ts';
import type { Restated } from '../restated.ts';

/** More say no more than that much was restated. */
const most = 25;

export const restatedFigures: BlockKind = {
  name: 'restated',
  questions: () => [],
  build(_answers, { seen, words, scope }) {
    const told = seen.restated.filter((each) => shownThen(each, words) !== shownNow(each, words));
    if (seen.restated.length === 0) return [];
    const hidden = seen.restated.length - told.length;
    const more = Math.max(0, told.length - most);
    const notes = [
      ...(more === 0 ? [] : [words.say('block.restated.more', { n: more })]),
      ...(hidden === 0 ? [] : [words.say('block.restated.hidden', { n: hidden })]),
    ];
    const head = (name: 'figure' | 'period' | 'reported' | 'today' | 'difference', i: number) => ({
      label: words.say(`column.${name}`),
      align: i < 2 ? ('left' as const) : ('right' as const),
    });
    return [
      {
        kind: 'table',
        table: {
          caption: words.say('block.restated'),
          columns: (['figure', 'period', 'reported', 'today', 'difference'] as const).map(head),
          rows: told.slice(0, most).map((each) => row(each, words, scope.zone)),
          notes: [words.say('block.restated.note'), ...notes],
        },
      },
    ];
  },
};

function row(each: Restated, words: Words, zone: string): readonly Cell[] {
  const { before, now, period, through } = each;
  const { unit } = now;
  const apart = before.value === null || now.value === null ? null : now.value - before.value;
  const since =
    through === null
      ? {}
      : { small: words.say('block.restated.through', { day: words.forms.date(localDate(through, zone)) }) };
  return [
    { kind: 'text', text: figureName(now, words) },
    { kind: 'text', text: periodText(period, words, true) },
    { kind: 'number', text: shownThen(each, words), value: before.value, unit, ...since },
    {
      kind: 'number',
      text: shownNow(each, words),
      value: now.value,
      unit,
      rows: now.rows,
      ...(now.value === null ? { small: reasonText(now.missing, words) } : {}),
    },
    {
      kind: 'number',
      text: apart === null ? '–' : differenceText(apart, unit, words, digitsOf(before)),
      ...(unit === 'share'
        ? { value: apart === null ? null : 100 * apart, unit: 'points' }
        : { value: apart, unit }),
    },
  ];
}

const shownThen = ({ before, now }: Restated, words: Words): string =>
  before.value === null ? '–' : valueText(before.value, now.unit, words, digitsOf(before));

const shownNow = ({ before, now }: Restated, words: Words): string =>
  now.value === null ? '–' : valueText(now.value, now.unit, words, digitsOf(before));
