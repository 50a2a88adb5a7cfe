/** `tidemark inspect`: what is in a file, and a mapping for it that a person can edit. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { configFile, findProject, readConfig } from '../../config/index.ts';
import { type Inspection, inspectFile } from '../../sources/index.ts';
import { inspectionText } from '../inspection-text.ts';
import type { Terminal } from '../terminal.ts';
import { makeProject } from './init.ts';

interface InspectCommandOptions {
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

export function inspect(program: Command, io: Terminal): void {
  program
    .command('inspect')
    .argument('<file>', 'CSV, TSV, JSON lines or XLSX')
    .option('--out <file>', 'where the mapping goes (default: mappings/ in the project)')
    .option('--force', 'write over a mapping that is there')
    .action(async (file: string, options: InspectCommandOptions, command: Command) => {
      io.progress('reading …');
      const folder = folderOf(command);
      const known = existsSync(join(folder, configFile)) ? { zone: readConfig(folder).zone } : {};
      const inspection = await inspectFile(file, { ...known, signal: io.signal });
      io.progress(null);
      const written =
        inspection.mapping === null ? null : writeMapping(inspection, inspection.mapping, options, folder);
      if (options.json === true)
        return io.result(`${JSON.stringify({ ...inspection, written: written?.path ?? null }, null, 2)}\n`);
      io.result(inspectionText(inspection, io.width));
      io.say(next(file, written));
    });
}

interface Written {
  readonly path: string;
  readonly kept: boolean;
  readonly made: string | null;
}

/** The project that is meant, or where one will be made. */
function folderOf(command: Command): string {
  const { project } = command.optsWithGlobals<{ project?: string }>();
  return project === undefined ? (findProject('.') ?? resolve('.')) : resolve(project);
}

/** A mapping that a person may have edited is never written over unasked. */
function writeMapping(
  inspection: Inspection,
  mapping: string,
  options: InspectCommandOptions,
  folder: string,
): Written {
  const isNew = options.out === undefined && !existsSync(join(folder, configFile));
  const made = isNew ? makeProject(folder, {}) : null;
  const name = basename(inspection.file)
    .replace(/\.[^.]*$/, '')
    .replace(/[^\w-]+/g, '-');
  const path = options.out === undefined ? join(folder, 'mappings', `${name}.yaml`) : resolve(options.out);
  if (existsSync(path) && options.force !== true) return { path, kept: true, made };
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, mapping);
  return { path, kept: false, made };
}

function next(file: string, written: Written | null): string {
  if (written === null) return 'No mapping could be proposed: see above.';
  const { path, kept, made } = written;
  const shown = relative('.', path);
  return [
    ...(made === null ? [] : [`Made a project: ${relative('.', made)}`]),
    kept
      ? `Kept the mapping that is there: ${shown} (write over it with --force)`
      : `Wrote the mapping: ${shown}`,
    `Next: look it over, then: tidemark import ${typed(file)}`,
  ].join('\n');
}

/** As it has to be typed in a shell. */
const typed = (file: string): string =>
  /^[\w./:@%+-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
