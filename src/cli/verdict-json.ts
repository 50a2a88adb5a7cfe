/** A verdict as the JSON that scripts rely on; `schema/compare.json` describes it. */
import type { Outcome } from './held-against.ts';
import { verdictFace } from './verdict-face.ts';
import { whereJson } from './where-json.ts';

export function verdictJson({ figure, where, base, comparison }: Outcome, sentence: string): string {
  const { p, smallest, missing } = comparison;
  const { metric, stat, unit, from, to, value, n } = figure;
  const told = {
    ...verdictFace(comparison),
    metric,
    stat,
    unit,
    current: { from, to, value, n, where: whereJson(where) },
    base: { ...base, where: whereJson(base.where) },
    p,
    smallest,
    missing,
    sentence,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}
