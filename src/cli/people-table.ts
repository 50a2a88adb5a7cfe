/** People side by side as a table that a person reads in a terminal. */
import { wordsOf } from '../locales/index.ts';
import type { PeopleFigures, PersonFigure } from '../metrics/index.ts';
import { peopleSentences, peopleTitle, standingText, valueText } from '../reports/index.ts';
import { laidOut } from './lay-out.ts';

const words = wordsOf('en');
const { forms } = words;

export function peopleTable(found: PeopleFigures): string {
  const header = [
    'who',
    'n',
    'estimate',
    '95% interval',
    'above middle',
    'place',
    'own record',
    'verdict',
    'cases to settle',
  ];
  const rows = found.people.map((person) => row(person, found));
  const table = laidOut([header, ...rows], { right: [1, 2, 4, 6, 8] });
  return `${peopleTitle(found, words)}\n\n${table}\n\n${peopleSentences(found, words).join('\n')}\n`;
}

function row(person: PersonFigure, { unit, allChance }: PeopleFigures): readonly string[] {
  const { name, n, value, interval, aboveMiddle, rank, reliability, moreNeeded } = person;
  const text = (one: number | null): string => (one === null ? '' : valueText(one, unit, words));
  return [
    name,
    forms.count(n),
    text(value),
    `${text(interval.low)} – ${text(interval.high)}`,
    forms.share(aboveMiddle, 0),
    rank.low === rank.high ? String(rank.low) : `${rank.low}–${rank.high}`,
    allChance ? '' : forms.share(reliability, 0),
    standingText(person, allChance, words),
    moreNeeded === null || allChance ? '' : forms.count(moreNeeded),
  ];
}
