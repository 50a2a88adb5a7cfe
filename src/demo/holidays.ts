/** The Italian public holidays of any year: the ten fixed ones and Easter Monday. */

const fixed = [
  '01-01',
  '01-06',
  '04-25',
  '05-01',
  '06-02',
  '08-15',
  '11-01',
  '12-08',
  '12-25',
  '12-26',
] as const;

/**
 * Dates as `YYYY-MM-DD`, in order. Easter Sunday itself is a Sunday and needs no entry of its own.
 *
 * @example italianHolidays(2025) // ['2025-01-01', '2025-01-06', '2025-04-21', '2025-04-25', …]
 */
export function italianHolidays(year: number): readonly string[] {
  return [...fixed.map((day) => `${year}-${day}`), easterMonday(year)].sort();
}

/** The anonymous Gregorian computus (Nature, 20 April 1876), one day on. */
function easterMonday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
}
