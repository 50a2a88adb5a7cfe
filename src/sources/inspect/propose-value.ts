/** How one part of a record is written in a proposed mapping, and why. */
import { recordTable } from '../../model/index.ts';
import { type Casting, serialFormat } from './assign.ts';
import { knownWords } from './known-words.ts';
import { nameFit, plainName, roles } from './names.ts';
import type { ColumnProfile } from './profile.ts';
import { nobody, wordMap } from './propose-words.ts';
import { yamlList, yamlMap, yamlText } from './yaml-text.ts';

export interface ProposedValue {
  readonly yaml: string;
  readonly why: string;
  /** Something that a person should look at. */
  readonly question: string | null;
  /** Columns of the file that it uses up. */
  readonly uses: readonly string[];
}

type Entry = readonly [string, string];

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

const reasons = (...given: readonly string[]): string => given.filter((each) => each !== '').join('; ');

const simple = (
  entries: readonly Entry[],
  column: ColumnProfile,
  why: string,
  question: string | null = null,
  uses: readonly string[] = [],
): ProposedValue => ({
  yaml:
    entries.length === 0 ? yamlText(column.name) : yamlMap([['column', yamlText(column.name)], ...entries]),
  why,
  question,
  uses: [column.name, ...uses],
});

function timeValue(
  part: string,
  column: ColumnProfile,
  casting: Casting,
  columns: readonly ColumnProfile[],
  because: string,
): ProposedValue {
  const { date } = column.shape;
  const serial = serialFormat(column.name, column.shape);
  if (serial !== null)
    return simple(
      [['format', serial]],
      column,
      reasons(
        because,
        `a number that counts ${serial === 'excel' ? 'days, as spreadsheets do' : 'from 1970'}`,
      ),
    );
  if (date === null) return simple([], column, because);
  const question =
    date.sure || date.other === null
      ? null
      : `${column.name}: ${date.why}; the other reading is ${date.other}`;
  const why = reasons(because, date.why);
  if (!date.hasDate) return clockValue(part, column, casting, why);
  if (!date.hasTime && isMoment(part)) {
    const clock = freeClock(casting, columns);
    if (clock !== null) {
      const format = clock.shape.date?.format ?? 'H:mm:ss';
      const entries: Entry[] = [
        ['format', yamlText(date.format)],
        ['clock', yamlText(clock.name)],
      ];
      if (format !== 'H:mm:ss') entries.push(['clock_format', yamlText(format)]);
      return simple(entries, column, why, question, [clock.name]);
    }
  }
  return simple(date.format === 'iso' ? [] : [['format', yamlText(date.format)]], column, why, question);
}

/** Times that mark a moment of the day, and not a day as a whole. */
const isMoment = (part: string): boolean => part.endsWith('_at') || part === 'at';

/** A column with times of day that plays no part of its own and is called simply that. */
function freeClock({ parts }: Casting, columns: readonly ColumnProfile[]): ColumnProfile | null {
  const taken = new Set([...parts.values()].map(({ column }) => column.index));
  const names = /\b(time|hour|uhrzeit|zeit|ora|orario|heure|hora|start|inizio|beginn|debut|inicio)\b/;
  return (
    columns.find(
      (each) => each.shape.type === 'clock' && !taken.has(each.index) && names.test(plainName(each.name)),
    ) ?? null
  );
}

/** A time of day goes with the file's column of dates, and past midnight after the beginning. */
function clockValue(
  part: string,
  column: ColumnProfile,
  { date, parts, record }: Casting,
  why: string,
): ProposedValue {
  const day = date?.shape.date ?? null;
  if (date === null || day === null) return simple([], column, why);
  const begin = record === 'interactions' ? 'arrived_at' : 'opened_at';
  const never = column.words.find(([word]) => /^0?0:00(:00)?$/.test(word));
  const format = column.shape.date?.format ?? 'H:mm:ss';
  const entries: Entry[] = [
    ['column', yamlText(date.name)],
    ['format', yamlText(day.format)],
    ['clock', yamlText(column.name)],
  ];
  if (format !== 'H:mm:ss') entries.push(['clock_format', yamlText(format)]);
  if (part !== begin && never !== undefined && never[1] > 1)
    entries.push(['unknown_if', JSON.stringify(never[0])]);
  if (part !== begin && parts.has(begin)) entries.push(['after', begin]);
  const told =
    never !== undefined && part !== begin ? `${never[0]} stands for "did not happen" (${never[1]} rows)` : '';
  return {
    yaml: yamlMap(entries),
    why: reasons(why, day.why, told),
    question: day.sure || day.other === null ? null : `${date.name}: ${day.why}`,
    uses: [date.name, column.name],
  };
}

const unitWords: readonly (readonly [RegExp, string])[] = [
  [/\b(ms|millis|milliseconds|millisecondi)\b/, 'milliseconds'],
  [/\b(min|mins|minute|minutes|minuten|minuti|minutos)\b/, 'minutes'],
  [/\b(h|hr|hrs|hour|hours|std|stunden|ore|heures|horas)\b/, 'hours'],
  [/\b(day|days|tage|giorni|jours|dias)\b/, 'days'],
];

function durationValue(column: ColumnProfile, because: string): ProposedValue {
  const { shape } = column;
  const plain = plainName(column.name);
  const below = shape.min !== null && shape.min < 0 ? ([['if_invalid', 'unknown']] as const) : [];
  const notNegative =
    below.length > 0 ? 'some are below zero, which no duration is: they are left empty' : '';
  if (shape.type === 'clock') {
    const short = shape.date?.format === 'H:mm' || shape.date?.format === 'h:mm';
    const unit = short ? 'mm:ss' : 'H:mm:ss';
    const question = short
      ? `${column.name}: two numbers are taken as minutes and seconds, not hours and minutes`
      : null;
    return simple([['unit', unit], ...below], column, reasons(because, notNegative), question);
  }
  const unit = unitWords.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
  const said =
    unit !== null || /\b(s|sec|secs|second|seconds|sekunden|sek|secondi|secondes|segundos)\b/.test(plain);
  const question =
    said || /_time$|^(q|ser|vru)/.test(column.name)
      ? null
      : `${column.name}: taken as seconds, the name does not say`;
  return simple(
    [...(unit === null ? [] : [['unit', unit] as const]), ...below],
    column,
    reasons(because, notNegative),
    question,
  );
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

/** Thumbs: words of praise and blame as 1 and 0; offers without an answer as nothing. */
export function wordScores({ shape, words }: ColumnProfile): (readonly [string, string])[] | null {
  if (shape.type !== 'words') return null;
  return words.flatMap(([word]): [string, string][] => {
    if (/^(good|gut|buono|bon|bueno|positive|happy|satisfied|thumbs up|great|amazing|yes)/i.test(word))
      return [[word, '1']];
    if (
      /^(bad|schlecht|cattivo|mauvais|malo|negative|unhappy|dissatisfied|thumbs down|terrible|no$)/i.test(
        word,
      )
    )
      return [[word, '0']];
    return /offered|unoffered|not|none|unrated/i.test(word) ? [[word, '""']] : [];
  });
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
