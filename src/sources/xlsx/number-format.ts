/** What a cell's number means by its number format: a plain number, a date, a time of day, a duration, a share. */

export type NumberKind = 'number' | 'date' | 'date_time' | 'time' | 'duration';

/** Formats that every workbook has without saying so. */
const builtIn: Readonly<Record<number, NumberKind>> = {
  14: 'date',
  15: 'date',
  16: 'date',
  17: 'date',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'date_time',
  45: 'time',
  46: 'duration',
  47: 'time',
};

/** Formats 27–36 and 50–58 are dates in East Asian editions. */
const isEastAsianDate = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** @example numberKind(164, 'dd/mm/yyyy hh:mm') // 'date_time' */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtIn[id] ?? (isEastAsianDate(id) ? 'date' : 'number');
  const first = code.split(';', 1)[0] ?? '';
  if (/\[(h+|m+|s+)\]/i.test(first)) return 'duration';
  const bare = first
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .toLowerCase();
  if (/general|standard/.test(bare)) return 'number';
  const date = /[yd]|mmm/.test(bare) || (/m/.test(bare) && !/[hs]/.test(bare));
  const time = /[hs]/.test(bare);
  if (date) return time ? 'date_time' : 'date';
  return time ? 'time' : 'number';
}
