/** What a filtered report is about, in its reader's words. */
import type { Words } from '../locales/index.ts';
import type { Filter } from '../metrics/question.ts';
import { dimensionName, segmentName } from './names.ts';

/** @example filterText(where, words) // 'team: Milan' */
export const filterText = (where: readonly Filter[], words: Words): string =>
  where
    .map(
      ({ dimension, values }) =>
        `${dimensionName(dimension, words)}: ${values.map((value) => segmentName(dimension, value, words)).join(', ')}`,
    )
    .join('; ');
