/** Loads files into a project's warehouse, with progress for the person who waits. */
import type { Config } from '../config/index.ts';
import { type IntakeOptions, importFiles, type LoadResult } from '../intake/index.ts';
import { factsStanding, type LoadableWarehouse } from '../warehouse/index.ts';
import { factSettings, settingsChanged } from './settings.ts';
import type { Terminal } from './terminal.ts';

interface LoadOptions {
  readonly config: Config;
  readonly warehouse: LoadableWarehouse;
  readonly files: readonly string[];
  readonly mapping?: string | undefined;
  readonly io: Terminal;
}

export async function loadFiles({ files, mapping, ...options }: LoadOptions): Promise<LoadResult> {
  const { config, io, warehouse } = options;
  const standing = await factsStanding(warehouse, factSettings(config));
  if (standing === 'other_settings') io.say(settingsChanged);
  const result = await importFiles({
    ...intakeOptions(options),
    files,
    ...(mapping === undefined ? { mappings: config.mappings } : { mapping }),
  });
  io.progress(null);
  return result;
}

/** What every door into the warehouse needs, from the configuration. */
export function intakeOptions({ config, warehouse, io }: Omit<LoadOptions, 'files'>): IntakeOptions {
  const { intake } = config;
  return {
    warehouse,
    settings: factSettings(config),
    limits: { ...intake, memoryMb: intake.memoryMb / 2 },
    signal: io.signal,
    onProgress: (text) => io.progress(text),
  };
}
