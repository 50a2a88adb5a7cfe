/** Writes instants as ISO text straight into bytes, from digits made once. */
import type { Clock } from './clock.ts';

export interface Stamps {
  /** `2025-03-14T09:12:33Z`; returns the place after it. */
  utc(into: Uint8Array, at: number, t: number): number;
  /** `2025-03-14T10:12:33+01:00`, as a telephone system writes it. */
  local(into: Uint8Array, at: number, t: number): number;
}

const daySeconds = 86_400;
const dateBytes = 11;
const timeBytes = 8;

export function stampsOf(clock: Clock): Stamps {
  const last = clock.days.at(-1)?.start ?? 0;
  const dates = datesFrom(clock.zero, Math.ceil(last / daySeconds) + 2);
  const times = everySecond();

  const write = (into: Uint8Array, at: number, t: number): number => {
    const whole = Math.floor(t);
    const day = Math.floor(whole / daySeconds);
    const date = day * dateBytes;
    const time = (whole - day * daySeconds) * timeBytes;
    for (let i = 0; i < dateBytes; i++) into[at + i] = dates[date + i] ?? 0;
    for (let i = 0; i < timeBytes; i++) into[at + dateBytes + i] = times[time + i] ?? 0;
    return at + dateBytes + timeBytes;
  };

  return {
    utc: (into, at, t) => {
      const end = write(into, at, t);
      into[end] = 0x5a;
      return end + 1;
    },
    local: (into, at, t) => {
      const offset = clock.offset(t);
      const end = write(into, at, t + offset);
      const suffix = offset === 3600 ? winter : summer;
      for (let i = 0; i < suffix.length; i++) into[end + i] = suffix[i] ?? 0;
      return end + suffix.length;
    },
  };
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const winter = ascii('+01:00');
const summer = ascii('+02:00');

function datesFrom(zero: number, count: number): Uint8Array {
  const dates = Array.from({ length: count }, (_, day) =>
    new Date((zero + day * daySeconds) * 1000).toISOString().slice(0, dateBytes),
  );
  return ascii(dates.join(''));
}

function everySecond(): Uint8Array {
  const two = (n: number): string => String(n).padStart(2, '0');
  const times = Array.from(
    { length: daySeconds },
    (_, s) => `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`,
  );
  return ascii(times.join(''));
}
