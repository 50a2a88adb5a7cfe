/** `tidemark deliver`: sends every report that is due to everyone it is for, once. */
import type { DatabaseSync } from 'node:sqlite';
import type { Command } from 'commander';
import { type Config, readConfig } from '../../config/index.ts';
import {
  askOnce,
  type Errand,
  errands,
  prepare,
  type ReadyReport,
  type ReportOrder,
  type Schedule,
  sendOut,
  type Unmade,
  warningSchedule,
} from '../../delivery/index.ts';
import { nearest, type Period, Problem, parsePeriod } from '../../model/index.ts';
import { makeReport } from '../../reports/index.ts';
import { openState, retry, waiting, waitingOf } from '../../state/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { show } from '../delivery-table.ts';
import { instant } from '../instant.ts';
import { manifest } from '../manifest.ts';
import { archiveFolder, stateFolder } from '../places.ts';
import { projectFolder, withProject } from '../project.ts';
import { fileName, requestOf } from '../report-request.ts';
import type { Terminal } from '../terminal.ts';
import { workingDays } from '../working-days.ts';

interface DeliverOptions {
  readonly period?: string;
  readonly dryRun?: boolean;
  readonly retry?: boolean;
  readonly now?: string;
  readonly json?: boolean;
}

export function deliver(program: Command, io: Terminal): void {
  program
    .command('deliver')
    .argument('[schedules...]', 'names of schedules (default: all)')
    .option('--dry-run', 'show who would get what, and send nothing')
    .option('--period <period>', 'this period instead of the newest that is due')
    .option('--retry', 'let go again what was given up')
    .option('--now <instant>', 'as if it were this time, e.g. 2025-11-03T08:00:00Z')
    .action(async (names: readonly string[], options: DeliverOptions, command: Command) => {
      const config = readConfig(projectFolder(command));
      const now = options.now === undefined ? new Date() : instant(options.now);
      const db = openState(stateFolder(config));
      try {
        if (options.retry === true) retry(db, now);
        const open = errands(db, chosen(config, names), {
          now,
          isWorkingDay: workingDays(config),
          ...(options.period === undefined ? {} : { period: onePeriod(options.period) }),
        });
        const messages = names.length === 0 ? waitingOf(db, warningSchedule).map(({ id }) => id) : [];
        const unmade =
          options.dryRun === true
            ? []
            : await go(open, { command, config, db, now, io, frozen: options.now });
        show({ open, messages, unmade, db }, options, io);
      } finally {
        db.close();
      }
    });
}

interface Going {
  readonly command: Command;
  readonly config: Config;
  readonly db: DatabaseSync;
  readonly now: Date;
  readonly io: Terminal;
  readonly frozen: string | undefined;
}

/** @returns what could not be made; all else is sent */
async function go(
  open: readonly Errand[],
  { command, config, db, now, io, frozen }: Going,
): Promise<readonly Unmade[]> {
  let unmade: readonly Unmade[] = [];
  if (open.some(({ state }) => state === null)) {
    unmade = await withProject(command, ({ warehouse }) => {
      const once = askOnce(warehouse);
      return prepare(open, {
        db,
        archive: archiveFolder(config),
        now,
        make: (order) => made(once, config, order),
        onProgress: (text) => io.progress(text),
      });
    });
  }
  const before = waiting(db);
  let settled = 0;
  io.progress(`sending ${before} …`);
  if (before > 0) {
    await sendOut({
      state: stateFolder(config),
      archive: archiveFolder(config),
      mail: config.delivery.mail,
      now: frozen === undefined ? null : now.toISOString(),
      signal: io.signal,
      onSettled: () => io.progress(`sending ${++settled} of ${before} …`),
    });
  }
  io.progress(null);
  io.signal.throwIfAborted();
  return unmade;
}

async function made(
  warehouse: Warehouse,
  config: Config,
  { template, period, language, where }: ReportOrder,
): Promise<ReadyReport> {
  const request = requestOf(config, template, period, { language, where, rules: {} });
  const report = await makeReport(warehouse, request);
  return {
    report: report.report,
    name: fileName(template, period, language),
    manifest: (printed) => manifest(report, request, printed),
  };
}

function chosen({ delivery, watch }: Config, names: readonly string[]): readonly Schedule[] {
  const known = delivery.schedules.map(({ name }) => name);
  if (known.length === 0 && (watch.length === 0 || names.length > 0)) {
    throw new Problem('schedules_missing', {
      found: 'no schedule in tidemark.yaml',
      expected: 'at least one under delivery.schedules',
      todo: 'say there who gets which report and when',
    });
  }
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const near = nearest(unknown, known);
    throw new Problem('schedule_unknown', {
      found: `no schedule "${unknown}"${near === null ? '' : ` (did you mean "${near}"?)`}`,
      expected: known.join(', '),
      todo: 'name one of these, or none for all',
    });
  }
  return delivery.schedules.filter(({ name }) => names.length === 0 || names.includes(name));
}

function onePeriod(text: string): Period {
  const period = parsePeriod(text);
  if (period !== 'all') return period;
  throw new Problem('period_open', {
    found: '"all" as the period of a delivery',
    expected: 'a period with an end, such as 2025-03',
    todo: 'write which one',
  });
}
