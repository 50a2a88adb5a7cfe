/** Totals that somebody else states: what is said, how exactly, and whether ours equals it. */
import type { Unit } from '../figure.ts';

/** A stated number in the metric's unit, and how far ours may lie from it to be the same number as written. */
export interface StatedNumber {
  readonly value: number;
  readonly within: number;
}

/**
 * A number as reports write it: `84 %`, `84.2%`, `0.842`, `12,345`, `185 s`, `3:05`, `1:02:03`, `4.2 h`. It stands for all
 * numbers that are rounded to it; a count stands for itself.
 *
 * @returns null where it is no number
 * @example statedNumber('84 %', 'share') // { value: 0.84, within: 0.005 }
 */
export function statedNumber(text: string, unit: Unit): StatedNumber | null {
  const written = text.trim();
  const clock = clockTime(written);
  if (clock !== null) return clock;
  const match = /^([-−+]?[\d.,'\u00a0\u202f ]*\d)\s*(%|s|sec|min|m|h|d)?$/.exec(written);
  if (match === null) return null;
  const { number, decimals } = plain(match[1] ?? '');
  if (!Number.isFinite(number)) return null;
  const scale = scaleOf(match[2], number, unit);
  const within = unit === 'count' ? 0.49 : 0.5 * 10 ** -decimals * scale;
  return { value: number * scale, within: within * (1 + 1e-9) };
}

const unitSeconds: Readonly<Record<string, number>> = { s: 1, sec: 1, min: 60, m: 60, h: 3600, d: 86_400 };

/** A share above 1 was meant in per cent. */
function scaleOf(written: string | undefined, number: number, unit: Unit): number {
  if (written === '%') return 0.01;
  if (written !== undefined) return unitSeconds[written] ?? 1;
  return unit === 'share' && Math.abs(number) > 1 ? 0.01 : 1;
}

/** The last point or comma with other than three digits behind it is the decimal one. */
function plain(text: string): { readonly number: number; readonly decimals: number } {
  const bare = text.replace(/['\u00a0\u202f ]/g, '').replace('−', '-');
  const decimal =
    /[.,](\d{1,2}|\d{4,})$/.exec(bare) ?? (/^[-+]?0[.,]\d+$/.test(bare) ? /[.,](\d+)$/.exec(bare) : null);
  const decimals = decimal?.[1]?.length ?? 0;
  const whole = (decimal === null ? bare : bare.slice(0, decimal.index)).replace(/[.,]/g, '');
  return { number: Number(`${whole}.${decimal?.[1] ?? '0'}`), decimals };
}

function clockTime(text: string): StatedNumber | null {
  const match = /^(?:(\d+):)?(\d{1,3}):(\d{2})$/.exec(text);
  if (match === null) return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  return { value: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds), within: 0.5 };
}

export const isSame = ({ value, within }: StatedNumber, ours: number | null): boolean =>
  ours !== null && Math.abs(ours - value) <= within;
