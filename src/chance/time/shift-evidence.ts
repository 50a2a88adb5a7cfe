/** How well is a series explained by chance and memory alone, and how well by a change of level on top? */
import { logSum } from './log-sum.ts';
import { changedLikelihood, steadyLikelihood, type Whitened, whiten } from './whitened.ts';

/** Correlations of neighbouring points that are thought possible. */
export const MEMORIES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** A level that lasts fewer points than this is not called a level. */
export const MIN_SEGMENT = 6;

/** How much of the prior for "changed" is on stretches that end again; the rest is on lasting shifts. */
const PASSING = 0.15;

export interface ShiftEvidence {
  /** ln marginal likelihood without a change, for each of MEMORIES. */
  readonly steady: readonly number[];
  /** The same with one change of unknown place and size. */
  readonly changed: readonly number[];
}

/**
 * Marginal likelihoods of an AR(1) series around one level, and around a level that changes once: for good at an
 * unknown point, or for a stretch. Mean and spread have flat priors, the change a normal one, places are equally
 * likely, no level is shorter than MIN_SEGMENT. About linear in the series' length.
 *
 * For each memory the series is whitened; the change's whitened shape is then a single regressor whose sums are known in
 * closed form. `fitted` counts what was taken out of the series before: a pattern of seven weekdays leaves six degrees
 * of freedom fewer. Source: Zellner, An Introduction to Bayesian Inference in Econometrics (1971), ch. 4.
 */
export function shiftEvidence(series: Float64Array, { fitted = 0 } = {}): ShiftEvidence {
  const models = MEMORIES.map((memory) => whiten(series, memory, fitted));
  const [places, stretches] = [placesOf(series.length), stretchesOf(series.length)];
  return {
    steady: models.map(steadyLikelihood),
    changed: models.map((model) => {
      const lasting = mean(places.map((place) => changedLikelihood(model, place, null)));
      if (stretches.length === 0) return lasting;
      return logSum([lasting, passingLikelihood(model, stretches)], (i) => (i === 0 ? 1 - PASSING : PASSING));
    }),
  };
}

/** Every place in a short series; in a long one neighbours say the same, and about 400 places are enough. */
function placesOf(n: number): number[] {
  const places: number[] = [];
  for (let place = MIN_SEGMENT; place <= n - MIN_SEGMENT; place += Math.ceil(n / 400)) places.push(place);
  return places;
}

interface Stretch {
  readonly place: number;
  readonly length: number;
}

/** A coarse net of stretches that end before the series does: lengths grow by a half, each moves by half of itself. */
function stretchesOf(n: number): Stretch[] {
  const stretches: Stretch[] = [];
  const shortest = Math.max(MIN_SEGMENT, Math.round(n / 100));
  for (let length = shortest; length <= n / 2; length = Math.ceil(length * 1.5)) {
    const step = Math.floor(length / 2);
    for (let place = MIN_SEGMENT; place + length + MIN_SEGMENT <= n; place += step)
      stretches.push({ place, length });
  }
  return stretches;
}

/** The net's mean, its best stretch drawn again as exactly as the points allow. */
function passingLikelihood(model: Whitened, stretches: readonly Stretch[]): number {
  const logs = stretches.map(({ place, length }) => changedLikelihood(model, place, length));
  const best = logs.reduce((top, log, i) => (log > (logs[top] ?? log) ? i : top), 0);
  const { place, length } = stretches[best] ?? { place: 0, length: 0 };
  return mean(logs.with(best, refined(model, place, place + length, Math.floor(length / 2))));
}

/** Moves the start and the end in turn to where they fit best; the exact stretch is one of about reach² in its mesh. */
function refined(model: Whitened, place: number, until: number, reach: number): number {
  const n = model.values.length;
  const likely = (start: number, end: number) => changedLikelihood(model, start, end - start);
  let [start, end] = [place, until];
  for (let round = 0; round < 2; round++) {
    const from = Math.max(MIN_SEGMENT, start - reach);
    start = highest(from, Math.min(start + reach, end - MIN_SEGMENT), (at) => likely(at, end));
    const to = Math.min(n - MIN_SEGMENT, end + reach);
    end = highest(Math.max(end - reach, start + MIN_SEGMENT), to, (at) => likely(start, at));
  }
  return Math.max(likely(place, until), likely(start, end) - 2 * Math.log(Math.max(1, reach)));
}

function highest(low: number, high: number, height: (at: number) => number): number {
  let best = low;
  let top = Number.NEGATIVE_INFINITY;
  for (let at = low; at <= high; at++) {
    const own = height(at);
    if (own > top) [best, top] = [at, own];
  }
  return best;
}

/** ln of the mean of numbers given by their logarithms. */
function mean(logs: readonly number[]): number {
  return logSum(logs, () => 1 / logs.length);
}
