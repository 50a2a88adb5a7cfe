/** Whether a change worked as the JSON that scripts rely on: the verdict of `schema/compare.json`, against a recorded change. */
import { wordsOf } from '../locales/index.ts';
import type { ChangeEffect } from '../metrics/index.ts';
import { changeSentence } from '../reports/index.ts';
import { verdictFace } from './verdict-face.ts';

export function changeJson(found: ChangeEffect): string {
  const { change, metric, stat, unit, weeks, before, after, comparison, relative, driftedBefore } = found;
  const { p, smallest } = found.verdict;
  const told = {
    ...verdictFace(found.verdict),
    metric,
    stat,
    unit,
    relative,
    change,
    weeks,
    before,
    after,
    comparison,
    drifted_before: driftedBefore,
    p,
    smallest,
    sentence: changeSentence(found, wordsOf('en')),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}
