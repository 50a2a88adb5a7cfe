/** Writes a mapping for an inspected file: it loads as it is, and says beside every line why it is there. */
import { basename } from 'node:path';
import { recordTable } from '../../model/index.ts';
import type { Staged } from '../staged.ts';
import type { Casting } from './assign.ts';
import { filePattern } from './file-pattern.ts';
import type { KeyFound } from './key.ts';
import type { Profile } from './profile.ts';
import { constants, resolvedAfter } from './propose-constants.ts';
import { ratingBeside } from './propose-rating.ts';
import { attributeLines, eventLines, exclusionLines } from './propose-rest.ts';
import { proposeValue } from './propose-value.ts';
import type { ProposedValue } from './proposed-value.ts';
import { yamlList, yamlMap, yamlText } from './yaml-text.ts';

export interface Proposal {
  readonly yaml: string;
  readonly questions: readonly string[];
  /** Our column → theirs with the reason. */
  readonly values: ReadonlyMap<string, ProposedValue>;
}

export interface ProposalContext {
  readonly staged: Staged;
  readonly profile: Profile;
  readonly casting: Casting;
  readonly key: KeyFound;
  readonly zone: string;
  readonly source: string;
  readonly format: readonly (readonly [string, string])[];
}

export function propose(context: ProposalContext): Proposal {
  const { casting, profile } = context;
  const values = proposedValues(context);
  const zoneless = [...values.keys()].some((part) => isZoneless(part, context));
  const said = constants(casting, profile);
  const rating = ratingBeside(context, values.get('resolved_at')?.yaml ?? resolvedAfter(casting, profile));
  const lines = [
    ...headLines(context, zoneless),
    keyLine(context),
    '',
    'columns:',
    ...said.lines,
    ...valueLines(values, said.parts),
    '',
    ...attributeLines(context, values),
    ...exclusionLines(context),
    ...eventLines(context, (part) => values.has(part) || said.parts.has(part)),
    ...rating.lines,
  ];
  return {
    yaml: `${lines.join('\n').trimEnd()}\n`,
    questions: [
      ...questionsOf(values, zoneless, context.zone),
      ...(rating.question === null ? [] : [rating.question]),
    ],
    values,
  };
}

function headLines(
  { staged, source, format, zone, profile: { missing }, casting }: ProposalContext,
  zoneless: boolean,
): string[] {
  return [
    `# Proposed for ${basename(staged.file)}; edit it as you like. What each line means: docs/mappings.md`,
    `source: ${yamlText(source)}`,
    `files: ${yamlList([filePattern(basename(staged.file))])}`,
    `format: ${yamlMap(format)}`,
    ...(zoneless ? [`zone: ${zone} # times without an offset are taken as local times there`] : []),
    ...(missing.length === 0
      ? []
      : [`missing: ${yamlList(['', ...missing])} # found in the file; each means "no value"`]),
    '',
    `record: ${casting.record}`,
  ];
}

function isZoneless(part: string, { casting }: ProposalContext): boolean {
  const date = casting.parts.get(part)?.column.shape.date;
  return date !== null && date !== undefined && !date.hasOffset;
}

function questionsOf(values: ReadonlyMap<string, ProposedValue>, zoneless: boolean, zone: string): string[] {
  const questions = [...values.values()].flatMap(({ question }) => (question === null ? [] : [question]));
  const times = zoneless ? [`times carry no offset; they are taken as local times of ${zone}`] : [];
  return [...new Set([...questions, ...times])];
}

/** In the order of our own tables. The id is the key's business. */
function proposedValues({ casting, profile }: ProposalContext): Map<string, ProposedValue> {
  const order = ['version_at', ...Object.keys(recordTable(casting.record).columns)];
  return new Map(
    order.flatMap((part) => {
      const cast = casting.parts.get(part);
      return cast === undefined
        ? []
        : [[part, proposeValue(part, cast.column, casting, profile.columns)] as const];
    }),
  );
}

const valueLines = (values: ReadonlyMap<string, ProposedValue>, said: ReadonlySet<string>): string[] =>
  [...values]
    .filter(([part]) => !said.has(part))
    .map(([part, { yaml, why }]) => `  ${part}: ${yaml}${why === '' ? '' : ` # ${why}`}`);

function keyLine({ key, casting, staged }: ProposalContext): string {
  if (key.chosen !== null) {
    const { columns } = key.chosen;
    const tested = `(all ${staged.records} tested)`;
    if (columns.length === 1)
      return `key: ${yamlText(columns[0] ?? '')} # every record has its own ${tested}`;
    return `key: ${yamlList(columns)} # only together do they name every record ${tested}`;
  }
  const id = casting.parts.get('id')?.column.name;
  const shared = key.tried.find(({ columns }) => columns.length === 1 && columns[0] === id)?.shared ?? 0;
  return id !== undefined && casting.parts.has('version_at')
    ? `key: ${yamlText(id)} # ${shared} records share theirs: versions of the same record, the newest wins`
    : 'key: content # no columns name a record; all fields together do, so identical rows count once';
}
