/** The company's time as plain seconds: local days, opening hours, business time, without a date object per row. */
import { addDays, startOfDay } from '../model/index.ts';
import { company } from './company.ts';

/** Instants are whole or fractional seconds since `zero`, an epoch second some years before the first day. */
export interface Clock {
  readonly zero: number;
  /** Days inside the year; `days` goes on beyond them, for what is promised after the end. */
  readonly dayCount: number;
  readonly days: readonly Day[];
  /** When the export was taken: nothing later is known. */
  readonly end: number;
  dayOf(t: number): number;
  /** The instant of a local time of day. */
  at(day: number, secondOfDay: number): number;
  secondOfDay(t: number): number;
  isOpen(t: number): boolean;
  /** The instant after so many seconds of opening hours. */
  addBusiness(t: number, seconds: number): number;
  /** Seconds between local time and UTC at an instant. */
  offset(t: number): number;
}

export interface Day {
  readonly date: string;
  /** 0 is Monday. */
  readonly weekday: number;
  readonly holiday: boolean;
  readonly start: number;
  /** Seconds by which this day is longer than others: ±3600 where clocks change. */
  readonly shift: number;
  readonly opens: number;
  readonly closes: number;
}

const daySeconds = 86_400;
/** Nobody's case takes longer than this to get its next turn. */
const daysBeyond = 120;
const yearsBefore = 7;

export function clockOf(from: string, to: string): Clock {
  const zero = Date.UTC(Number(from.slice(0, 4)) - yearsBefore, 0, 1) / 1000;
  const days = daysFrom(from, to, zero);
  const dayCount = days.findIndex((day) => day.date === to);
  const starts = Float64Array.from(days, (day) => day.start);
  const opens = Float64Array.from(days, (day) => day.opens);
  const closes = Float64Array.from(days, (day) => day.closes);
  const first = starts[0] ?? 0;

  const dayOf = (t: number): number => {
    let day = Math.floor((t - first) / daySeconds);
    if (t < (starts[day] ?? 0)) day--;
    else if (t >= (starts[day + 1] ?? Number.POSITIVE_INFINITY)) day++;
    return day;
  };
  /** Clocks change at 1:00 UTC: two hours into the short day, three into the long one. */
  const shiftAfter = (day: number, passed: number): number => {
    const shift = days[day]?.shift ?? 0;
    return passed >= (shift < 0 ? 2 : 3) * 3600 ? shift : 0;
  };

  return {
    zero,
    dayCount,
    days,
    end: starts[dayCount] ?? 0,
    dayOf,
    at: (day, secondOfDay) =>
      (starts[day] ?? 0) + secondOfDay + (secondOfDay >= 3 * 3600 ? (days[day]?.shift ?? 0) : 0),
    secondOfDay: (t) => {
      const day = dayOf(t);
      const passed = t - (starts[day] ?? 0);
      return passed - shiftAfter(day, passed);
    },
    isOpen: (t) => {
      const day = dayOf(t);
      return t >= (opens[day] ?? 0) && t < (closes[day] ?? 0);
    },
    addBusiness: (t, seconds) => {
      let left = seconds;
      for (let day = Math.max(0, dayOf(t)); day < opens.length; day++) {
        const open = Math.max(t, opens[day] ?? 0);
        const room = (closes[day] ?? 0) - open;
        if (room <= 0) continue;
        if (left <= room) return open + left;
        left -= room;
      }
      return Number.POSITIVE_INFINITY;
    },
    offset: (t) => {
      const start = starts[dayOf(t)] ?? 0;
      return hoursEast(start) - shiftAfter(dayOf(t), t - start);
    },
  };
}

/** Local midnight lies this many seconds after (west) or before (east) midnight UTC: east is positive. */
const hoursEast = (start: number): number => (daySeconds - (start % daySeconds)) % daySeconds;

function daysFrom(from: string, to: string, zero: number): Day[] {
  const until = addDays(to, daysBeyond);
  const days: Day[] = [];
  let start = secondsOf(from, zero);
  for (let date = from; date < until; date = addDays(date, 1)) {
    const next = secondsOf(addDays(date, 1), zero);
    days.push(dayAt(date, start, next - start - daySeconds));
    start = next;
  }
  return days;
}

const secondsOf = (date: string, zero: number): number =>
  Date.parse(startOfDay(date, company.zone)) / 1000 - zero;

function dayAt(date: string, start: number, shift: number): Day {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  const holiday = company.calendar.holidays.includes(date);
  const [opens, closes] = holiday ? [0, 0] : hoursOf(weekday);
  const at = (second: number): number => start + second + shift;
  const open = closes > opens;
  return {
    date,
    weekday,
    holiday,
    start,
    shift,
    opens: open ? at(opens) : 0,
    closes: open ? at(closes) : 0,
  };
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const hours: Readonly<Record<string, readonly string[]>> = company.calendar.hours;

/** One interval a day is all this company has. */
function hoursOf(weekday: number): readonly [number, number] {
  const [interval] = hours[weekdays[weekday] ?? ''] ?? [];
  if (interval === undefined) return [0, 0];
  const [from = 0, to = 0] = interval.split('-').map(secondsOfTime);
  return [from, to];
}

function secondsOfTime(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 3600 + minute * 60;
}
