/** One agent's day as stretches of seconds since local midnight: what was planned, and how it went. */
import type { Chance } from './chance.ts';

export type State = 'available' | 'talking' | 'wrap' | 'break' | 'training' | 'absent' | 'away';

export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly state: State;
}

/** The shift first, then what is planned inside it. */
export type Plan = readonly [Piece, ...Piece[]];

const hour = 3600;
const quarter = 900;

/** Half of the desk begins early; on Saturdays all work the same four hours. */
export function workday(saturday: boolean, late: boolean, hasTraining: boolean): Plan {
  const start = saturday ? 9 * hour : late ? 9.5 * hour : 8 * hour;
  const shift: Piece = { from: start, to: start + (saturday ? 4 : 8.5) * hour, state: 'available' };
  const pause: Piece = { from: start + 2 * hour, to: start + 2 * hour + quarter, state: 'break' };
  if (saturday) return [shift, pause];
  const lunch: Piece = { from: start + 4 * hour, to: start + 4.5 * hour, state: 'away' };
  const training: Piece = { from: start + 7 * hour, to: start + 8 * hour, state: 'training' };
  return hasTraining ? [shift, pause, lunch, training] : [shift, pause, lunch];
}

export const allDay = (state: State): Plan => [{ from: 9 * hour, to: 17 * hour, state }];

const wrapShare = 0.18;

/** Comes a little late, sits a little long, and is busy for `occupancy` of the time between. */
export function lived(
  plan: Plan,
  { chance, occupancy, longLunch }: { chance: Chance; occupancy: number; longLunch: number },
): readonly Piece[] {
  const [shift, ...inside] = plan;
  if (shift.state !== 'available') return [shift];
  const pieces: Piece[] = [];
  let at = shift.from + Math.floor(Math.max(0, chance.lognormal(150, 0.8)));
  let wrapped = 0;
  for (const piece of inside) {
    const over = piece.state === 'away' ? longLunch : 0;
    const until = piece.to + (piece.state === 'training' ? 0 : over + Math.floor(chance.lognormal(90, 0.7)));
    const busy = at + Math.floor((piece.from - at) * occupancy);
    pieces.push({ from: at, to: busy, state: 'talking' }, { from: busy, to: piece.from, state: 'available' });
    pieces.push({ from: piece.from, to: until, state: piece.state });
    wrapped += Math.floor((busy - at) * wrapShare);
    at = until;
  }
  return [...pieces, ...lastStretch(at, shift.to, { occupancy, wrapped })].filter(
    ({ from, to }) => from < to,
  );
}

/** All the work after contacts is put together at the end: a row for every call would be as many rows as calls. */
function lastStretch(
  from: number,
  to: number,
  { occupancy, wrapped }: { occupancy: number; wrapped: number },
): readonly Piece[] {
  const busy = from + Math.floor((to - from) * occupancy);
  const talked = Math.max(from, busy - wrapped - Math.floor((busy - from) * wrapShare));
  return [
    { from, to: talked, state: 'talking' },
    { from: talked, to: busy, state: 'wrap' },
    { from: busy, to, state: 'available' },
  ];
}

/** What a day adds to the truth, in seconds. */
export interface DaySums {
  paid_s: number;
  served_s: number;
  planned_s: number;
  adhered_s: number;
  busy_s: number;
  signed_in_s: number;
}

const working = (state: State): boolean => state === 'available' || state === 'talking' || state === 'wrap';

const keeps = (planned: State, state: State): boolean =>
  working(planned)
    ? working(state)
    : planned === 'break'
      ? state === 'break' || state === 'away'
      : planned === 'training' && state === 'training';

export function sumsOf(plan: Plan, actual: readonly Piece[]): DaySums {
  const sums: DaySums = { paid_s: 0, served_s: 0, planned_s: 0, adhered_s: 0, busy_s: 0, signed_in_s: 0 };
  for (const { from, to, state } of actual) {
    if (working(state)) sums.signed_in_s += to - from;
    if (state === 'talking' || state === 'wrap') sums.busy_s += to - from;
  }
  for (const planned of apart(plan)) {
    const length = planned.to - planned.from;
    if (planned.state !== 'away') sums.paid_s += length;
    if (planned.state !== 'away' && planned.state !== 'absent') sums.planned_s += length;
    for (const { from, to, state } of actual) {
      const both = Math.max(0, Math.min(to, planned.to) - Math.max(from, planned.from));
      if (planned.state !== 'away' && working(state)) sums.served_s += both;
      if (keeps(planned.state, state)) sums.adhered_s += both;
    }
  }
  return sums;
}

/** The shift without what lies inside it, and that. */
function apart([shift, ...inside]: Plan): readonly Piece[] {
  const pieces: Piece[] = [...inside];
  let at = shift.from;
  for (const piece of inside) {
    pieces.push({ ...shift, from: at, to: piece.from });
    at = piece.to;
  }
  return [...pieces, { ...shift, from: at }];
}
