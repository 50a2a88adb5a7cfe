/** When a planned load is due: the newest moment of its plan that has come, and the next one to come. */
import type { PlannedLoad } from '../../config/index.ts';
import { addDays, instantAt, localDate } from '../../model/index.ts';

type When = PlannedLoad['when'];

/**
 * A moment that passed while nobody was running is made up for once, not as often as it passed.
 *
 * @param last when it was last looked after, ISO; null: never
 * @example isDue({ kind: 'at', times: ['06:00'], zone: 'Europe/Rome' }, { now, last: '2025-11-02T05:00:10Z' })
 */
export function isDue(
  when: When,
  { now, last }: { readonly now: Date; readonly last: string | null },
): boolean {
  if (last === null) return true;
  if (when.kind === 'every') return now.getTime() - Date.parse(last) >= when.seconds * 1000;
  return Date.parse(last) < newestMoment(when, now);
}

/** Epoch milliseconds. */
export function nextMoment(
  when: When,
  { now, last }: { readonly now: Date; readonly last: string | null },
): number {
  if (last === null || isDue(when, { now, last })) return now.getTime();
  if (when.kind === 'every') return Date.parse(last) + when.seconds * 1000;
  return Math.min(...moments(when, now).filter((at) => at > now.getTime()));
}

type At = Extract<When, { kind: 'at' }>;

const newestMoment = (when: At, now: Date): number =>
  Math.max(...moments(when, now).filter((at) => at <= now.getTime()));

/** Yesterday's, today's and tomorrow's: one of them has passed and one is to come, whatever the clocks do. */
function moments({ times, zone }: At, now: Date): readonly number[] {
  const today = localDate(now.toISOString(), zone);
  return [-1, 0, 1].flatMap((days) =>
    times.map((time) => Date.parse(instantAt(addDays(today, days), time, zone))),
  );
}
