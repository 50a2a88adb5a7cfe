/** A cell as text: dates as ISO, times of day and durations as H:mm:ss, numbers without the noise of their storage. */
import type { NumberKind } from './number-format.ts';

const day = 86_400;

/**
 * @param stored the number as the file has it
 * @param since1904 whether days are counted from 1904-01-01 (old Macintosh workbooks)
 * @example cellText('45731.5', 'date_time', false) // '2025-03-15 12:00:00'
 */
export function cellText(stored: string, kind: NumberKind, since1904: boolean): string {
  const number = Number(stored);
  if (!Number.isFinite(number)) return stored;
  if (kind === 'number') return String(number);
  if (kind === 'duration' || (kind === 'time' && number < 1)) return clock(Math.round(number * day));
  return dateText(number, since1904);
}

/** The 1900 system counts a 29 February 1900 that never was; days before it are one off. */
function dateText(serial: number, since1904: boolean): string {
  const since1970 = since1904 ? serial - 24_107 : serial < 60 ? serial - 25_568 : serial - 25_569;
  const seconds = Math.round(since1970 * day);
  const iso = new Date(seconds * 1000);
  if (Number.isNaN(iso.getTime()) || serial < 0) return String(serial);
  return iso.toISOString().slice(0, 19).replace('T', ' ');
}

function clock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const left = Math.abs(seconds);
  return `${seconds < 0 ? '-' : ''}${Math.floor(left / 3600)}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`;
}

/** `_x000D_` and the like stand for control characters. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

/** @example columnOf('AB12') // 27 */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}
