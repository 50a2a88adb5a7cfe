/** Loads files into a project's warehouse, with progress for the person who waits. */

import type { Config } from '../config/index.ts';
import { importFiles, type LoadResult } from '../intake/index.ts';
import type { DuckDbWarehouse } from '../warehouse/index.ts';
import type { Terminal } from './terminal.ts';

interface LoadOptions {
  readonly config: Config;
  readonly warehouse: DuckDbWarehouse;
  readonly files: readonly string[];
  readonly mapping?: string;
  readonly io: Terminal;
}

export async function loadFiles({ config, warehouse, files, mapping, io }: LoadOptions): Promise<LoadResult> {
  const result = await importFiles({
    warehouse,
    files,
    ...(mapping === undefined ? { mappings: config.mappings } : { mapping }),
    settings: factSettings(config),
    limits: config.intake,
    signal: io.signal,
    onProgress: (text: string) => io.progress(text),
  });
  io.progress(null);
  return result;
}

const factSettings = ({ calendar, sla, zone }: Config) => ({ calendar, sla, zone, contactWindowDays: 7 });
