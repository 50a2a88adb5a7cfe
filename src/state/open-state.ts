/** What the app remembers between runs: one small database, whole again after a kill at any moment. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Problem } from '../model/index.ts';

/** Each step brings the tables one version further; steps are only ever added. */
const steps = [
  `create table parcels (
    id text primary key,
    schedule text not null,
    period text not null,
    recipient text not null,
    way text not null,
    content text not null,
    state text not null check (state in ('ready', 'sending', 'sent', 'given_up')),
    attempts integer not null default 0,
    ready_at text not null,
    not_before text not null,
    settled_at text,
    receipt text,
    trouble text
  ) strict;
  create index parcels_waiting on parcels (not_before) where state in ('ready', 'sending');`,
  `create table actions (
    id integer primary key,
    what text not null,
    owner text not null,
    decided_on text not null,
    due text,
    metric text,
    direction text check (direction in ('up', 'down')),
    size real,
    scope text,
    origin text,
    state text not null default 'open' check (state in ('open', 'done', 'dropped')),
    settled_on text
  ) strict;`,
  `create table warnings (
    thing text primary key,
    about text not null,
    mark text not null,
    sentence text not null,
    state text not null check (state in ('open', 'acknowledged', 'closed')),
    raised_at text not null,
    told_at text not null,
    settled_at text,
    snoozed_until text
  ) strict;
  create table rounds (
    name text primary key,
    done_at text not null
  ) strict;
  create table files_loaded (
    path text primary key,
    hash text not null,
    loaded_at text not null
  ) strict;`,
];

const fileName = 'state.db';
/** Long enough for another process to finish one step; no step takes longer. */
const patienceMs = 10_000;

/**
 * Opens the state of a project, and makes it where it is not there yet.
 *
 * @param folder where the state's files rest
 * @throws Problem `state_unusable` where the file is something else or of a newer version
 */
export function openState(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, fileName);
  try {
    const db = new DatabaseSync(path, { timeout: patienceMs });
    db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
    migrate(db, path);
    return db;
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw unusable(path, 'a file that cannot be opened as one', cause);
  }
}

function migrate(db: DatabaseSync, path: string): void {
  db.exec('begin immediate');
  try {
    const version = Number(db.prepare('pragma user_version').get()?.['user_version'] ?? 0);
    if (version > steps.length) throw unusable(path, `version ${version} of it`, null);
    for (const step of steps.slice(version)) db.exec(step);
    db.exec(`pragma user_version = ${steps.length}`);
    db.exec('commit');
  } catch (error) {
    db.exec('rollback');
    throw error;
  }
}

const unusable = (path: string, found: string, cause: unknown): Problem =>
  new Problem(
    'state_unusable',
    {
      place: path,
      found,
      expected: `the memory of deliveries, at most version ${steps.length}`,
      todo: 'use the version of tidemark that wrote it, or move the file away to begin anew',
    },
    { cause },
  );
