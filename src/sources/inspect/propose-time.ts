/** How a time is written in a proposed mapping: its format, the clock beside a date, what stands for "never". */
import { type Casting, serialFormat } from './assign.ts';
import { plainName } from './names.ts';
import type { ColumnProfile } from './profile.ts';
import { type Entry, type ProposedValue, reasons, simple } from './proposed-value.ts';
import { yamlMap, yamlText } from './yaml-text.ts';

export function timeValue(
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
