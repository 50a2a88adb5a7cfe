/** A verdict as the JSON that scripts rely on; `schema/compare.json` describes it. */
import type { Outcome } from './held-against.ts';

export function verdictJson({ figure, where, base, comparison }: Outcome, sentence: string): string {
  const { verdict, difference, interval, n, method, looks, moreNeeded, p, smallest, missing } = comparison;
  const { metric, stat, unit, from, to, value } = figure;
  const told = {
    verdict,
    difference,
    interval,
    n,
    method,
    looks,
    more_needed: moreNeeded,
    metric,
    stat,
    unit,
    current: { from, to, value, n: figure.n, where: whereJson(where) },
    base: { ...base, where: whereJson(base.where) },
    p,
    smallest,
    missing,
    sentence,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

const whereJson = (where: Outcome['where']) =>
  Object.fromEntries(where.map(({ dimension, values }) => [dimension, values]));
