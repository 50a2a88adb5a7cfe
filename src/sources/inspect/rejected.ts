/** Why records could not be taken apart, counted. */
import { readFileSync } from 'node:fs';
import type { Rejected, Staged } from '../staged.ts';
import type { Inspection } from './inspection.ts';

export function rejectedOf({ rejected: { path, count } }: Staged): Inspection['rejected'] {
  if (count === 0) return { count, reasons: [] };
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, 100_000);
  const found = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Rejected);
  const reasons = [...Map.groupBy(found, ({ code }) => code)].map(([code, all]) => ({
    code,
    count: all.length,
    place: all[0]?.place ?? 0,
  }));
  return { count, reasons: reasons.sort((a, b) => b.count - a.count) };
}
