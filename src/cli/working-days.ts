/** On which days a service works, as its calendars say. */
import type { Config } from '../config/index.ts';
import type { IsWorkingDay } from '../delivery/index.ts';
import { addDays, closures } from '../model/index.ts';

/** A day on which no calendar opens is none; without calendars, Saturday and Sunday are none. */
export function workingDays({ calendars }: Config): IsWorkingDay {
  const known = calendars.map(({ calendar }) => calendar);
  return (date) => {
    const weekday = new Date(date).getUTCDay();
    if (known.length === 0) return weekday !== 0 && weekday !== 6;
    const { weekdays, dates } = closures(known, date, addDays(date, 1));
    return !dates.includes(date) && !weekdays.includes(weekday === 0 ? 7 : weekday);
  };
}
