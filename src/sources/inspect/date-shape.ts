/** How the dates of a column are written, and how the order of day and month is known. */

export interface DateShape {
  /** A format of the mapping language. */
  readonly format: string;
  readonly hasDate: boolean;
  readonly hasTime: boolean;
  readonly hasOffset: boolean;
  /** Whether the values themselves decide which is the day and which the month. */
  readonly sure: boolean;
  /** For the other reading, where the values fit both. */
  readonly other: string | null;
  readonly why: string;
}

const numeric =
  /^(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})(?:(T|,? +)(\d{1,2})([:.])(\d{2})(?:\7(\d{2})([.,]\d{1,9})?)?( ?[AaPp]\.?[Mm]\.?)?)?( ?(?:Z|UTC|[+-]\d{2}:?\d{2}|[+-]\d{2}))?$/;
const named =
  /^(?:[A-Za-z]{3,9},? )?(\d{1,2}|[A-Za-z]{3,9})([-/. ])(\d{1,2}|[A-Za-z]{3,9}),?\2(\d{2,4})(?:,? +(\d{1,2}):(\d{2})(?::(\d{2}))?( ?[AaPp][Mm])?)?$/;
const compact = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:([01]\d|2[0-3])[0-5]\d[0-5]\d)?$/;
const short = /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})([.,]\d+)?)?( ?[AaPp][Mm])?$/;

/** What speaks for the day or the month first where the values fit both. */
export interface Hints {
  /** Other columns of the file decided it. */
  readonly dayFirst: boolean | null;
  readonly delimiter: string;
  readonly decimal: '.' | ',';
}

/** The shape of values of which nearly all are dates; null where they are not. */
export function dateShape(values: readonly string[], isDateName: boolean, hints: Hints): DateShape | null {
  if (values.length === 0) return null;
  const all = (pattern: RegExp): boolean => values.every((value) => pattern.test(value));
  if (all(compact)) {
    const long = values[0]?.length === 14;
    if (values.some((value) => (value.length === 14) !== long)) return null;
    return shape(long ? 'YYYYMMDDHHmmss' : 'YYYYMMDD', true, long);
  }
  if (isDateName && all(short))
    return { ...shape('YYMMDD', true, false), why: 'six digits: year, month, day' };
  if (all(clock)) return clockShape(values);
  if (all(numeric)) return numericShape(values, hints);
  if (all(named)) return namedShape(values);
  return null;
}

const shape = (format: string, hasDate: boolean, hasTime: boolean): DateShape => ({
  format,
  hasDate,
  hasTime,
  hasOffset: false,
  sure: true,
  other: null,
  why: '',
});

function clockShape(values: readonly string[]): DateShape {
  const sample = clock.exec(values[0] ?? '') ?? [];
  const twelve = values.some((value) => /m$/i.test(value));
  const seconds = sample[3] !== undefined;
  return shape(
    `${twelve ? 'h' : 'H'}:mm${seconds ? ':ss' : ''}${sample[4] === undefined ? '' : '.SSS'}${twelve ? ' A' : ''}`,
    false,
    true,
  );
}

function numericShape(values: readonly string[], hints: Hints): DateShape | null {
  const parts = values.map((value) => numeric.exec(value) ?? []);
  const first = parts[0] ?? [];
  const column = (index: number): number[] => parts.map((each) => Number(each[index]));
  const separator = first[2] ?? '-';
  if (parts.some((each) => each[2] !== separator)) return null;
  const time = timeFormat(parts);
  const ending = {
    hasDate: true,
    hasTime: first[6] !== undefined,
    hasOffset: parts.some((each) => each[12] !== undefined),
  };
  if (time === null) return null;
  if (parts.every((each) => each[1]?.length === 4)) {
    const iso = separator === '-' && (ending.hasOffset || time === 'mixed');
    if (time === 'mixed' && !iso) return null;
    return {
      ...shape(iso ? 'iso' : `YYYY${separator}MM${separator}DD${time}`, true, true),
      ...ending,
      why: '',
    };
  }
  if (time === 'mixed' || parts.some((each) => (each[1]?.length ?? 0) > 2)) return null;
  const year = parts.every((each) => each[4]?.length === 4) ? 'YYYY' : 'YY';
  const order = dayOrMonth(column(1), column(3), separator, time, hints);
  if (order === null) return null;
  const format = (dayFirst: boolean): string =>
    `${(dayFirst ? ['DD', 'MM', year] : ['MM', 'DD', year]).join(separator)}${time}${ending.hasOffset ? ' Z' : ''}`;
  return {
    ...ending,
    format: format(order.dayFirst),
    sure: order.sure,
    other: order.sure ? null : format(!order.dayFirst),
    why: order.why,
  };
}

