/** The public holidays of countries and regions: the one file that touches the holiday library. */
import { createRequire } from 'node:module';

interface Holiday {
  /** Local time at which it begins, `2025-12-25 00:00:00`. */
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
  readonly type: string;
}

interface HolidayBook {
  getHolidays(year: number): readonly Holiday[];
  getCountries(): Readonly<Record<string, string>>;
  getStates(country: string): Readonly<Record<string, string>> | undefined;
}

type Library = new (country?: string, state?: string) => HolidayBook;

const books = new Map<string, HolidayBook>();
const found = new Map<string, ReadonlySet<string>>();

const require = createRequire(import.meta.url);

/** The library carries the rules of every country; it is read only where a calendar names one. */
const library = (): Library => require('date-holidays') as Library;

function bookOf(place: string): HolidayBook {
  const known = books.get(place);
  if (known !== undefined) return known;
  const [country, state] = place.split('-');
  const book = new (library())(country, state);
  books.set(place, book);
  return book;
}

/**
 * The dates of one year (`YYYY-MM-DD`) on which a place is closed by law, days moved to a Monday included. A holiday of a
 * few hours closes no day.
 *
 * @param place a country, or a country and its region: `IT`, `DE-BY`
 * @example publicHolidays('IT', 2025).has('2025-04-25') // true
 */
export function publicHolidays(place: string, year: number): ReadonlySet<string> {
  const key = `${place} ${year}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const days = new Set(
    bookOf(place)
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .flatMap(daysOf),
  );
  found.set(key, days);
  return days;
}

const daySeconds = 86_400;

function daysOf({ date, start, end }: Holiday): string[] {
  const length = Math.round((end.getTime() - start.getTime()) / 1000 / daySeconds);
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Array.from({ length }, (_, day) =>
    new Date(first + day * daySeconds * 1000).toISOString().slice(0, 10),
  );
}

/** Whether the holidays of a country (`IT`) or of a region of it (`DE-BY`) are known. */
export function isHolidayPlace(place: string): boolean {
  const [country = '', state] = place.split('-');
  const book = bookOf('');
  if (book.getCountries()[country] === undefined) return false;
  return state === undefined || book.getStates(country)?.[state] !== undefined;
}
