import { expect, test } from 'vitest';
import type { Scope } from '../../insights/kind.ts';
import { wordsOf } from '../../locales/index.ts';
import { bareFigure } from '../../metrics/fixture-figure.ts';
import type { Figure } from '../../metrics/index.ts';
import { addDays } from '../../model/index.ts';
import type { Context } from '../block.ts';
import { chartsWatched, watch } from './watch.ts';

const scope: Scope = {
  period: { from: '2025-10-01', to: '2025-11-01' },
  zone: 'UTC',
  metrics: ['cases_opened', 'csat', 'reopen_rate'],
  dimensions: [],
  dataFrom: '2025-01-01',
  where: [],
  rules: {},
  problems: [],
  headline: [],
};

const counts = (days: number, value: (i: number) => number): Figure[] => {
  const step = days === 7 ? 40 : 280;
  return Array.from({ length: step }, (_, i) =>
    bareFigure({
      metric: 'cases_opened',
      stat: 'count',
      from: `${addDays('2025-01-06', i * days)}T00:00:00Z`,
      to: `${addDays('2025-01-06', (i + 1) * days)}T00:00:00Z`,
      value: value(i),
      unit: 'count',
      n: value(i),
    }),
  );
};

const wave = (i: number): number => 50 + ((i * 37) % 11);
const context = (language: 'en' | 'it') => ({ scope, words: wordsOf(language) }) as Context;

test('every metric is asked for by week and by day, up to a year back', () => {
  const asked = watch.questions(scope);
  expect(asked.map(({ asks, grain }) => `${asks[0]?.metric} ${grain}`)).toEqual([
    'csat week',
    'csat day',
    'reopen_rate week',
    'reopen_rate day',
    'cases_opened week',
    'cases_opened day',
  ]);
  expect(asked[0]?.period).toEqual({ from: '2025-01-01', to: '2025-11-01' });
  expect(chartsWatched([counts(7, wave), counts(1, wave), []])).toBe(2);
});

test('where nothing happens it says so, and how many false alarms to expect', () => {
  const blocks = watch.build([counts(7, wave), counts(1, wave)], context('en'));
  expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'picture', 'paragraph']);
  expect(blocks[1]).toMatchObject({ text: 'In none of these is there more than chance.' });
  expect(JSON.stringify(blocks.at(-1))).toContain(
    '0.005 false alarms are to be expected: one in about 200 pages',
  );
});

test('what only days can see is shown by day', () => {
  const short = counts(1, (i) => wave(i) + (i >= 200 && i < 216 ? 60 : 0));
  const blocks = watch.build([counts(7, wave), short], context('it'));
  expect(blocks[1]).toMatchObject({ text: 'In 1 di questi 1 c’è più del caso: Casi aperti.' });
  const [, , picture] = blocks;
  expect(picture?.kind === 'picture' && picture.picture.summary).toContain('il 25 luglio 2025');
  expect(picture?.kind === 'picture' && picture.picture.table.rows.length).toBeLessThan(200);
});

test('too few points are no chart', () => {
  expect(watch.build([counts(7, wave).slice(0, 9), counts(1, wave).slice(0, 9)], context('en'))).toEqual([]);
});
