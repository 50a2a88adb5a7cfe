/** How many points pass, on average, until a chart signals: the budget behind every alarm. */
import { normal } from '../numerics/normal.ts';
import { solveLinear } from '../people/linear-system.ts';

/** Independent normal points with standard deviation 1 whose mean has moved by `shift`. */
interface Moved {
  readonly shift?: number;
}

/** Points beyond ± `width` sigmas: 1 ÷ P(one point signals). 3 sigmas without a shift → 370.4. */
export function shewhartRunLength({
  width = 3,
  shift = 0,
}: Moved & { readonly width?: number } = {}): number {
  return 1 / (normal.above(width - shift) + normal.below(-width - shift));
}

/**
 * Two-sided tabular CUSUM from zero. k 0.5, h 5 → 465.4 without a shift, 10.38 after one of 1 sigma.
 * One side solves L(z) = 1 + L(0) Φ(k − z) + ∫ L(u) φ(u + k − z) du over 0 … h; the two join as 1 ÷ L = 1 ÷ L⁺ + 1 ÷ L⁻.
 * Source: Page, Biometrika 41 (1954).
 */
export function cusumRunLength({
  k = 0.5,
  h = 5,
  shift = 0,
}: Moved & { readonly k?: number; readonly h?: number } = {}): number {
  return 1 / (1 / oneSidedCusum(k, h, shift) + 1 / oneSidedCusum(k, h, -shift));
}

function oneSidedCusum(k: number, h: number, shift: number): number {
  const lengths = solveRunLengths(
    0,
    h,
    (from, to) => normal.density(to + k - from - shift),
    (from) => normal.below(k - from - shift),
  );
  return lengths[0] ?? Number.NaN;
}

/**
 * Two-sided EWMA from its target with limits at their final width. λ 0.2, width 3 → 559.9; after 1 sigma 10.84.
 * Solves L(z) = 1 + ∫ L(u) φ((u − (1 − λ) z) ÷ λ) ÷ λ du between the limits.
 * Source: Crowder, Technometrics 29 (1987).
 */
export function ewmaRunLength({
  lambda = 0.2,
  width = 3,
  shift = 0,
}: Moved & { readonly lambda?: number; readonly width?: number } = {}): number {
  const limit = width * Math.sqrt(lambda / (2 - lambda));
  const step = (from: number, to: number) => (to - (1 - lambda) * from) / lambda - shift;
  const lengths = solveRunLengths(
    -limit,
    limit,
    (from, to) => normal.density(step(from, to)) / lambda,
    () => 0,
  );
  return lengths[PANELS / 2] ?? Number.NaN;
}

const PANELS = 160;

/** Run lengths at evenly spaced starts, the integral taken by Simpson's rule. `reset` is the chance to fall to the first start. */
function solveRunLengths(
  low: number,
  high: number,
  density: (from: number, to: number) => number,
  reset: (from: number) => number,
): number[] {
  const width = (high - low) / PANELS;
  const nodes = Array.from({ length: PANELS + 1 }, (_, i) => low + i * width);
  const weight = (i: number) => ((i === 0 || i === PANELS ? 1 : i % 2 === 1 ? 4 : 2) * width) / 3;
  return solveLinear(
    nodes.map((from, i) => {
      const moves = nodes.map((to, j) => -weight(j) * density(from, to) - (j === 0 ? reset(from) : 0));
      return [...moves.with(i, (moves[i] ?? 0) + 1), 1];
    }),
  );
}
