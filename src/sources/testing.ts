/** For tests: a text becomes a file, the file is staged and mapped, and its records come back. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { onTestFinished } from 'vitest';
import { defaultLimits, type FileFormat, type Limits } from './format.ts';
import { openTable, reader, relation, type Table } from './inspect/table.ts';
import { parseMapping } from './mapping/read.ts';
import { mappedSelects } from './select/mapped-selects.ts';
import { stageFile } from './stage.ts';
import { stageHere } from './stage-here.ts';
import type { Staged } from './staged.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A folder that goes when the test does. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function fileOf(content: string | Buffer, name = 'file.csv'): string {
  const path = join(scratch(), name);
  writeFileSync(path, content);
  return path;
}

interface Stage {
  readonly format?: FileFormat;
  readonly limits?: Partial<Limits>;
  readonly careful?: boolean;
}

export const stagedOf = (
  path: string,
  { format = {}, limits = {}, careful = false }: Stage = {},
): Promise<Staged> => stageFile(path, format, { folder: scratch(), limits, careful });

export async function tableOf(staged: Staged): Promise<Table> {
  const table = await openTable(staged, scratch());
  onTestFinished(() => table.close());
  return table;
}

/** Staged in this process: faster, for properties. */
export const stagedHere = (
  path: string,
  { format = {}, limits = {}, careful = false }: Stage = {},
): Promise<Staged> =>
  stageHere({ path, format, folder: scratch(), limits: { ...defaultLimits, ...limits }, careful });

const engine = DuckDBInstance.create(':memory:').then((instance) => instance.connect());

/** The fields of every staged record, as the engine reads them. */
export async function fieldsOf(staged: Staged): Promise<unknown[][]> {
  const result = await (await engine).runAndReadAll(
    `SELECT ${staged.text.columns.join(', ')} FROM ${reader(staged)}`,
  );
  return result.getRowsJson() as unknown[][];
}

/** The rows of every output of a mapping, and its words outside the closed lists. */
export async function mapped(
  path: string,
  mappingText: string,
  options: { readonly zone?: string } = {},
): Promise<{ outputs: Row[][]; drift: Row[]; table: Table }> {
  const mapping = parseMapping(mappingText, 'mapping.yaml');
  const staged = await stagedOf(path, { format: mapping.format });
  const table = await tableOf(staged);
  const selects = mappedSelects(mapping, staged, relation, { place: 'rowid + 2', ...options });
  const outputs = await Promise.all(selects.map(async ({ sql }) => [...(await table.rows(sql))]));
  const drift = await Promise.all(
    selects.flatMap(({ driftSql }) => (driftSql === null ? [] : [table.rows(driftSql)])),
  );
  return { outputs, drift: drift.flat() as Row[], table };
}
