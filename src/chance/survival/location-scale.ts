/** Maximum likelihood for ln t = location + scale × error, where some t are only known to be longer. */

import type { TimeToEvent } from './kaplan-meier.ts';

/** A log-likelihood contribution and its first two derivatives in z = (ln t − location) / scale. */
interface Contribution {
  readonly log: number;
  readonly slope: number;
  readonly curve: number;
}

/** The error's law: what a finished case contributes (log density) and an open one (log of the share beyond). */
export interface StandardLaw {
  readonly event: (z: number) => Contribution;
  readonly open: (z: number) => Contribution;
}

export interface LocationScale {
  readonly location: number;
  readonly scale: number;
  readonly logLikelihood: number;
}

/** Newton's method in location and ln scale, each step halved until it climbs. null without spread. */
export function fitLocationScale(cases: readonly TimeToEvent[], law: StandardLaw): LocationScale | null {
  if (cases.some(({ time }) => !(time > 0))) throw new RangeError('Times to an event must be above 0.');
  const rows = cases.map(({ time, isEvent }) => ({ log: Math.log(time), isEvent }));
  if (!hasSpread(rows)) return null;
  let at = likelihood(rows, law, start(rows));
  for (let round = 0; round < 200; round++) {
    const next = climb(rows, law, at);
    if (next === null) break;
    const gain = next.log - at.log;
    at = next;
    if (gain < 1e-13 * Math.abs(at.log)) break;
  }
  return { location: at.location, scale: at.scale, logLikelihood: at.log };
}

/** All events at one time, and nobody open beyond it, would be fitted best by no spread at all. */
function hasSpread(rows: readonly Row[]): boolean {
  const events = rows.filter(({ isEvent }) => isEvent);
  const first = events[0];
  if (first === undefined) return false;
  return rows.some((row) => (row.isEvent ? row.log !== first.log : row.log > first.log));
}

interface Row {
  readonly log: number;
  readonly isEvent: boolean;
}

interface Place {
  readonly location: number;
  readonly scale: number;
}

interface Point extends Place {
  readonly log: number;
  readonly gradient: readonly [number, number];
  readonly curvature: readonly [location: number, mixed: number, scale: number];
}

function start(rows: readonly Row[]): Place {
  const location = rows.reduce((sum, { log }) => sum + log, 0) / rows.length;
  const spread = Math.sqrt(rows.reduce((sum, { log }) => sum + (log - location) ** 2, 0) / rows.length);
  return { location, scale: Math.max(spread, 1e-3) };
}

function likelihood(rows: readonly Row[], law: StandardLaw, { location, scale }: Place): Point {
  let log = 0;
  let [byLocation, byScale, aa, ab, bb] = [0, 0, 0, 0, 0];
  for (const row of rows) {
    const z = (row.log - location) / scale;
    const part = row.isEvent ? law.event(z) : law.open(z);
    log += part.log - (row.isEvent ? Math.log(scale) + row.log : 0);
    byLocation -= part.slope / scale;
    byScale -= z * part.slope + (row.isEvent ? 1 : 0);
    aa += part.curve / scale ** 2;
    ab += (part.curve * z + part.slope) / scale;
    bb += part.curve * z * z + part.slope * z;
  }
  return { location, scale, log, gradient: [byLocation, byScale], curvature: [aa, ab, bb] };
}

/** null where no step climbs any more. */
function climb(rows: readonly Row[], law: StandardLaw, at: Point): Point | null {
  const [a, b] = stepFrom(at);
  for (let share = 1; share > 1e-10; share /= 2) {
    const place = { location: at.location + share * a, scale: at.scale * Math.exp(share * b) };
    const next = likelihood(rows, law, place);
    if (next.log > at.log) return next;
  }
  return null;
}

/** Newton's step where the surface is a hill, else straight up in the scale of the data. */
function stepFrom({ gradient: [u, v], curvature: [aa, ab, bb], scale }: Point): [number, number] {
  const determinant = aa * bb - ab * ab;
  if (aa < 0 && determinant > 0) return [(ab * v - bb * u) / determinant, (ab * u - aa * v) / determinant];
  const length = Math.hypot(u * scale, v) || 1;
  return [(u * scale * scale) / length, v / length];
}
