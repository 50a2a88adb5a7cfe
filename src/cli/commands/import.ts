/** `tidemark import`: files in; every record is loaded, a duplicate, or set aside with its reason. */
import { globSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import type { Config } from '../../config/index.ts';
import { Problem } from '../../model/index.ts';
import { isFor, readMapping } from '../../sources/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { loadFiles } from '../load-files.ts';
import { loadTable } from '../load-table.ts';
import { changeProject } from '../project.ts';
import type { Terminal } from '../terminal.ts';
import { watchAfter } from '../watching.ts';

export function importFiles(program: Command, io: Terminal): void {
  program
    .command('import')
    .argument(
      '[files...]',
      'files, or folders: what a mapping is for in them (default: the project and its data/)',
    )
    .option('--mapping <file>', 'use this mapping whatever the files’ names')
    .action(async (files: string[], options: { mapping?: string; json?: boolean }, command: Command) => {
      const result = await changeProject(command, async ({ config, warehouse }) => {
        const chosen = files.length === 0 ? filesOf(config) : inFolders(files, config, io);
        const loaded = await loadFiles({ config, warehouse, files: chosen, mapping: options.mapping, io });
        await watched(warehouse, config, io);
        return loaded;
      });
      if (options.json === true) return io.result(`${JSON.stringify(result, null, 2)}\n`);
      io.result(loadTable(result.files));
      const broken = result.files.reduce((sum, { quarantined }) => sum + quarantined, 0);
      if (broken > 0)
        io.say(`\nWarning: ${broken} broken records were set aside; see "tidemark quarantine list".`);
      io.say(
        `\nLoad ${result.load}. Undo it with: tidemark loads undo ${result.load}. Next: tidemark report`,
      );
    });
}

/** A load stands whatever comes of looking at it. */
async function watched(warehouse: Warehouse, config: Config, io: Terminal): Promise<void> {
  if (config.watch.length > 0) io.progress('looking at what is watched …');
  const raised = await watchAfter(warehouse, config, new Date()).catch((error: Error) => {
    io.say(`The load stands, but what is watched could not be looked at: ${error.message}`);
    return [];
  });
  io.progress(null);
  for (const { sentence } of raised) io.say(`Early warning: ${sentence}`);
  if (raised.some(({ messages }) => messages > 0))
    io.say('Its messages go with the next "tidemark deliver".');
}

/** A folder stands for the files in it that a mapping is for; the others are named, not passed over in silence. */
function inFolders(names: readonly string[], { mappings }: Config, io: Terminal): readonly string[] {
  return names.flatMap((name) => {
    if (statSync(name, { throwIfNoEntry: false })?.isDirectory() !== true) return [name];
    const known = mappings.map(readMapping);
    const files = globSync('*', { cwd: name, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    const wanted = files.filter((path) => known.some((mapping) => isFor(mapping, path)));
    const passed = files.filter((path) => !wanted.includes(path)).map((path) => basename(path));
    if (wanted.length === 0) throw noFiles(name);
    if (passed.length > 0) io.say(`No mapping is for: ${passed.join(', ')}`);
    return wanted;
  });
}

/** Without names: everything in the project that a mapping is for. */
function filesOf({ folder, mappings }: Config): readonly string[] {
  const known = mappings.map(readMapping);
  const files = globSync(['*', 'data/*'], { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => known.some((mapping) => isFor(mapping, path)));
  if (files.length > 0) return files.sort();
  throw noFiles(folder);
}

const noFiles = (folder: string): Problem =>
  new Problem('no_files', {
    found: `no file in ${folder} that a mapping is for`,
    expected: 'files to load',
    todo: 'name them: tidemark import FILE…',
  });
