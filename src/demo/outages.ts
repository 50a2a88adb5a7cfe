/** The services that were down: the watch's cloud in the month of its fault, and the small trouble of any year. */
import type { Chance } from './chance.ts';
import type { Clock } from './clock.ts';
import { bump, type Grid, rowOf } from './counts.ts';
import { bytesOf, type CsvFile } from './csv-file.ts';
import { story } from './story.ts';

const letter = 'D'.charCodeAt(0);
const minute = 60;
const hour = 3600;
/** Service → times a year, and the usual length of one. */
const troubles = [
  { service: 'webshop', perDay: 12 / 365, median: 35 * minute },
  { service: 'phone line', perDay: 5 / 365, median: 50 * minute },
] as const;
const watch = 'watch sync';

interface Outage {
  readonly service: string;
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

/** Writes all of them; returns the seconds that each service was down by month, what overlaps counted once. */
export function writeOutages(file: CsvFile, chance: Chance, clock: Clock): Grid {
  const outages = clock.days.slice(0, clock.dayCount).flatMap((_, day) => outagesOn(day, chance, clock));
  for (const { service, day, from, to } of outages) {
    file
      .key(letter, file.rows + 1)
      .text(bytesOf(service))
      .time(clock.at(day, from));
    file.time(clock.at(day, to)).end();
  }
  return downByMonth(outages, clock);
}

function outagesOn(day: number, chance: Chance, clock: Clock): readonly Outage[] {
  const date = clock.days[day]?.date ?? '';
  const { from, to } = story.watchFault;
  const small = troubles.flatMap(({ service, perDay, median }) => {
    if (!chance.happens(perDay)) return [];
    const begins = Math.floor(chance.between(8, 17) * hour);
    return [
      {
        service,
        day,
        from: begins,
        to: begins + Math.floor(Math.min(4 * hour, chance.lognormal(median, 0.6))),
      },
    ];
  });
  if (date < from || date >= to) return small;
  const night: Outage = { service: watch, day, from: 4 * hour, to: 6 * hour + 30 * minute };
  // Two monitors reported every third night, one of them later than the other.
  const again: Outage = { ...night, from: 6 * hour, to: 7 * hour };
  return [...small, night, ...(day % 3 === 0 ? [again] : [])];
}

function downByMonth(outages: readonly Outage[], clock: Clock): Grid {
  const found: Grid = {};
  for (const [key, own] of Map.groupBy(outages, ({ service, day }) => `${service}/${day}`)) {
    const month = clock.days[own[0]?.day ?? 0]?.date.slice(0, 7) ?? '';
    let reached = 0;
    let down = 0;
    for (const { from, to } of own.toSorted((a, b) => a.from - b.from)) {
      down += Math.max(0, to - Math.max(from, reached));
      reached = Math.max(reached, to);
    }
    bump(rowOf(found, key.split('/')[0] ?? ''), month, down);
  }
  return found;
}
