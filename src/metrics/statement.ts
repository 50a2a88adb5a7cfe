/** The statement behind a metric, as text: for the docs, and for whoever wants to check it by hand. */
import type { CompiledQuery } from 'kysely';
import { statements } from '../warehouse/duckdb/dialect.ts';
import { functions } from '../warehouse/duckdb/functions.ts';
import { type Asked, checkQuestion, measureOf } from './check-question.ts';
import type { Measure, MetricDefinition, Rules } from './definition.ts';
import { clusterStatement } from './plan/cluster-sums.ts';
import { countedStatement } from './plan/counted-steps.ts';
import { sceneOf, sliceOf } from './plan/reader.ts';
import { quantileOf } from './plan/reading.ts';
import type { Builder, Slice } from './plan/slice.ts';
import { survivalStatement } from './plan/survival-steps.ts';
import { tallyStatement } from './plan/tally-statement.ts';
import { windowOf } from './plan/window.ts';

const may = { from: '2025-05-01', to: '2025-06-01' };

/**
 * The statement that answers a metric's first headline statistic for May 2025, bound values written behind it.
 *
 * @example statementOf(findMetric('cases_opened', catalogue)) // 'select 0 as "_w", count(*) filter …'
 */
export function statementOf(
  metric: MetricDefinition,
  rules: Rules = {},
  builder: Builder = { db: statements(), functions },
): string {
  const question = { asks: [{ metric: metric.name, stats: [] }], period: may, zone: 'UTC' };
  const [asked] = checkQuestion(
    { ...question, by: [], where: [], rules, compare: [] },
    { catalogue: [metric], people: true, businessHours: true },
  );
  return asked === undefined ? '' : text(compiled(asked, builder));
}

function compiled(asked: Asked, builder: Builder): CompiledQuery {
  const slice = { ...sliceOf(asked), layer: [windowOf(may, asked.question.zone)] };
  const measure = measureOf(asked, sceneOf(builder.functions, slice.layer, `${may.to}T00:00:00Z`));
  return (
    special(asked, builder, slice, measure) ??
    tallyStatement(builder, slice, [{ ...asked, measure }]).compile()
  );
}

/** Percentiles, curves and ratios over clusters have a statement of their own. */
function special({ stats }: Asked, builder: Builder, slice: Slice, measure: Measure): CompiledQuery | null {
  if (measure.per !== undefined) return clusterStatement(builder, slice, measure).compile();
  const quantiles = stats
    .slice(0, 1)
    .map(quantileOf)
    .filter((q) => q !== null);
  if (quantiles.length === 0) return null;
  return measure.happened === undefined
    ? countedStatement(builder, slice, measure, { quantiles, deviates: [1.96], places: 1 }).compile()
    : survivalStatement(builder, slice, measure, { quantiles }).compile();
}

/** One clause a line, so that it can be read. */
function text({ sql, parameters }: CompiledQuery): string {
  const lines = sql
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (from|where|group by|inner join|union all|limit) /g, '\n  $1 ')
    .replaceAll(/, ("\w+" as \(|count\(|cast\()/g, ',\n  $1');
  const bound = parameters.map((value, i) => `-- $${i + 1} = ${String(value)}`);
  return [lines, ...bound].join('\n');
}
