/** How one part of a record is written in a proposed mapping, and why. */
import { recordTable } from '../../model/index.ts';
import type { Casting } from './assign.ts';
import { knownWords } from './known-words.ts';
import { nameFit, plainName } from './names.ts';
import type { ColumnProfile } from './profile.ts';
import { durationValue } from './propose-duration.ts';
import { timeValue } from './propose-time.ts';
import { nobody, wordMap, wordScores } from './propose-words.ts';
import { type ProposedValue, simple } from './proposed-value.ts';
import { roles } from './roles.ts';
import { yamlList, yamlMap } from './yaml-text.ts';

export function proposeValue(
  part: string,
  column: ColumnProfile,
  casting: Casting,
  columns: readonly ColumnProfile[],
): ProposedValue {
  const table = recordTable(casting.record);
  const definition = table.columns[part];
  const type = part === 'version_at' ? 'time' : (definition?.type ?? 'text');
  const because = called(part, column, casting);
  if (type === 'time') return timeValue(part, column, casting, columns, because);
  if (type === 'seconds') return durationValue(column, because);
  if (type === 'number') return numberValue(column, because);
  if (definition?.words !== undefined) return wordValue(part, column, definition.words, because);
  if ((/_id$/.test(part) && part !== 'case_id') || part === 'team') return personValue(column, because);
  if (part === 'to_value' || part === 'from_value') return changeValue(column, because);
  return simple([], column, because);
}

function called(part: string, { name }: ColumnProfile, { record }: Casting): string {
  const role = roles[record]?.find((each) => each.column === part);
  const fit = role === undefined ? 0 : nameFit(role, name);
  return fit >= 2.7 ? '' : `by its name, "${name}"`;
}

function numberValue(column: ColumnProfile, because: string): ProposedValue {
  const faces = wordScores(column);
  if (faces === null) return simple([], column, because);
  return simple(
    [['words', yamlMap(faces.map(([word, score]) => [word, score] as const))]],
    column,
    'good is 1 and bad is 0',
  );
}

function wordValue(
  part: string,
  column: ColumnProfile,
  closed: readonly string[],
  because: string,
): ProposedValue {
  const { map, unknown } = wordMap(part, column, closed);
  const question =
    unknown.length === 0
      ? null
      : `${column.name}: ${list(unknown)} ${unknown.length === 1 ? 'is a word' : 'are words'} that no list of ours knows; kept as they are and counted`;
  if (map.length === 0) return simple([], column, because, question);
  return simple(
    [['words', yamlMap(map.map(([theirs, ours]) => [theirs, ours] as const))]],
    column,
    because,
    question,
  );
}

const list = (words: readonly string[]): string =>
  words
    .slice(0, 6)
    .map((word) => `"${word}"`)
    .join(', ') + (words.length > 6 ? ` and ${words.length - 6} more` : '');

/** Values of changes are words of several lists; those of states and priorities are told apart by themselves. */
function changeValue(column: ColumnProfile, because: string): ProposedValue {
  const words = column.words.flatMap(([word]): (readonly [string, string])[] => {
    const ours = knownWords['status']?.[plainName(word)] ?? knownWords['priority']?.[plainName(word)];
    return ours === undefined || ours === word ? [] : [[word, ours]];
  });
  return words.length === 0
    ? simple([], column, because)
    : simple([['words', yamlMap(words)]], column, because);
}

function personValue(column: ColumnProfile, because: string): ProposedValue {
  const placeholders = nobody(column);
  if (placeholders.length === 0) return simple([], column, because);
  const why = [because, `${placeholders.join(', ')}: nobody, not somebody`]
    .filter((each) => each !== '')
    .join('; ');
  return simple([['unknown_if', yamlList(placeholders)]], column, why);
}
