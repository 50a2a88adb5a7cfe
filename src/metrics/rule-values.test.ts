import { expect, test } from 'vitest';
import { catalogue } from './catalogue/index.ts';
import { findMetric } from './check-question.ts';
import { resolveRules, ruleUses, secondsOf } from './rule-values.ts';
import { ruleOf } from './rules.ts';

const metric = (name: string) => findMetric(name, catalogue);

test('what is not named takes the default of the metric, anchor included', () => {
  expect(resolveRules(metric('service_level'), {})).toEqual({
    anchor: 'arrived',
    'service_level.base': 'answered_or_abandoned_late',
    'service_level.within': '20 s',
  });
});

test.each([
  ['20', 20],
  ['20s', 20],
  ['1.5 min', 90],
  ['2m', 120],
  ['4 h', 14_400],
  ['7d', 604_800],
])('a time of %s is %d seconds', (text, seconds) => {
  const rules = resolveRules(metric('service_level'), { 'service_level.within': text });
  expect(secondsOf(rules, 'service_level.within')).toBe(seconds);
});

test('a wrong value is refused with the nearest right one', () => {
  expect(() => resolveRules(metric('abandonment_rate'), { 'abandonment.base': 'queue' })).toThrow(
    'abandonment.base=queued',
  );
});

test('every rule of every metric has words in both languages for its default and all its values', () => {
  for (const each of catalogue) {
    for (const { token, default: standard, values } of ruleUses(each)) {
      const { words, values: known } = ruleOf(token);
      expect([words.en, words.it].every((text) => text.length > 3)).toBe(true);
      if (known === undefined) expect(secondsOf({ [token]: standard }, token)).toBeGreaterThan(0);
      else
        for (const value of [standard, ...(values ?? [])])
          expect(known, `${each.name} ${token}`).toHaveProperty(value);
    }
  }
});