type Parts = readonly (string | undefined)[];

/** '' for dates alone, 'mixed' where some have seconds and some not; null for times that cannot be told. */
function timeFormat(parts: readonly Parts[]): string | null {
  const forms = new Set(
    parts.map((each) => {
      if (each[6] === undefined) return '';
      const join = each[5] === 'T' ? '[T]' : (each[5] ?? ' ');
      const mark = each[7] ?? ':';
      const hours = each[11] === undefined ? 'HH' : 'hh';
      const seconds = each[9] === undefined ? '' : `${mark}ss${each[10] === undefined ? '' : '.SSS'}`;
      const half = each[11] === undefined ? '' : `${each[11].startsWith(' ') ? ' ' : ''}A`;
      return `${join}${hours}${mark}mm${seconds}${half}`;
    }),
  );
  if (forms.size === 1) return [...forms][0] ?? '';
  return [...forms].every((form) => form === '' || /^(\[T\]| )HH:mm/.test(form)) ? 'mixed' : null;
}

interface Order {
  readonly dayFirst: boolean;
  readonly sure: boolean;
  readonly why: string;
}

function dayOrMonth(
  first: readonly number[],
  second: readonly number[],
  separator: string,
  time: string,
  hints: Hints,
): Order | null {
  const most = (numbers: readonly number[]): number =>
    numbers.reduce((high, each) => Math.max(high, each), 0);
  const [left, right] = [most(first), most(second)];
  if (left > 31 || right > 31 || (left > 12 && right > 12)) return null;
  if (left > 12) return { dayFirst: true, sure: true, why: `day first: the first number goes up to ${left}` };
  if (right > 12)
    return { dayFirst: false, sure: true, why: `month first: the second number goes up to ${right}` };
  const guess = (dayFirst: boolean, because: string): Order => ({
    dayFirst,
    sure: false,
    why: `${dayFirst ? 'day' : 'month'} first is a guess (no number is above 12): ${because}`,
  });
  if (hints.dayFirst !== null) return guess(hints.dayFirst, 'as in the other dates of this file');
  if (separator === '.')
    return { dayFirst: true, sure: true, why: 'day first: dates with points are written so' };
  if (/A$/.test(time)) return guess(false, 'a 12-hour clock goes with American dates');
  if (hints.delimiter === ';' || hints.decimal === ',')
    return guess(true, 'the file is written as in continental Europe');
  return guess(true, 'most countries write it so');
}

function namedShape(values: readonly string[]): DateShape | null {
  const parts = values.map((value) => named.exec(value) ?? []);
  const first = parts[0] ?? [];
  const value = values[0] ?? '';
  const monthFirst = /[A-Za-z]/.test(first[1] ?? '');
  const month = (monthFirst ? first[1] : first[3]) ?? '';
  if (!/^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(month)) return null;
  const weekday = /^[A-Za-z]{3,9},? /.exec(value)?.[0] ?? '';
  const prefix =
    monthFirst && !/^[A-Za-z]+,? [A-Za-z]+/.test(value)
      ? ''
      : weekday.replace(/[A-Za-z]+/, (word) => (word.length === 3 ? 'ddd' : 'dddd'));
  const separator = first[2] ?? ' ';
  const name = month.length === 3 ? 'MMM' : 'MMMM';
  const comma = new RegExp(`\\d,\\${separator}?`).test(value.slice(0, 14)) ? ',' : '';
  const date = monthFirst
    ? `${name}${separator}DD${comma}${separator}`
    : `DD${separator}${name}${comma}${separator}`;
  const time =
    first[5] === undefined
      ? ''
      : ` ${first[8] === undefined ? 'HH' : 'hh'}:mm${first[7] === undefined ? '' : ':ss'}${first[8] === undefined ? '' : ' A'}`;
  return shape(
    `${prefix}${date}${first[4]?.length === 4 ? 'YYYY' : 'YY'}${time}`,
    true,
    first[5] !== undefined,
  );
}
