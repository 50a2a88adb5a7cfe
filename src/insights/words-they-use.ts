/** The words that customers use for one thing far more than for everything else: counted, never quoted. */
import { type RawBuilder, sql } from 'kysely';
import { mask } from '../privacy/index.ts';
import { type Row, rowsOf } from '../warehouse/index.ts';
import type { Place } from './insight.ts';
import type { Desk, Scope } from './kind.ts';
import { inScope } from './rows-in-scope.ts';

/** Messages that are read on each side. */
const sample = 600;
/** A word stands for many: so many different cases at least, and so many times as often as elsewhere. */
const fewest = 5;
const times = 3;
const told = 4;

/**
 * Words of at least four letters, by Dunning's log-likelihood against other messages of the period; [] where words may not
 * be printed or none are known.
 *
 * @example await wordsTheyUse({ category: 'warranty_fault' }, scope, desk) // ['battery', 'overnight', 'watch']
 */
export async function wordsTheyUse(place: Place, scope: Scope, desk: Desk): Promise<readonly string[]> {
  if (!desk.words) return [];
  const here = inScope({ fact: 'case_facts', place }, scope, desk);
  const all = inScope({ fact: 'case_facts' }, scope, desk);
  if (here === null || all === null) return [];
  const [own, others] = [
    await casesSaying(here, desk),
    await casesSaying(sql<boolean>`(${all} and not coalesce(${here}, false))`, desk),
  ];
  return typical(own, others);
}

/** Of each case the different words that its customer wrote. */
async function casesSaying(
  which: RawBuilder<boolean>,
  { warehouse }: Desk,
): Promise<readonly ReadonlySet<string>[]> {
  const rows = await rowsOf(
    warehouse,
    sql<Row>`select m.case_id, m.body from messages m join (
        select source, id from case_facts where ${which} order by id limit ${sql.lit(sample)}
      ) c on c.source = m.source and c.id = m.case_id
      where m.author_kind = 'customer' and m.body is not null`,
  );
  return [...Map.groupBy(rows, ({ case_id }) => case_id).values()].map(
    (messages) => new Set(messages.flatMap(({ body }) => wordsOf(mask(String(body))))),
  );
}

/** Letters only: what was masked, numbers and addresses are no words. */
const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/\[[^\]]*\]/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 4);

function typical(
  own: readonly ReadonlySet<string>[],
  others: readonly ReadonlySet<string>[],
): readonly string[] {
  const [ours, theirs] = [counted(own), counted(others)];
  return [...ours]
    .map(([word, n]) => ({ word, n, ...keyness(n, own.length, theirs.get(word) ?? 0, others.length) }))
    .filter(({ n, ratio }) => n >= fewest && ratio >= times)
    .toSorted((a, b) => b.likelihood - a.likelihood || (a.word < b.word ? -1 : 1))
    .slice(0, told)
    .map(({ word }) => word);
}

function counted(cases: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const word of cases.flatMap((words) => [...words])) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

/** Dunning (1993): 2 Σ observed × ln(observed ÷ expected), over both sides. */
function keyness(
  a: number,
  n: number,
  b: number,
  m: number,
): { readonly ratio: number; readonly likelihood: number } {
  const share = (a + b) / (n + m);
  const part = (observed: number, expected: number): number =>
    observed === 0 ? 0 : observed * Math.log(observed / expected);
  const likelihood = 2 * (part(a, n * share) + part(b, m * share));
  return { ratio: a / n / Math.max(0.5 / Math.max(1, m), b / Math.max(1, m)), likelihood };
}
