/** What "tidemark run" has done: when each planned load was last looked after, and which files are in. */
import type { DatabaseSync } from 'node:sqlite';

/** @returns an instant, ISO; null where it never was */
export function lastRound(db: DatabaseSync, name: string): string | null {
  const found = db.prepare('select done_at as at from rounds where name = ?').get(name)?.['at'];
  return typeof found === 'string' ? found : null;
}

export function roundDone(db: DatabaseSync, name: string, now: Date): void {
  db.prepare(
    'insert into rounds (name, done_at) values (:name, :now) on conflict (name) do update set done_at = :now',
  ).run({ name, now: now.toISOString() });
}

/** The state of a file when it was loaded; a changed file has another. */
export interface SeenFile {
  readonly path: string;
  readonly hash: string;
}

export const isLoaded = (db: DatabaseSync, { path, hash }: SeenFile): boolean =>
  db.prepare('select 1 from files_loaded where path = ? and hash = ?').get(path, hash) !== undefined;

export function markLoaded(db: DatabaseSync, files: readonly SeenFile[], now: Date): void {
  const entry = db.prepare(
    `insert into files_loaded (path, hash, loaded_at) values (:path, :hash, :now)
     on conflict (path) do update set hash = :hash, loaded_at = :now`,
  );
  for (const { path, hash } of files) entry.run({ path, hash, now: now.toISOString() });
}
