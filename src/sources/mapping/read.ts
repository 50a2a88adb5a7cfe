/** Reads a mapping file, checks it and writes its shorthands out. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, matchesGlob } from 'node:path';
import type { z } from 'zod';
import {
  checkedYaml,
  commonColumns,
  nearest,
  Problem,
  type RecordKind,
  recordTable,
} from '../../model/index.ts';
import {
  constant,
  fromColumn,
  type Key,
  type Mapping,
  type Origin,
  type Output,
  ownKey,
  plainValue,
  type Value,
} from './mapping.ts';
import { mappingSchema, type Value as WrittenValue } from './schema.ts';

type Written = z.output<typeof mappingSchema>;

/**
 * Reads and checks a mapping file.
 *
 * @throws Problem `mapping_missing`, or `mapping_invalid` with line and column
 * @example readMapping('mappings/calls.yaml').source // 'calls'
 */
export function readMapping(path: string): Mapping {
  if (!existsSync(path)) {
    throw new Problem('mapping_missing', {
      found: `there is no mapping ${path}`,
      expected: 'a mapping file',
      todo: 'check its name, or let "tidemark inspect FILE" propose one',
    });
  }
  return parseMapping(readFileSync(path, 'utf8'), path);
}

/** The same from a text. */
export function parseMapping(text: string, path: string): Mapping {
  return writtenOut(checkedYaml(text, mappingSchema, { file: path, code: 'mapping_invalid' }), path);
}

/** Whether a mapping is for a file of this name. */
export const isFor = (mapping: Mapping, path: string): boolean =>
  mapping.files.some((pattern) => matchesGlob(basename(path).toLowerCase(), pattern.toLowerCase()));

function writtenOut(written: Written, path: string): Mapping {
  const { decimal, thousands, ...format } = written.format;
  const primary: Output = {
    record: written.record as RecordKind,
    key: written.key ?? ['id'],
    suffix: '',
    columns: columnsOf(written.columns),
    attributes: written.attributes,
    when: null,
  };
  const mapping: Mapping = {
    path,
    source: written.source,
    files: written.files,
    format,
    decimal,
    thousands,
    zone: written.zone ?? null,
    missing: written.missing,
    exclude: written.exclude.map(({ reason, sentence, when }) => ({
      reason,
      sentence: sentence ?? null,
      when,
    })),
    outputs: [primary, ...eventOutputs(written, path), ...written.also.map(furtherOutput)],
  };
  checkColumns(mapping);
  return mapping;
}

/** `events: [resolved]` takes the time that `resolved_at` was given. */
function eventOutputs(written: Written, path: string): Output[] {
  return written.events.map((kind) => {
    const time = written.columns === 'by_name' ? `${kind}_at` : written.columns[`${kind}_at`];
    if (written.record !== 'cases' || time === undefined) {
      throw new Problem('mapping_invalid', {
        place: path,
        found: `"${kind}" under events, and no column ${kind}_at`,
        expected: 'a mapping of cases that says where that time comes from',
        todo: `add ${kind}_at under columns, or take "${kind}" out of events`,
      });
    }
    return {
      record: 'events',
      key: null,
      suffix: kind,
      columns: { case_id: ownKey, at: writtenOutValue(time), kind: constant(kind) },
      attributes: 'none',
      when: null,
    };
  });
}

function furtherOutput(written: Written['also'][number], index: number): Output {
  const columns = columnsOf(written.columns);
  const belongs = ['events', 'messages', 'surveys'].includes(written.record);
  const key: Key | null = written.key ?? null;
  return {
    record: written.record as RecordKind,
    key,
    suffix: key === null ? `${written.record}${index + 1}` : '',
    columns:
      belongs && columns !== 'by_name' && !('case_id' in columns) ? { case_id: ownKey, ...columns } : columns,
    attributes: written.attributes,
    when: written.when ?? null,
  };
}

const columnsOf = (written: Written['columns']): Output['columns'] =>
  written === 'by_name'
    ? written
    : Object.fromEntries(Object.entries(written).map(([name, value]) => [name, writtenOutValue(value)]));

type WrittenObject = Exclude<WrittenValue, string>;
type WrittenBranch = NonNullable<WrittenObject['choose']>[number];

function writtenOutValue(written: WrittenValue): Value {
  if (typeof written === 'string') return fromColumn(written);
  const { clock, min, max } = written;
  return {
    ...textOf(written),
    formats: written.format ?? [],
    clock: clock === undefined ? null : { columns: clock, format: written.clock_format ?? 'H:mm:ss' },
    after: written.after ?? null,
    plus: written.plus ?? null,
    zone: written.zone ?? null,
    unit: written.unit ?? null,
    min: min ?? null,
    max: max ?? null,
    ifInvalid: written.if_invalid,
  };
}

const textOf = (written: WrittenObject | WrittenBranch): Value => ({
  ...plainValue,
  origin: originOf(written),
  when: written.when ?? null,
  separator: written.separator ?? null,
  extract: written.extract ?? null,
  words: written.words ?? null,
  unknownIf: written.unknown_if ?? [],
});

function originOf(written: WrittenObject | WrittenBranch): Origin {
  const { column, value, join, first_of } = written;
  if (column !== undefined) return { kind: 'column', column };
  if (value !== undefined) return { kind: 'constant', value };
  if (join !== undefined) return { kind: 'join', columns: join };
  if (first_of !== undefined) return { kind: 'first_of', columns: first_of };
  const branches = 'choose' in written ? (written.choose ?? []) : [];
  return { kind: 'choose', branches: branches.map(textOf) };
}

/** Our own column names are known before any file is; theirs are checked when the file is there. */
function checkColumns(mapping: Mapping): void {
  for (const { record, columns } of mapping.outputs) {
    if (columns === 'by_name') continue;
    const table = recordTable(record);
    const known = [...Object.keys(table.columns), 'version_at'];
    for (const name of Object.keys(columns)) {
      if (known.includes(name)) continue;
      const near = nearest(name, known);
      throw new Problem('mapping_invalid', {
        place: mapping.path,
        found: `the column "${name}" under ${record}`,
        expected: `one of ${known.join(', ')}`,
        todo:
          near === null
            ? 'correct its name; what has no column of its own stays in attributes'
            : `did you mean "${near}"?`,
      });
    }
    checkOrder(columns, mapping.path);
    const missing = table.required.filter((name) => !(name in columns));
    if (missing.length > 0) {
      throw new Problem('mapping_invalid', {
        place: mapping.path,
        found: `no ${missing.join(' and no ')} for ${record}`,
        expected: `values for ${table.required.join(', ')}`,
        todo: 'say under columns where it comes from',
      });
    }
  }
}

/** A time can only follow a time that the same record has. */
function checkOrder(columns: Readonly<Record<string, Value>>, place: string): void {
  for (const [name, { after }] of Object.entries(columns)) {
    if (after === null || (after in columns && !follows(columns, after, name))) continue;
    throw new Problem('mapping_invalid', {
      place,
      found: `${name} after "${after}"`,
      expected: 'another time of the same record',
      todo: 'name one that is listed under columns',
    });
  }
}

/** Whether a time comes, by any number of steps, after another. */
function follows(columns: Readonly<Record<string, Value>>, name: string, other: string): boolean {
  const chain = new Set<string>();
  for (let at: string | null = name; at !== null && !chain.has(at); at = columns[at]?.after ?? null)
    chain.add(at);
  return chain.has(other);
}

export const ownNames = (record: RecordKind): readonly string[] => [
  ...Object.keys(commonColumns).filter((name) => name !== 'source'),
  ...Object.keys(recordTable(record).columns),
];
