/** The tables and columns of a record, as the statements of a load spell them. */
import type { RecordKind } from '../../../model/index.ts';
import { recordColumns } from '../../record-columns.ts';
import { quoted } from '../types.ts';

/** Which load a row came with, and as which of its files. */
export interface Arrival {
  readonly load: number;
  readonly file: number;
}

/** The versions that stand, those that do not, and the loads that brought one of either once more. */
export const tablesOf = (
  kind: RecordKind,
): { readonly standing: string; readonly history: string; readonly repeats: string } => ({
  standing: quoted(kind),
  history: quoted(`${kind}_history`),
  repeats: quoted(`${kind}_repeats`),
});

/** Every column of a record, each with the alias of its table. */
export const columnsOf = (kind: RecordKind, alias?: string): string =>
  Object.keys(recordColumns(kind))
    .map((name) => (alias === undefined ? quoted(name) : `${alias}.${quoted(name)}`))
    .join(', ');

/** Two versions are the same where all their columns are. */
export const hashOf = (kind: RecordKind, alias?: string): string => `hash(${columnsOf(kind, alias)})`;

/** The order of versions, best first: by their own date, then by arrival. */
export const bestFirst = 'version_at desc nulls last, _load desc, _file desc, _place desc nulls last';
