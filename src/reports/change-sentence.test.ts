import { expect, test } from 'vitest';
import { wordsOf } from '../locales/index.ts';
import type { ChangeEffect } from '../metrics/index.ts';
import { changeSentence } from './change-sentence.ts';

const effect = (
  verdict: Partial<ChangeEffect['verdict']>,
  more: Partial<ChangeEffect> = {},
): ChangeEffect => ({
  change: { id: 'CH3', what: 'Help page', on: '2025-10-06', scope: 'category=invoice', expected: null },
  metric: 'cases_opened',
  stat: 'count',
  unit: 'count',
  weeks: { before: 13, after: 12 },
  before: 40,
  after: 20,
  comparison: { dimension: 'category', segments: ['delivery'] },
  relative: true,
  driftedBefore: false,
  verdict: {
    difference: -0.5,
    interval: { low: -0.58, high: -0.41, level: 0.95, method: 'm' },
    verdict: 'signal',
    p: 0.0001,
    smallest: 0.1,
    n: 25,
    method: 'm',
    looks: 1,
    moreNeeded: null,
    ...verdict,
  },
  ...more,
});

test('what a change brought, in shares of what would have come', () => {
  expect(changeSentence(effect({}), wordsOf('en'))).toBe(
    '“Help page” (6 October 2025) came with less: Cases opened is 50.0% lower than it would have been (−58.0% to −41.0%). ' +
      'Chance alone makes so big a gap less than once in 1,000 times. ' +
      'Held against the rest by category, 13 weeks before and 12 weeks after; what moves both is taken out.',
  );
});

test('too early says how many more weeks, and what it rests on', () => {
  const unclear = effect(
    { verdict: 'cannot_tell_yet', moreNeeded: 9 },
    { comparison: null, driftedBefore: true },
  );
  const text = changeSentence(unclear, wordsOf('en'));
  expect(text).toContain('About 9 more weeks on each side');
  expect(text).toContain('its own past only');
  expect(text).toContain('take the answer with care');
});

test('nothing that matters, in Italian', () => {
  const interval = { low: -0.03, high: 0.04, level: 0.95, method: 'm' };
  const text = changeSentence(effect({ verdict: 'no_change_bigger_than', interval }), wordsOf('it'));
  expect(text).toContain('non ha cambiato nulla che conti in Casi aperti');
  expect(text).toContain('±10,0%');
});

test('what was expected is said beside what came, where the change was made for that metric', () => {
  const change = (metric: string) => ({
    id: 'CH3',
    what: 'Help page',
    on: '2025-10-06',
    scope: null,
    expected: { metric, direction: 'down', size: 0.4 } as const,
  });
  const said = changeSentence(effect({}, { change: change('cases_opened') }), wordsOf('en'));
  expect(said).toMatch(/Expected was a fall of 40%: what came is in line with that\.$/);
  expect(changeSentence(effect({}, { change: change('cases_opened') }), wordsOf('it'))).toMatch(
    /Ci si aspettava un calo di 40%: quanto è arrivato è in linea\.$/,
  );
  expect(changeSentence(effect({}, { change: change('csat') }), wordsOf('en'))).not.toMatch(/Expected/);
});
