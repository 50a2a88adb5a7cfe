/** Opens a project for the length of one command and closes it whatever happens. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Config, configFile, findProject, readConfig } from '../config/index.ts';
import { Problem } from '../model/index.ts';
import { type LoadableWarehouse, openWarehouse } from '../warehouse/index.ts';
import { readUnderSettings } from './settings.ts';

export interface Project {
  readonly config: Config;
  readonly warehouse: LoadableWarehouse;
}

/** The project that a command means. @throws Problem `project_missing` */
export function projectFolder(command: Command): string {
  const { project } = command.optsWithGlobals<{ project?: string }>();
  if (project !== undefined) return resolve(project);
  const found = findProject(process.cwd());
  if (found !== null) return found;
  throw new Problem('project_missing', {
    found: `no ${configFile} here or in any folder above`,
    expected: 'a project',
    todo: 'run "tidemark init" here, or name a project with --project',
  });
}

/** What Node and the process that reads a file need beside the engine, in megabytes. */
const beside = 322;

/** Loading keeps to the memory that the configuration allows; reading may use what reports need. */
export const openProject = ({ warehouse, intake }: Config, { readOnly }: { readonly readOnly: boolean }) =>
  openWarehouse({
    path: warehouse,
    readOnly,
    ...(readOnly ? {} : { memoryMb: Math.max(160, intake.memoryMb - beside) }),
  });

export async function withProject<T>(
  command: Command,
  { readOnly }: { readonly readOnly: boolean },
  use: (project: Project) => Promise<T>,
): Promise<T> {
  const config = readConfig(projectFolder(command));
  if (readOnly && !existsSync(config.warehouse)) throw nothingLoaded();
  const warehouse = readOnly
    ? await readUnderSettings(config, {
        reading: () => openProject(config, { readOnly: true }),
        writing: () => openProject(config, { readOnly: false }),
        say: (text) => process.stderr.write(`${text}\n`),
      })
    : await openProject(config, { readOnly });
  try {
    return await use({ config, warehouse });
  } finally {
    await warehouse.close();
  }
}

export const nothingLoaded = (): Problem =>
  new Problem('nothing_loaded', {
    found: 'no records in this project',
    expected: 'at least one load',
    todo: 'run "tidemark import FILE" first',
  });
