/** Puts the many small files of loads together, and takes away what only earlier states of the warehouse were made of. */
import { headTable } from './commits.ts';
import { type Ground, severalAtOnce } from './ground.ts';
import { inTurn } from './in-turn.ts';
import { quoted } from './types.ts';

/** Larger than any file: one of which rows were deleted is written again without them, however large it is. */
const anySize = '1PB';

/**
 * Two turns, since files may only go once nobody is told of them any more: the first writes them together and makes that
 * known, the second forgets the states before it. A report that was begun more than so many days ago loses its ground.
 *
 * @param days 0: nothing remains of what was deleted
 */
export async function tidy(ground: Ground, days: number): Promise<void> {
  const { catalog } = ground.connection.address;
  const names = await inTurn(ground, async ({ written, touch }) => {
    await severalAtOnce(
      [...written].map((name) => () => {
        touch(name);
        return ground.execute(
          `alter table ${quoted(name)} execute optimize(file_size_threshold => '${anySize}')`,
        );
      }),
    );
    return [...written, headTable];
  });
  const atOnce = ground.connection.under({
    [`${catalog}.expire_snapshots_min_retention`]: '0s',
    [`${catalog}.remove_orphan_files_min_retention`]: '0s',
  });
  await inTurn(ground, () =>
    severalAtOnce(
      names.map((name) => async () => {
        // The one leaves the files of the states that it forgets; the other takes away what no state has.
        for (const step of ['expire_snapshots', 'remove_orphan_files'])
          await atOnce.execute({
            sql: `alter table ${quoted(name)} execute ${step}(retention_threshold => '${days}d')`,
            parameters: [],
          });
      }),
    ),
  );
}
