/** Looks at a file as a person would, only at all of it: what it is, what each column means, and a mapping that loads it. */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordTable } from '../../model/index.ts';
import type { FileFormat, Limits } from '../format.ts';
import { parseMapping } from '../mapping/read.ts';
import { type StageOptions, stageFile } from '../stage.ts';
import type { Staged } from '../staged.ts';
import { type Casting, type Castings, castings } from './assign.ts';
import { sourceOf } from './file-pattern.ts';
import { formatEntries } from './format-entries.ts';
import type { InspectedColumn, Inspection } from './inspection.ts';
import { findKey } from './key.ts';
import { examplesOf } from './masking.ts';
import { type ColumnProfile, profileOf } from './profile.ts';
import { type Proposal, propose } from './propose.ts';
import { rejectedOf } from './rejected.ts';
import { openTable, type Table } from './table.ts';
import { tryMapping } from './trial.ts';
import { typeInWords } from './type-in-words.ts';
import { usedColumns } from './used-columns.ts';

export interface InspectOptions {
  /** What is known of the file already; the rest is detected. */
  readonly format?: FileFormat;
  /** The zone of times that carry no offset. */
  readonly zone?: string;
  /** The id of the source in the proposed mapping; from the file's name where absent. */
  readonly source?: string;
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytes: number) => void;
}

/**
 * Inspects a file and proposes a mapping for it.
 *
 * @throws Problem where the file cannot be read at all
 * @example (await inspectFile('calls.csv')).record // 'interactions'
 */
export async function inspectFile(path: string, options: InspectOptions = {}): Promise<Inspection> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-inspect-'));
  try {
    mkdirSync(join(folder, 'spill'));
    const { signal, onProgress, limits } = options;
    const given = {
      folder,
      ...(limits && { limits }),
      ...(signal && { signal }),
      ...(onProgress && { onProgress }),
    };
    const staged = await stagedWithHeader(path, options.format ?? {}, given);
    signal?.throwIfAborted();
    const table = await openTable(staged, folder);
    try {
      return await inspectTable(table, staged, options);
    } finally {
      table.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A first row of numbers and dates names nothing: then it is a record like the others. */
async function stagedWithHeader(path: string, format: FileFormat, given: StageOptions): Promise<Staged> {
  const staged = await stageFile(path, format, given);
  const values = staged.names.filter((name) => /^[-+]?\d[\d.,:/ T-]*$/.test(name)).length;
  if (format.header !== undefined || values === 0 || values < staged.names.length / 3) return staged;
  const again = await stageFile(path, { ...format, header: false }, given);
  return { ...again, notes: [...again.notes, 'the first row looks like a record: there is no header'] };
}

async function inspectTable(table: Table, staged: Staged, options: InspectOptions): Promise<Inspection> {
  const profile = await profileOf(table, staged);
  const { best: casting, lacking } = castings(profile.columns);
  const named =
    casting?.parts.get('id')?.column ?? profile.columns.find(({ name }) => /^id$/i.test(name)) ?? null;
  const key = await findKey(table, profile.rows, profile.columns, {
    named,
    versioned: casting?.parts.has('version_at') ?? false,
  });
  const format = formatEntries(staged, profile);
  const proposal =
    casting === null
      ? null
      : propose({
          staged,
          profile,
          casting,
          key,
          format,
          zone: options.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
          source: options.source ?? sourceOf(staged.file),
        });
  const trial = proposal === null ? null : await tryMapping(table, staged, proposal.yaml);
  const used =
    proposal === null
      ? new Map<string, string>()
      : usedColumns(parseMapping(proposal.yaml, 'the proposed mapping'));
  return {
    file: staged.file,
    bytes: statSync(staged.file).size,
    format: { ...options.format, ...staged.detected },
    notes: [
      ...staged.notes,
      ...(profile.sampled ? ['types are judged on a sample of 10,000 records; counts and keys on all'] : []),
    ],
    questions: [...(proposal?.questions ?? []), ...keyQuestions(key.chosen === null, casting)],
    records: staged.records,
    rejected: rejectedOf(staged),
    columns: profile.columns.map((column) => inspected(column, casting, proposal, used)),
    record: casting?.record ?? null,
    why: whyKind(casting, lacking),
    key: {
      ...key,
      why:
        key.chosen === null
          ? 'no column, pair or triple of columns is different in every record'
          : 'different in every record of the file',
    },
    mapping: proposal?.yaml ?? null,
    trial,
  };
}

const keyQuestions = (none: boolean, casting: Casting | null): string[] =>
  none && !casting?.parts.has('version_at') ? ['no key was found: identical rows will count once'] : [];

function whyKind(casting: Casting | null, lacking: Castings['lacking']): string {
  if (casting === null && lacking !== null && lacking.parts.length > 0) {
    const { columns } = recordTable(lacking.record);
    const what = lacking.parts.map((part) => `${part} (${columns[part]?.about ?? part})`).join(' and ');
    return `it reads like ${lacking.record}, but no column can be ${what}, without which they cannot be used`;
  }
  if (casting === null)
    return 'its columns fit no kind of record: a case, a contact, a message, an event or a survey';
  return `because of ${[...casting.parts]
    .filter(([part]) => part !== 'id')
    .slice(0, 6)
    .map(([part, { column }]) => `"${column.name}" (${part})`)
    .join(', ')}`;
}

function inspected(
  column: ColumnProfile,
  casting: Casting | null,
  proposal: Proposal | null,
  used: ReadonlyMap<string, string>,
): InspectedColumn {
  const [cast = null] =
    [...(casting?.parts ?? [])].find(([, { column: other }]) => other.index === column.index) ?? [];
  const part = cast ?? used.get(column.name) ?? null;
  const why = cast === null ? 'goes with another column' : proposal?.values.get(cast)?.why || 'so called';
  return {
    name: column.name,
    type: typeInWords(column),
    filled: column.filled,
    distinct: Math.min(column.distinct, column.filled),
    examples: examplesOf(column, part),
    part,
    why: part === null ? 'plays no part of its own' : why,
  };
}
