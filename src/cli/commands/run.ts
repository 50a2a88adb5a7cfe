/** `tidemark run`: stays up, loads files and delivers reports by schedule; `--once` is one round, as a cron line does. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { type Config, readConfig } from '../../config/index.ts';
import { Problem } from '../../model/index.ts';
import { openState, soleRight } from '../../state/index.ts';
import { stateFolder } from '../places.ts';
import { projectFolder } from '../project.ts';
import { errandsOf } from '../run/errand.ts';
import { nextRound, type RoundOutcome, round } from '../run/round.ts';
import type { Terminal } from '../terminal.ts';

const examples = `
Examples:
  $ tidemark run                    stays up; ends cleanly on SIGTERM
  */15 * * * * tidemark --project /srv/reports run --once      the same as a line of cron`;

/** So often the configuration and the clock are looked at again, whatever is due. */
const longestSleepMs = 60_000;
/** After a delivery that could not be made: long enough for a person to mend what is wrong. */
const restMs = 15 * 60_000;

export function run(program: Command, io: Terminal): void {
  program
    .command('run')
    .option('--once', 'one round, then end: what a line of cron does')
    .addHelpText('after', examples)
    .action(async ({ once }: { once?: boolean }, command: Command) => {
      const folder = projectFolder(command);
      const config = readConfig(folder);
      checkPlans(config);
      const release = soleRight(join(ready(config), 'run.lock'), 0);
      if (release === null) throw alreadyRunning(folder);
      try {
        if (once === true) await oneRound(folder, io);
        else await roundAfterRound(folder, io);
      } finally {
        release();
      }
    });
}

/** The state's folder is there once its book was opened. */
function ready(config: Config): string {
  openState(stateFolder(config)).close();
  return stateFolder(config);
}

const logTo =
  (io: Terminal) =>
  (line: string): void =>
    io.result(`${new Date().toISOString().slice(0, 19)}Z ${line}\n`);

async function oneRound(folder: string, io: Terminal): Promise<void> {
  const { failed } = await goRound(readConfig(folder), io, 0);
  if (failed) process.exitCode = 2;
}

async function roundAfterRound(folder: string, io: Terminal): Promise<void> {
  const log = logTo(io);
  let [deliverFrom, said] = [0, ''];
  log('running');
  while (!io.signal.aborted) {
    let until = Date.now() + longestSleepMs;
    try {
      const config = readConfig(folder);
      const { deliveryFailed } = await goRound(config, io, deliverFrom);
      if (deliveryFailed) deliverFrom = Date.now() + restMs;
      until = Math.min(until, next(config, deliverFrom));
      said = '';
    } catch (error) {
      // A mistake in the configuration, say: told once, and looked at again in a minute.
      const sentence = String((error as Error).message);
      if (sentence !== said) log(`round failed: ${sentence}`);
      said = sentence;
    }
    const pause = Math.max(1000, until - Date.now());
    await sleep(pause, undefined, { signal: io.signal }).catch(() => undefined);
  }
  log('stopped');
}

function next(config: Config, deliverFrom: number): number {
  const db = openState(stateFolder(config));
  try {
    return nextRound({ config, db, now: new Date(), deliverFrom });
  } finally {
    db.close();
  }
}

async function goRound(config: Config, io: Terminal, deliverFrom: number): Promise<RoundOutcome> {
  const db = openState(stateFolder(config));
  try {
    const run = errandsOf(config.folder, io.signal);
    return await round({ config, db, run, now: new Date(), log: logTo(io), signal: io.signal, deliverFrom });
  } finally {
    db.close();
  }
}

function checkPlans({ loads, delivery }: Config): void {
  if (loads.length + delivery.schedules.length > 0) return;
  throw new Problem('plans_missing', {
    found: 'nothing to do by schedule in tidemark.yaml',
    expected: 'files under loads, or schedules under delivery',
    todo: 'say there what is to be loaded and delivered, and when',
  });
}

const alreadyRunning = (folder: string): Problem =>
  new Problem('run_busy', {
    place: folder,
    found: 'another "tidemark run" of this project at work',
    expected: 'one at a time',
    todo: 'leave the work to it, or stop it first',
  });
