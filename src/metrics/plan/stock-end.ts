/** Where "all time" ends for a number of rows at an instant: after the last day of the data. */
import { addDays, localDate, startOfDay } from '../../model/index.ts';

/** @example endOfStock('2025-05-14T10:00:00Z', 'Europe/Rome') // '2025-05-14T22:00:00Z', the midnight after */
export const endOfStock = (dataThrough: string, zone: string): string =>
  startOfDay(addDays(localDate(dataThrough, zone), 1), zone);
