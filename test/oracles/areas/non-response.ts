/** Post-stratification, raking, and who answers. */
import { postStratify } from '../../../src/chance/survey/post-stratify.ts';
import { type Column, propensity } from '../../../src/chance/survey/propensity.ts';
import { rakeTable } from '../../../src/chance/survey/rake.ts';

type Numbers = readonly number[];

type Inputs =
  | { readonly respondents: Numbers; readonly positive: Numbers; readonly population: Numbers }
  | { readonly table: readonly Numbers[]; readonly row_totals: Numbers; readonly col_totals: Numbers }
  | ({ readonly responded: Numbers } & Record<string, Column>);

export function answer(inputs: Inputs) {
  if ('respondents' in inputs) return weighted(inputs as Extract<Inputs, { respondents: Numbers }>);
  if ('table' in inputs) {
    const { table, row_totals, col_totals } = inputs as Extract<Inputs, { table: readonly Numbers[] }>;
    const { cells, rounds } = rakeTable(table, { rows: row_totals, columns: col_totals });
    return { table: cells, raked: cells, iterations: rounds };
  }
  const { responded, ...columns } = inputs;
  const fit = propensity(
    columns,
    responded.map((value) => value === 1),
  );
  return {
    coef: fit?.terms.map(({ coefficient }) => coefficient),
    se: fit?.terms.map(({ error }) => error),
    deviance: fit?.deviance,
  };
}

function weighted({ respondents, positive, population }: Extract<Inputs, { respondents: Numbers }>) {
  const strata = respondents.map((count, i) => ({
    respondents: count,
    positive: positive[i] ?? 0,
    population: population[i] ?? 0,
  }));
  const result = postStratify(strata);
  return {
    raw: result.raw,
    poststratified: result.value,
    se: result.error,
    deff_kish: result.designEffect,
    n_eff: result.effectiveSize,
    response_rate: result.responseRate,
    manski: result.bounds,
  };
}
