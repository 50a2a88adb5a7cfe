/** Opens a project for the length of one command and closes it whatever happens. */

import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Config, configFile, findProject, readConfig } from '../config/index.ts';
import { Problem } from '../model/index.ts';
import type { LoadableWarehouse, Warehouse } from '../warehouse/index.ts';
import { mayHoldRecords, openToRead, openToWrite } from './open-warehouse.ts';
import { readUnderSettings } from './settings.ts';

interface ProjectWith<W extends Warehouse> {
  readonly config: Config;
  readonly warehouse: W;
}

export interface Project extends ProjectWith<Warehouse> {
  /** A word to the person, beside the result. */
  readonly say: (text: string) => void;
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

/** For as long as a command reads. */
export async function withProject<T>(command: Command, use: (project: Project) => Promise<T>): Promise<T> {
  const config = readConfig(projectFolder(command));
  if (!mayHoldRecords(config)) throw nothingLoaded();
  const warehouse = await readUnderSettings(config, {
    reading: () => openToRead(config),
    writing: () => openToWrite(config),
    say,
  });
  return closing({ config, warehouse, say }, use);
}

/** For as long as a command loads, undoes or makes again. */
export async function changeProject<T>(
  command: Command,
  use: (project: ProjectWith<LoadableWarehouse>) => Promise<T>,
): Promise<T> {
  const config = readConfig(projectFolder(command));
  return closing({ config, warehouse: await openToWrite(config) }, use);
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function closing<P extends ProjectWith<Warehouse>, T>(
  project: P,
  use: (project: P) => Promise<T>,
): Promise<T> {
  try {
    return await use(project);
  } finally {
    await project.warehouse.close();
  }
}

export const nothingLoaded = (): Problem =>
  new Problem('nothing_loaded', {
    found: 'no records in this project',
    expected: 'at least one load',
    todo: 'run "tidemark import FILE" first',
  });
