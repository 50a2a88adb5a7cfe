import { expect, test } from 'vitest';
import { wordsOf } from '../locales/index.ts';
import { catalogue } from '../metrics/index.ts';
import { metricSections } from './metric-page.ts';

test('every metric is explained in every language, with the same tables', () => {
  for (const metric of catalogue) {
    const [english, italian] = [metricSections(metric, wordsOf('en')), metricSections(metric, wordsOf('it'))];
    expect(italian.map(({ table }) => table?.length)).toEqual(english.map(({ table }) => table?.length));
    expect(italian[0]?.text).toBe(metric.words.it.question);
    expect(italian.filter(({ title }, i) => title === english[i]?.title).map(({ title }) => title)).toEqual([
      'Formula',
    ]);
  }
});
