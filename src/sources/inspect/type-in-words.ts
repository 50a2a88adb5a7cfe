/** The type of a column as people say it. */
import type { ColumnProfile } from './profile.ts';

export function typeInWords({ shape, filled }: ColumnProfile): string {
  const { type, date, min, max, decimal, misfits } = shape;
  const odd = misfits.length === 0 ? '' : `; some are not, e.g. "${misfits[0]?.slice(0, 30)}"`;
  if (filled === 0 || type === 'empty') return 'empty';
  if (type === 'time')
    return `${date?.hasTime ? 'time' : 'date'}, ${date?.format}${date?.hasOffset ? ' with offset' : ''}${odd}`;
  if (type === 'clock') return `time of day or duration, ${date?.format}${odd}`;
  if (type === 'integer') return `whole number, ${min} to ${max}${odd}`;
  if (type === 'number')
    return `number${decimal === ',' ? ' with decimal comma' : ''}, ${min} to ${max}${odd}`;
  return { boolean: 'yes or no', words: 'a few words', id: 'identifier or name', text: 'text' }[type];
}
