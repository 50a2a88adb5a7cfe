/** Made-up services for simulations: what a week or a day looks like when nothing happens, and when something does. */
import { binomial } from '../src/chance/numerics/binomial.ts';
import { normal } from '../src/chance/numerics/normal.ts';
import { poisson } from '../src/chance/numerics/poisson.ts';
import { studentT } from '../src/chance/numerics/student-t.ts';
import type { Series } from '../src/chance/time/prepared-series.ts';

export interface Service {
  readonly name: string;
  readonly points: number;
  /** Correlation of neighbouring points before `shape`; a function gives each chart of a page its own. */
  readonly memory?: number | ((chart: number) => number);
  /** From a standard normal number to a value in the service's unit; as it is unless told. */
  readonly shape?: (z: number) => number;
  /** Added per weekday before `shape`, in standard deviations. */
  readonly week?: readonly number[];
  /** From this point on, `shift` standard deviations are added before `shape`. */
  readonly from?: number;
  readonly shift?: number;
  /** At least so many pages, where what is promised is close to what is kept. */
  readonly pages?: number;
}

/** Quiet weekends, busy Mondays: a range of two and a half standard deviations. */
export const BUSY_WEEK = [1.2, 0.5, 0.3, 0.2, 0.1, -1, -1.3] as const;

export const shapes = {
  logNormal: (spread: number) => (z: number) => 10 * Math.exp(spread * z),
  exponential: (z: number) => -Math.log(normal.above(z)),
  poisson: (mean: number) => {
    const counts = poisson(mean);
    return (z: number) => counts.quantile(normal.below(z));
  },
  /** The share of so many answers that are good. */
  shareOf: (answers: number, good: number) => {
    const counts = binomial(answers, good);
    return (z: number) => counts.quantile(normal.below(z)) / answers;
  },
  heavyTails: (z: number) => studentT(5).quantile(normal.below(z)),
};

/** Draws one chart's series; `draw` gives standard normal numbers. */
export function seriesOf(service: Service, chart: number, draw: () => number): Series {
  const { points, memory = 0, shape = (z: number) => z, week, from = points, shift = 0 } = service;
  const phi = typeof memory === 'number' ? memory : memory(chart);
  let z = draw();
  const values = Array.from({ length: points }, (_, i) => {
    if (i > 0) z = phi * z + Math.sqrt(1 - phi * phi) * draw();
    return shape(z + (week?.[i % 7] ?? 0) + (i >= from ? shift : 0));
  });
  return week ? { values, slots: values.map((_, i) => i % 7) } : { values };
}
