/** One round of "tidemark run": loads what is due and new, then delivers what is due; a failure stops nothing else. */
import type { DatabaseSync } from 'node:sqlite';
import type { Config, PlannedLoad } from '../../config/index.ts';
import { errands, occasions } from '../../delivery/index.ts';
import { mask } from '../../privacy/index.ts';
import { lastRound, markLoaded, nextTry, roundDone, type SeenFile } from '../../state/index.ts';
import { workingDays } from '../working-days.ts';
import type { Errands, Outcome } from './errand.ts';
import { isDue, nextMoment } from './moments.ts';
import { newFiles } from './new-files.ts';

export interface Round {
  readonly config: Config;
  readonly db: DatabaseSync;
  readonly run: Errands;
  readonly now: Date;
  /** One line; names of people never come here. */
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
  /** Before this instant delivery is not tried again: it failed just now. Epoch milliseconds. */
  readonly deliverFrom: number;
}

export interface RoundOutcome {
  readonly failed: boolean;
  readonly deliveryFailed: boolean;
}

export async function round(each: Round): Promise<RoundOutcome> {
  let failed = false;
  for (const load of each.config.loads) {
    if (each.signal.aborted) break;
    const last = lastRound(each.db, load.name);
    if (!isDue(load.when, { now: each.now, last })) continue;
    failed = !(await loaded(load, each)) || failed;
    if (!each.signal.aborted) roundDone(each.db, load.name, each.now);
  }
  const deliveryFailed = !each.signal.aborted && deliveryDue(each) && !(await delivered(each));
  return { failed: failed || deliveryFailed, deliveryFailed };
}

/** When the next thing of all is due, epoch milliseconds. */
export function nextRound({
  config,
  db,
  now,
  deliverFrom,
}: Pick<Round, 'config' | 'db' | 'now' | 'deliverFrom'>): number {
  const loads = config.loads.map(({ name, when }) => nextMoment(when, { now, last: lastRound(db, name) }));
  const isWorkingDay = workingDays(config);
  const reports = config.delivery.schedules.map(({ ...schedule }) =>
    Date.parse(occasions(schedule, now, isWorkingDay).next.at),
  );
  const again = nextTry(db);
  return Math.min(
    ...loads,
    ...reports,
    again === null ? Number.POSITIVE_INFINITY : Math.max(Date.parse(again), deliverFrom),
  );
}

/** All new files in one load; where that fails, each by itself, so that a broken one holds up no other. */
async function loaded({ name, files: patterns }: PlannedLoad, each: Round): Promise<boolean> {
  const files = newFiles(each.db, patterns, each.now);
  if (files.length === 0) {
    each.log(`load ${name}: no new file`);
    return true;
  }
  if (await importedTogether(name, files, each)) return true;
  if (files.length === 1 || each.signal.aborted) return false;
  let fine = true;
  for (const file of files) {
    if (each.signal.aborted) return false;
    fine = (await importedTogether(name, [file], each)) && fine;
  }
  return fine;
}

async function importedTogether(
  name: string,
  files: readonly SeenFile[],
  { db, run, log, now, signal }: Round,
): Promise<boolean> {
  const outcome = await run(['import', '--json', ...files.map(({ path }) => path)]);
  if (signal.aborted && outcome.code !== 0) {
    log(`load ${name}: stopped, nothing was left half done`);
    return false;
  }
  if (outcome.code !== 0) {
    const which = files.length === 1 ? (files[0]?.path ?? '') : `${files.length} files`;
    log(`load ${name} failed (${which}): ${mask(outcome.words)}`);
    return false;
  }
  markLoaded(db, files, now);
  log(`load ${name}: ${loadText(outcome)}`);
  return true;
}

interface Loaded {
  readonly load: number;
  readonly files: readonly {
    readonly records: number;
    readonly loaded: number;
    readonly duplicates: number;
    readonly quarantined: number;
  }[];
}

function loadText({ out, words }: Outcome): string {
  const { load, files } = JSON.parse(out) as Loaded;
  const sum = (of: 'records' | 'loaded' | 'duplicates' | 'quarantined'): number =>
    files.reduce((total, file) => total + file[of], 0);
  const counts = `${files.length === 1 ? '1 file' : `${files.length} files`}, ${sum('records')} records: ${sum('loaded')} loaded, ${sum('duplicates')} duplicates, ${sum('quarantined')} set aside`;
  const warnings = words.match(/Early warning: /g)?.length ?? 0;
  return `${counts} (load ${load})${warnings === 0 ? '' : `, ${warnings} early warnings`}`;
}

function deliveryDue({ config, db, now, deliverFrom }: Round): boolean {
  if (now.getTime() < deliverFrom) return false;
  const again = nextTry(db);
  if (again !== null && Date.parse(again) <= now.getTime()) return true;
  return errands(db, config.delivery.schedules, { now, isWorkingDay: workingDays(config) }).some(
    ({ state }) => state === null,
  );
}

async function delivered({ run, log }: Round): Promise<boolean> {
  const outcome = await run(['deliver', '--json']);
  const states = statesOf(outcome.out);
  if (states === null) {
    log(`delivery failed: ${mask(outcome.words)}`);
    return false;
  }
  const count = (state: string): number => states.filter((one) => one === state).length;
  log(
    `delivery: ${count('sent')} sent, ${count('ready')} waiting, ${count('given_up')} given up${count('not_made') === 0 ? '' : `, ${count('not_made')} could not be made: ${mask(outcome.words)}`}`,
  );
  return outcome.code === 0;
}

function statesOf(out: string): readonly string[] | null {
  try {
    return (JSON.parse(out) as { deliveries: readonly { state: string }[] }).deliveries.map(
      ({ state }) => state,
    );
  } catch {
    return null;
  }
}
