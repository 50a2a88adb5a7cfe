/** What the engine says when something goes wrong, as a Problem where a person can do something about it. */
import { Problem } from '../../model/index.ts';

type Reading = (message: string, path: string) => Problem | null;

const busy: Reading = (message, path) => {
  const lock = /Could not set lock on file.*?(?:\(PID (\d+)\)|$)/s.exec(message);
  if (lock === null) return null;
  return warehouseBusy(path, lock[1] === undefined ? 'another process' : `process ${lock[1]}`);
};

/** @param owner who has it open, as words */
export const warehouseBusy = (path: string, owner: string): Problem =>
  new Problem('warehouse_busy', {
    found: `${owner} is using it`,
    expected: 'a warehouse that nobody else has open',
    todo: 'wait until it has finished, or end it, and try again',
    place: path,
  });

const full: Reading = (message, path) =>
  /No space left on device|max_temp_directory_size|Disk quota exceeded|File too large/i.test(message)
    ? new Problem(
        'disk_full',
        {
          found: 'the disk is full',
          expected: 'room for the warehouse and its temporary files',
          todo: 'free some space and run the same command again; nothing was changed',
          place: path,
        },
        { exitCode: 3 },
      )
    : null;

const memory: Reading = (message, path) =>
  /Out of Memory Error/i.test(message)
    ? new Problem('memory_full', {
        found: 'the statement needs more memory than it may use',
        expected: 'work that fits in the memory limit',
        todo: 'ask for a shorter period or fewer groups, or raise the memory limit; nothing was changed',
        place: path,
      })
    : null;

const notOurs: Reading = (message, path) =>
  /not a valid DuckDB database file|Is a directory/i.test(message)
    ? new Problem('warehouse_unreadable', {
        found: 'this is not a warehouse',
        expected: 'a file that Tidemark made',
        todo: 'check the path in the configuration',
        place: path,
      })
    : null;

const missing: Reading = (message, path) =>
  /database does not exist|No such file or directory/i.test(message)
    ? new Problem('warehouse_missing', {
        found: 'there is no warehouse',
        expected: 'a warehouse with records in it',
        todo: 'import a file first: tidemark import FILE',
        place: path,
      })
    : null;

const newer: Reading = (message, path) =>
  /database file with version number|newer (?:DuckDB )?version|not compatible/i.test(message)
    ? newerWarehouse(path)
    : null;

export const newerWarehouse = (path: string): Problem =>
  new Problem('warehouse_newer', {
    found: 'a newer version of Tidemark made this warehouse',
    expected: 'one made by this version or an older one',
    todo: 'update Tidemark, or import the files into a new warehouse',
    place: path,
  });

const denied: Reading = (message, path) =>
  /Permission denied|Read-only file system/i.test(message)
    ? new Problem('warehouse_denied', {
        found: 'this user may not read or write it',
        expected: 'a warehouse that belongs to this user',
        todo: 'check who owns the file and its folder',
        place: path,
      })
    : null;

const readings = [busy, full, notOurs, missing, newer, denied, memory];

/** The same error as a Problem, with the engine's own as its cause; others are handed back as they are. */
export function toProblem(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof Problem) return error;
  for (const read of readings) {
    const problem = read(error.message, path);
    if (problem !== null) return Object.assign(problem, { cause: error });
  }
  return error;
}
