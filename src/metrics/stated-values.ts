/** Numbers that somebody stated, to hold figures against: the target that applied, or a benchmark from elsewhere. */
import type { Asked } from './check-question.ts';
import type { Filter, Statistic } from './question.ts';

interface Stated {
  readonly metric: string;
  readonly stat?: Statistic;
  readonly value: number;
  /** Only for figures of this segment; without it for all. */
  readonly where?: readonly Filter[];
}

export interface Target extends Stated {
  /** The local date from which it holds; without it, always. */
  readonly from?: string;
  /** With whom it was agreed: then missing it is a breach, whatever chance says. */
  readonly contract?: string;
}

export interface Benchmark extends Stated {
  /** Who says so, where. */
  readonly source: string;
  /** When it was said. */
  readonly date: string;
}

/** The figure that a stated number is looked for. */
export interface Subject {
  readonly metric: Asked['metric'];
  readonly stat: Statistic;
  /** Which rows it is made of. */
  readonly filters: readonly Filter[];
  /** The first local day of its period; null for all time. */
  readonly from: string | null;
}

/**
 * The target that applies to a figure: of those for its metric, statistic and segment the narrowest, and of these the
 * latest that held when the period began. One that only begins within the period holds where none did before.
 *
 * @example targetFor({ metric: csat, stat: 'share', filters: [{ dimension: 'team', values: ['Milan'] }], from: '2025-05-01' },
 *   [{ metric: 'csat', value: 0.85 }, { metric: 'csat', value: 0.9, where: [{ dimension: 'team', values: ['Milan'] }] }])?.value // 0.9
 */
export function targetFor(subject: Subject, targets: readonly Target[]): Target | null {
  const fitting = targets.filter((target) => fits(target, subject));
  const width = Math.max(...fitting.map(narrowness));
  const narrowest = fitting.filter((target) => narrowness(target) === width).toSorted(byDate);
  const { from } = subject;
  const held = narrowest.filter((target) => from === null || (target.from ?? '') <= from);
  return held.at(-1) ?? narrowest[0] ?? null;
}

/** The narrowest benchmark for a figure; of several the newest. */
export function benchmarkFor(subject: Subject, benchmarks: readonly Benchmark[]): Benchmark | null {
  const fitting = benchmarks.filter((benchmark) => fits(benchmark, subject));
  const newest = fitting.toSorted(
    (a, b) => narrowness(b) - narrowness(a) || (a.date < b.date ? 1 : a.date > b.date ? -1 : 0),
  );
  return newest[0] ?? null;
}

const byDate = (a: Target, b: Target): number => ((a.from ?? '') < (b.from ?? '') ? -1 : 1);

const narrowness = ({ where = [] }: Stated): number => where.length;

/** A number stated for a segment is for figures that lie within it. */
function fits({ metric, stat, where = [] }: Stated, subject: Subject): boolean {
  if (metric !== subject.metric.name || (stat ?? subject.metric.headline[0]) !== subject.stat) return false;
  return where.every(({ dimension, values }) =>
    subject.filters.some(
      (filter) => filter.dimension === dimension && filter.values.every((value) => values.includes(value)),
    ),
  );
}
