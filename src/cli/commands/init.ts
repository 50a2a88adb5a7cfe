/** `tidemark init`: makes a project folder with a configuration file that explains itself. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { configFile, type Draft, draftConfig } from '../../config/index.ts';
import { Problem } from '../../model/index.ts';
import type { Terminal } from '../terminal.ts';

export function init(program: Command, io: Terminal): void {
  program
    .command('init')
    .option('--company <name>', 'printed on reports (default: the folder’s name)')
    .option('--zone <zone>', 'time zone in which a day is a day (default: this computer’s)')
    .option('--language <en|it>', 'language of the reports', 'en')
    .action((options: Partial<Draft> & { json?: boolean }, command: Command) => {
      const folder = resolve(command.optsWithGlobals<{ project?: string }>().project ?? '.');
      if (existsSync(join(folder, configFile))) {
        throw new Problem('project_exists', {
          found: `a ${configFile} in ${folder} already`,
          expected: 'a folder without one',
          todo: 'edit it, or choose another folder with --project',
        });
      }
      const path = makeProject(folder, options);
      if (options.json === true) io.result(`${JSON.stringify({ project: folder, config: path })}\n`);
      else io.say(`Made ${path}\nNext: tidemark inspect YOUR-FILE`);
    });
}

/** Writes the configuration file and the mappings folder. @returns the configuration file's path */
export function makeProject(folder: string, draft: Partial<Draft>): string {
  mkdirSync(join(folder, 'mappings'), { recursive: true });
  const path = join(folder, configFile);
  const {
    company = basename(folder),
    zone = Intl.DateTimeFormat().resolvedOptions().timeZone,
    language = 'en',
  } = draft;
  writeFileSync(path, draftConfig({ company, zone, language }), { flag: 'wx' });
  return path;
}
