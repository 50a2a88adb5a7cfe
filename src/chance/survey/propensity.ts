/** Who answers: logistic regression of having responded on what is known of everyone. */

import { cholesky, solveLower, solveUpper } from '../people/cholesky.ts';

/** A column of what is known: numbers as they are, or classes (the first in alphabetical order is the reference). */
export type Column = readonly number[] | readonly string[];

export interface PropensityTerm {
  readonly name: string;
  /** Change of the log-odds of responding. */
  readonly coefficient: number;
  readonly error: number;
}

export interface Propensity {
  readonly terms: readonly PropensityTerm[];
  readonly deviance: number;
  /** Each one's probability of responding. */
  readonly fitted: readonly number[];
  /** False where a class answered always or never, so that its coefficient has no end. */
  readonly converged: boolean;
}

/**
 * Maximum likelihood by iteratively reweighted least squares. null where columns say the same thing twice.
 * Source: McCullagh & Nelder (1989), 4.4.
 *
 * @example propensity({ channel: ['chat', 'mail', …] }, [true, false, …])?.terms[1] // channelmail, −2.60 ± 0.59
 */
export function propensity(
  columns: Readonly<Record<string, Column>>,
  responded: readonly boolean[],
): Propensity | null {
  const design = designOf(columns, responded.length);
  const size = design.length;
  let coefficients: readonly number[] = design.map(() => 0);
  let deviance = Infinity;
  for (let round = 0; round < 60; round++) {
    const fitted = fittedBy(design, coefficients, responded.length);
    const now = devianceOf(fitted, responded);
    const converged = Math.abs(now - deviance) < 1e-13 * (Math.abs(now) + 0.1);
    deviance = now;
    const factor = cholesky(information(design, fitted), size);
    if (factor === null) return null;
    if (converged || round === 59) {
      const variances = design.map((_, i) => solveUpper(factor, solveLower(factor, unit(size, i)))[i] ?? NaN);
      const terms = design.map(({ name }, i) => ({
        name,
        coefficient: coefficients[i] ?? NaN,
        error: Math.sqrt(variances[i] ?? NaN),
      }));
      return { terms, deviance, fitted, converged };
    }
    const score = design.map(({ values }) =>
      values.reduce((sum, x, row) => sum + x * ((responded[row] ? 1 : 0) - (fitted[row] ?? 0)), 0),
    );
    const step = solveUpper(factor, solveLower(factor, score));
    coefficients = coefficients.map((coefficient, i) => coefficient + (step[i] ?? 0));
  }
  return null;
}

interface DesignColumn {
  readonly name: string;
  readonly values: readonly number[];
}

function designOf(columns: Readonly<Record<string, Column>>, rows: number): DesignColumn[] {
  const intercept = { name: '(intercept)', values: new Array<number>(rows).fill(1) };
  return [intercept, ...Object.entries(columns).flatMap(([name, column]) => codedColumns(name, column))];
}

function codedColumns(name: string, column: Column): DesignColumn[] {
  if (column.every((value) => typeof value === 'number')) return [{ name, values: column }];
  const classes = [...new Set(column.map(String))].sort();
  return classes.slice(1).map((each) => ({
    name: `${name}${each}`,
    values: column.map((value) => (String(value) === each ? 1 : 0)),
  }));
}

function fittedBy(design: readonly DesignColumn[], coefficients: readonly number[], rows: number): number[] {
  return Array.from({ length: rows }, (_, row) => {
    const odds = design.reduce((sum, { values }, i) => sum + (values[row] ?? 0) * (coefficients[i] ?? 0), 0);
    return 1 / (1 + Math.exp(-odds));
  });
}

function information(design: readonly DesignColumn[], fitted: readonly number[]): Float64Array {
  const weights = fitted.map((p) => Math.max(p * (1 - p), 1e-12));
  const rows = design.map(({ values: a }) =>
    design.map(({ values: b }) =>
      weights.reduce((sum, w, row) => sum + w * (a[row] ?? 0) * (b[row] ?? 0), 0),
    ),
  );
  return Float64Array.from(rows.flat());
}

function devianceOf(fitted: readonly number[], responded: readonly boolean[]): number {
  return -2 * fitted.reduce((sum, p, row) => sum + Math.log(responded[row] ? p : 1 - p), 0);
}

const unit = (size: number, at: number): number[] =>
  Array.from({ length: size }, (_, i) => (i === at ? 1 : 0));
