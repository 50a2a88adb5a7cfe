/** What a filtered report is about, in its reader's words. */
import type { Words } from '../locales/index.ts';
import type { Filter } from '../metrics/question.ts';
import { dimensionName, segmentName } from './names.ts';

/** Two filters of one dimension leave what both let through. @example filterText(where, words) // 'team: Milan' */
export const filterText = (where: readonly Filter[], words: Words): string =>
  [...Map.groupBy(where, ({ dimension }) => dimension)]
    .map(([dimension, filters]) => {
      const [first = [], ...others] = filters.map(({ values }) => values);
      const both = first.filter((value) => others.every((values) => values.includes(value)));
      const named = both.map((value) => segmentName(dimension, value, words));
      return `${dimensionName(dimension, words)}: ${named.join(', ')}`;
    })
    .join('; ');
