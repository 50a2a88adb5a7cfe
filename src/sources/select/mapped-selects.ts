/** From a mapping to statements: one SELECT per record kind over the raw rows of a staged file. */
import { type ColumnType, recordTable } from '../../model/index.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { MappedSelect, Staged } from '../staged.ts';
import type { Check } from './compiled.ts';
import { conditionSql } from './condition-sql.ts';
import { driftSql } from './drift-sql.ts';
import { droppedSql } from './dropped-sql.ts';
import { keySql } from './key-sql.ts';
import { nestedLayers } from './layers.ts';
import { literal } from './literal.ts';
import { attributesSql, type CompiledOutput, compileOutput } from './output-sql.ts';
import { rawRow } from './raw-row.ts';

export interface SelectOptions {
  /** The zone of times without an offset where the mapping names none. */
  readonly zone?: string;
  /** An expression over the relation for the place, where the text has no `_place` column, e.g. `rowid + 2`. */
  readonly place?: string;
}

const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  time: 'TIMESTAMPTZ',
  seconds: 'DOUBLE',
  number: 'DOUBLE',
  integer: 'BIGINT',
  boolean: 'BOOLEAN',
  texts: 'VARCHAR[]',
};

/**
 * The SELECTs of a mapping over a relation that holds the staged text (`raw_0` … as text, `_place` where it has one).
 * Beside the columns that `MappedSelect` lists each yields `attributes`: JSON or null. Instants are TIMESTAMPTZ.
 * Names of the file's columns never enter a statement; words of the mapping do, as literals only.
 *
 * @throws Problem `column_missing` where the mapping names a column that the file does not have
 */
export function mappedSelects(
  mapping: Mapping,
  staged: Staged,
  relation: string,
  { zone = 'UTC', place: given = 'NULL' }: SelectOptions = {},
): MappedSelect[] {
  const layers = nestedLayers();
  const row = rawRow(mapping, staged, layers);
  const place = staged.text.hasPlace ? '_place' : layers.name(given);
  const key = layers.name(keySql(mapping.outputs[0].key ?? ['id'], row, staged, place));
  const context = { row, layers, mapping, key, zone: mapping.zone ?? zone };
  const outputs = mapping.outputs.map((output, index) => compileOutput(output, index === 0, context));
  const aside = asideSql([
    ...mapping.exclude.map(({ reason, sentence, when }) => ({
      kind: 'excluded' as const,
      code: reason,
      failed: conditionSql(when, row),
      sentence: literal(sentence ?? `the mapping leaves such rows out: ${reason}`),
    })),
    ...[keyCheck(mapping, key), ...outputs.flatMap(({ checks }) => checks)].map((check) => ({
      kind: 'quarantined' as const,
      ...check,
    })),
  ]);
  const verdict = layers.name(aside.verdict);
  const finished = outputs.map((output) => ({
    output,
    id: idSql(output, key, () => keySql(output.output.key ?? [], row, staged, place)),
    attributes: attributesSql(output, row),
  }));
  const from = layers.print(relation);
  return finished.map(({ output, id, attributes }, index) => {
    const columns = [
      `CAST(${place} AS BIGINT) AS _place`,
      ...aside.columns(verdict),
      `CASE WHEN ${verdict} IS NOT NULL THEN ${row.asJson} END AS _raw`,
      `(${output.present}) AS _present`,
      `${literal(mapping.source)} AS source`,
      `${id} AS id`,
      ...recordColumns(output, attributes, outputs[0]),
    ];
    const sql = `SELECT ${columns.join(',\n  ')}\nFROM ${from}`;
    return {
      record: output.output.record,
      primary: index === 0,
      sql,
      driftSql: driftSql(output, sql),
      droppedSql: droppedSql({ output, id, kept: `${verdict} IS NULL`, from }),
    };
  });
}

const idSql = ({ output }: CompiledOutput, key: string, own: () => string): string => {
  if (output.suffix !== '') return `${key} || ${literal(`#${output.suffix}`)}`;
  return output.key === null ? key : own();
};

const keyCheck = (mapping: Mapping, key: string): Check => ({
  code: 'key_missing',
  failed: `${key} IS NULL`,
  sentence: literal(`no value in the key (${keyNames(mapping)})`),
});

const keyNames = ({ outputs: [{ key }] }: Mapping): string =>
  Array.isArray(key) ? key.join(', ') : String(key);

/** Further records of a row are of the version of its first one, unless they say otherwise. */
function recordColumns(
  { output, columns }: CompiledOutput,
  attributes: string,
  first: CompiledOutput | undefined,
): string[] {
  const table = recordTable(output.record);
  const cast = (name: string, type: ColumnType, sql: string | undefined): string =>
    `CAST(${sql ?? 'NULL'} AS ${sqlTypes[type]}) AS "${name}"`;
  const typed = (name: string, type: ColumnType): string => cast(name, type, columns.get(name)?.sql);
  return [
    cast('version_at', 'time', (columns.get('version_at') ?? first?.columns.get('version_at'))?.sql),
    `CAST(${attributes} AS JSON) AS attributes`,
    ...Object.entries(table.columns).map(([name, { type }]) => typed(name, type)),
  ];
}

interface Ground extends Check {
  readonly kind: 'excluded' | 'quarantined';
}

/** The first ground that holds decides; exclusions come first, since a row that is no case need not be whole. */
function asideSql(grounds: readonly Ground[]): { verdict: string; columns(verdict: string): string[] } {
  const by = (of: (ground: Ground, index: number) => string): string => grounds.map(of).join(' ');
  const choose = (verdict: string, of: (ground: Ground) => string): string =>
    `CASE WHEN ${verdict} IS NOT NULL THEN CASE ${verdict} ${by((ground, index) => `WHEN ${index} THEN ${of(ground)}`)} END END`;
  return {
    verdict: `CASE ${by(({ failed }, index) => `WHEN ${failed} THEN ${index}`)} END`,
    columns: (verdict) => [
      `${choose(verdict, ({ kind }) => literal(kind))} AS _set_aside`,
      `${choose(verdict, ({ code }) => literal(code))} AS _reason`,
      `${choose(verdict, ({ sentence }) => sentence)} AS _sentence`,
    ],
  };
}
