/** `tidemark import`: files in; every record is loaded, a duplicate, or set aside with its reason. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Config } from '../../config/index.ts';
import { Problem } from '../../model/index.ts';
import { isFor, readMapping } from '../../sources/index.ts';
import { loadFiles } from '../load-files.ts';
import { loadTable } from '../load-table.ts';
import { withProject } from '../project.ts';
import type { Terminal } from '../terminal.ts';

export function importFiles(program: Command, io: Terminal): void {
  program
    .command('import')
    .description('load files: all of them or none; every record is accounted for')
    .argument('[files...]', 'files (default: those in the project and its data/ that a mapping is for)')
    .option('--mapping <file>', 'use this mapping whatever the files’ names')
    .action(async (files: string[], options: { mapping?: string; json?: boolean }, command: Command) => {
      const result = await withProject(command, { readOnly: false }, ({ config, warehouse }) => {
        const chosen = files.length === 0 ? filesOf(config) : files;
        return loadFiles({ config, warehouse, files: chosen, mapping: options.mapping, io });
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

/** Without names: everything in the project that a mapping is for. */
function filesOf({ folder, mappings }: Config): readonly string[] {
  const known = mappings.map(readMapping);
  const files = globSync(['*', 'data/*'], { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => known.some((mapping) => isFor(mapping, path)));
  if (files.length > 0) return files.sort();
  throw new Problem('no_files', {
    found: `no file in ${folder} that a mapping is for`,
    expected: 'files to load',
    todo: 'name them: tidemark import FILE…',
  });
}
