/** Whether what became of the records of a load is acceptable. */
import { Problem } from '../model/index.ts';
import type { FileCounts, OpenBooks } from '../warehouse/index.ts';
import type { IntakeLimits } from './load.ts';

interface Case {
  readonly sources: readonly { readonly name: string }[];
  readonly limits: IntakeLimits;
  readonly books: OpenBooks;
}

/** @throws Problem `records_unaccounted`, `nothing_loaded`, `too_many_quarantined` */
export async function judge(files: readonly FileCounts[], { sources, limits, books }: Case): Promise<void> {
  for (const [index, counts] of files.entries()) holdsTheLaw(counts, sources[index]?.name ?? '');
  const total = (name: 'records' | 'loaded' | 'duplicates' | 'quarantined' | 'excluded'): number =>
    files.reduce((sum, counts) => sum + counts[name], 0);
  const place = sources.map(({ name }) => name).join(', ');
  const [records, quarantined] = [total('records'), total('quarantined')];
  if (total('loaded') + total('duplicates') === 0) {
    throw new Problem('nothing_loaded', {
      place,
      found:
        records === 0 ? 'no record' : `none of ${records} records could be loaded (${await example(books)})`,
      expected: 'at least one record that the mapping can read',
      todo: 'compare the mapping with what "tidemark inspect" finds in the file',
    });
  }
  if (quarantined > records * limits.maxQuarantinedShare) {
    throw new Problem('too_many_quarantined', {
      place,
      found: `${quarantined} of ${records} records are broken (${await example(books)})`,
      expected: `at most ${Math.round(limits.maxQuarantinedShare * 100)} %`,
      todo: 'mend the mapping or the file, or allow more under intake: max_quarantined_share; nothing was loaded',
    });
  }
}

function holdsTheLaw(
  { records, loaded, duplicates, quarantined, excluded }: FileCounts,
  place: string,
): void {
  const known = loaded + duplicates + quarantined + excluded;
  if (known === records) return;
  throw new Problem('records_unaccounted', {
    place,
    found: `${records} records, of which ${known} are accounted for`,
    expected: 'every record to be loaded, a duplicate or set aside',
    todo: 'nothing was loaded; please report this with a file that shows it',
  });
}

/** The commonest reason of this load, the newest in the books, in the words of one of its records. */
async function example({ db, rows }: OpenBooks): Promise<string> {
  const [newest] = await rows(db.selectFrom('set_aside').select((by) => by.fn.max('load').as('load')));
  const [row] = await rows(
    db
      .selectFrom('set_aside')
      .select((by) => [
        'code',
        by.fn.countAll().as('count'),
        by.fn.min('place').as('place'),
        by.fn.min('sentence').as('sentence'),
      ])
      .where('load', '=', newest?.load ?? 0)
      .groupBy('code')
      .orderBy('count', 'desc')
      .orderBy('code')
      .limit(1),
  );
  return row === undefined
    ? 'no reason is known'
    : `mostly ${row.code}: ${row.sentence}; first at line ${row.place}`;
}
