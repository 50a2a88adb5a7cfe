/** A live preview: the report in the terminal, again whenever its template or the configuration changes. */
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from 'commander';
import { type Config, configFile, readConfig } from '../config/index.ts';
import { askOnce, type KnownAnswers } from '../delivery/index.ts';
import { Problem } from '../model/index.ts';
import { findTemplate, makeReport, readTemplate, templateFolder } from '../reports/index.ts';
import { print } from '../reports/print/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import { periodOf } from './asked-period.ts';
import { projectFolder, withProject } from './project.ts';
import { type ReportOptions, requested } from './report-options.ts';
import { requestOf } from './report-request.ts';
import type { Terminal } from './terminal.ts';

interface Watched {
  readonly template: string;
  readonly options: ReportOptions;
  readonly io: Terminal;
}

/** Looked at this often: editors that write by renaming are seen as well. */
const everyMs = 250;
const clear = '\u001b[2J\u001b[H';

/** Mistakes are told with their place, and the watching goes on; Ctrl-C ends it. */
export async function watchReport(command: Command, watched: Watched): Promise<void> {
  const { io } = watched;
  const project = projectFolder(command);
  const memory = memoryOf();
  while (!io.signal.aborted) {
    const before = stamp(project, watched);
    try {
      const text = await shown(command, watched, memory);
      io.result(process.stdout.isTTY ? clear + text : text);
      io.say('Watching the template and the configuration; Ctrl-C ends it.');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (io.signal.aborted) return;
      io.say(`tidemark: ${error.message}`);
    }
    await changed(() => stamp(project, watched) !== before, io.signal);
  }
}

/** Answers are kept as long as nothing is loaded, so that only what is new is asked. */
interface Memory {
  answers(dataVersion: string): KnownAnswers;
}

function memoryOf(): Memory {
  let of = '';
  let known: KnownAnswers = new Map();
  return {
    answers: (dataVersion) => {
      if (dataVersion !== of) known = new Map();
      of = dataVersion;
      return known;
    },
  };
}

/** The warehouse is open only while it is asked: loads may go on meanwhile. */
const shown = (command: Command, { template, options, io }: Watched, memory: Memory): Promise<string> =>
  withProject(command, async ({ config, warehouse }) => {
    const { dataVersion } = await warehouse.state();
    const known: Warehouse = askOnce(warehouse, memory.answers(dataVersion));
    const period = await periodOf(known, config.zone, options.period);
    const { report } = await makeReport(known, requestOf(config, template, period, requested(options)));
    io.signal.throwIfAborted();
    return new TextDecoder().decode(await print(report, 'text'));
  });

async function changed(has: () => boolean, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !has()) await pause(everyMs, undefined, { signal }).catch(() => undefined);
}

/** When and how large each file is that the report is made from; one that is not there has neither. */
function stamp(project: string, { template, options }: Watched): string {
  const files = [
    join(project, configFile),
    ...templatesOf(project, template),
    ...(options.note === undefined ? [] : [options.note]),
  ];
  return JSON.stringify(
    files.map((path) => (existsSync(path) ? [path, statSync(path).mtimeMs, statSync(path).size] : [path])),
  );
}

/** With those it includes; while it is broken, the file itself and the project's others. */
function templatesOf(project: string, template: string): readonly string[] {
  try {
    return readTemplate(template, { project, ...own(readConfig(project)) }).files;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const path = findTemplate(template, { project, from: process.cwd() });
    const others = globSync('*.{yaml,yml}', { cwd: templateFolder(project) });
    return [
      ...(path === null ? [] : [path]),
      ...others.map((file) => join(templateFolder(project), file)).sort(),
    ];
  }
}

const own = ({ metrics, dimensions }: Config) => ({ metrics, dimensions });
