/** Numbers, durations and dates as people of one language write them: the last step before print. */
export type Language = 'en' | 'it';

export const languages = ['en', 'it'] as const satisfies readonly Language[];

const tags = { en: 'en-GB', it: 'it-IT' } as const;

/** The words that durations need; everything else comes from the runtime's locale data. */
const units = {
  en: { d: 'd', h: 'h', min: 'min', s: 's' },
  it: { d: 'g', h: 'h', min: 'min', s: 's' },
} as const;

export interface NumberForms {
  /** 31359 → `31,359` */
  count(value: number, digits?: number): string;
  /** 0.841 → `84.1%` */
  share(value: number, digits?: number): string;
  /** 0.023 → `+2.3` (percentage points) */
  signedPoints(value: number, digits?: number): string;
  signed(value: number, digits?: number): string;
  /** 4.2 in EUR → `€4.20` */
  money(value: number, currency: string, digits?: number): string;
  /** 83340 → `23 h 9 min` */
  duration(seconds: number): string;
  /** `2025-03-01` → `1 March 2025` */
  date(day: string): string;
  /** `2025-03` or a day in it → `March 2025` */
  month(day: string): string;
  /** `2025-03-01` → `Mar 25` */
  shortMonth(day: string): string;
  /** `2025-03-01` → `1 Mar` */
  shortDay(day: string): string;
  /** An instant in a zone → `1 March 2025, 18:05` */
  instant(iso: string, zone: string): string;
  /** 1 (Monday) … 7 → `Mon` */
  weekday(number: number): string;
  list(items: readonly string[]): string;
}

/**
 * The number forms of a language.
 *
 * @example numberForms('it').share(0.841) // '84,1%'
 */
export function numberForms(language: Language): NumberForms {
  const tag = tags[language];
  const decimals = (digits: number): Intl.NumberFormat =>
    new Intl.NumberFormat(tag, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: 'always',
    });
  const utc = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options });
  const day = utc({ dateStyle: 'long' });
  const month = utc({ month: 'long', year: 'numeric' });
  const shortMonth = utc({ month: 'short', year: '2-digit' });
  const shortDay = utc({ day: 'numeric', month: 'short' });
  const weekday = utc({ weekday: 'short' });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const signed = (value: number, digits: number): string =>
    `${value > 0 ? '+' : value < 0 ? '−' : ''}${decimals(digits).format(Math.abs(value))}`;
  return {
    count: (value, digits = 0) => withMinus(decimals(digits).format(value)),
    share: (value, digits = 1) =>
      withMinus(
        new Intl.NumberFormat(tag, {
          style: 'percent',
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        }).format(value),
      ),
    money: (value, currency, digits) =>
      withMinus(
        new Intl.NumberFormat(tag, {
          style: 'currency',
          currency,
          ...(digits === undefined ? {} : { maximumFractionDigits: digits }),
        }).format(value),
      ),
    signedPoints: (value, digits = 1) => signed(value * 100, digits),
    signed: (value, digits = 0) => signed(value, digits),
    duration: (seconds) => duration(seconds, units[language], decimals),
    date: (iso) => day.format(atNoon(iso)),
    month: (iso) => month.format(atNoon(iso)),
    shortMonth: (iso) => shortMonth.format(atNoon(iso)),
    shortDay: (iso) => shortDay.format(atNoon(iso)),
    instant: (iso, zone) =>
      new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(
        new Date(iso),
      ),
    weekday: (number) => weekday.format(new Date(Date.UTC(2024, 0, number, 12))),
    list: (items) => list.format(items),
  };
}

const withMinus = (text: string): string => text.replace('-', '−');
const atNoon = (iso: string): Date =>
  new Date(`${iso.length === 7 ? `${iso}-01` : iso.slice(0, 10)}T12:00:00Z`);

type Units = (typeof units)[Language];

/** Two neighbouring units at most: more would be noise, fewer would hide a third. */
function duration(seconds: number, unit: Units, decimals: (digits: number) => Intl.NumberFormat): string {
  const size = Math.abs(seconds);
  const sign = seconds < 0 ? '−' : '';
  if (size < 120)
    return `${sign}${decimals(Number.isInteger(size) ? 0 : size < 10 ? 2 : 1).format(size)} ${unit.s}`;
  if (Math.round(size) < 3600) return sign + pair(size, 60, unit.min, 1, unit.s);
  if (Math.round(size / 60) < 2880) return sign + pair(size, 3600, unit.h, 60, unit.min);
  return sign + pair(size, 86_400, unit.d, 3600, unit.h);
}

function pair(size: number, big: number, bigName: string, small: number, smallName: string): string {
  const steps = Math.round(size / small);
  const ratio = big / small;
  const rest = steps % ratio;
  const whole = `${Math.floor(steps / ratio)} ${bigName}`;
  return rest === 0 ? whole : `${whole} ${rest} ${smallName}`;
}
