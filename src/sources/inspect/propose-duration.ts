/** How a duration is written in a proposed mapping: its unit, by its name or its form. */
import { plainName } from './names.ts';
import type { ColumnProfile } from './profile.ts';
import { type ProposedValue, reasons, simple } from './proposed-value.ts';

const unitWords: readonly (readonly [RegExp, string])[] = [
  [/\b(ms|millis|milliseconds|millisecondi)\b/, 'milliseconds'],
  [/\b(min|mins|minute|minutes|minuten|minuti|minutos)\b/, 'minutes'],
  [/\b(h|hr|hrs|hour|hours|std|stunden|ore|heures|horas)\b/, 'hours'],
  [/\b(day|days|tage|giorni|jours|dias)\b/, 'days'],
];

export function durationValue(column: ColumnProfile, because: string): ProposedValue {
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
