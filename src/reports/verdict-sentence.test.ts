import { expect, test } from 'vitest';
import { compare } from '../chance/index.ts';
import { wordsOf } from '../locales/index.ts';
import { type Judged, verdictSentence } from './verdict-sentence.ts';

const answers = (successes: number, n: number) => ({ kind: 'proportion', successes, n }) as const;

function satisfaction(now: readonly [number, number], then: readonly [number, number]): Judged {
  const smallest = { by: 0.02, relative: false };
  const found = compare(answers(...now), answers(...then), { smallest });
  if (found === null) throw new Error('nothing to compare');
  return {
    figure: { metric: 'csat', stat: 'share', unit: 'share', value: now[0] / now[1], interval: null },
    before: then[0] / then[1],
    comparison: { ...found, missing: null },
  };
}

test('a change is told with its size and how rarely chance makes one like it', () => {
  expect(verdictSentence(satisfaction([927, 1030], [846, 1010]), wordsOf('en'))).toBe(
    'Customer satisfaction (CSAT) rose from 83.8% to 90.0% (+6.2 points, 95% interval +3.3 points to +9.2 points). ' +
      'This is more than chance: if nothing had changed, a gap this big would come up less than once in 1,000 such comparisons.',
  );
});

test('steady says how small a change could still hide', () => {
  expect(verdictSentence(satisfaction([84_100, 100_000], [84_000, 100_000]), wordsOf('it'))).toBe(
    'Soddisfazione dei clienti (CSAT): stabile, 84,1% contro 84,0%. Se si è mosso, non più di quanto conti ' +
      '(±2,0 punti): l’intervallo della differenza va da −0,2 punti a +0,4 punti.',
  );
});

test('too early says how many more cases it takes', () => {
  const text = verdictSentence(satisfaction([91, 100], [85, 100]), wordsOf('en'));
  expect(text).toContain('Too early to say');
  expect(text).toMatch(/About [\d,]+ more on each side would settle it/);
});

test('segments are higher or lower, they do not rise', () => {
  const judged = { ...satisfaction([927, 1030], [846, 1010]), segments: true };
  expect(verdictSentence(judged, wordsOf('en'))).toContain('is higher here: 90.0% against 83.8%');
});

test('nothing to compare names the reason', () => {
  const judged = satisfaction([9, 10], [8, 10]);
  const missing = { ...judged.comparison, difference: null, missing: 'no_target' };
  expect(verdictSentence({ ...judged, comparison: missing }, wordsOf('en'))).toContain('nothing to compare');
});
