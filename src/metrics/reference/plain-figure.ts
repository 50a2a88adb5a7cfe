/** What a figure must be, read off the rows one by one: the segment's rows, what each is to the metric, the statistic. */
import type { FactName } from '../../warehouse/facts.ts';
import type { MetricDefinition, Rules } from '../definition.ts';
import type { Question, Statistic } from '../question.ts';
import { anchorColumn } from '../rule-values.ts';
import { plainValues } from './plain-dimensions.ts';
import { plainFlows } from './plain-flows.ts';
import { fieldsOf, type Plain, plainMeasures, type Reader, type Scenery } from './plain-measures.ts';
import { plainStatistic } from './plain-statistics.ts';
import type { PlainRow } from './worlds.ts';

interface Tried {
  readonly metric: MetricDefinition;
  readonly rules: Rules;
  readonly question: Question;
}

type Rows = (fact?: FactName, anchor?: string) => readonly PlainRow[];
type Segment = Readonly<Record<string, string | null>>;

export function plainFigure(
  { metric, rules, question }: Tried,
  rows: Rows,
  { zone, ...scenery }: Scenery & { readonly zone: string },
) {
  const anchor = anchorColumn(metric, rules);
  const inside =
    (segment: Segment, fact: FactName, at: string) =>
    (row: PlainRow): boolean =>
      Object.entries(segment).every(([dimension, value]) =>
        plainValues(row, dimension, { fact, rules, anchor: at, zone }).includes(value),
      );
  const read = (own: readonly PlainRow[], reader: Reader | undefined): readonly Plain[] =>
    own.map((row) => reader?.(fieldsOf(row), rules, scenery) ?? null).filter((plain) => plain !== null);
  const population = (segment: Segment): readonly Plain[] =>
    read(rows().filter(inside(segment, metric.fact, anchor)), plainMeasures[metric.name]);
  const figure = (stat: Statistic, segment: Segment): { value: number | null; n: number } => {
    if (metric.shareOf !== undefined) return partOf(metric.shareOf, segment);
    const counted = population(segment);
    const flow = plainFlows[metric.name];
    if (flow === undefined) return plainStatistic(stat, counted);
    const fact = flow.fact ?? metric.fact;
    const top = read(rows(fact, flow.anchor).filter(inside(segment, fact, flow.anchor)), flow.read);
    const value = counted.length === 0 ? null : ((flow.times ?? 1) * top.length) / counted.length;
    return { value, n: counted.length };
  };
  return { figure, population };

  /** The rows of the part, against those of the whole that it is divided from. */
  function partOf(dimension: string, segment: Segment): { value: number | null; n: number } {
    const { [dimension]: part, ...others } = segment;
    const whole = rows().filter(inside(others, metric.fact, anchor));
    const own = part === undefined ? whole : whole.filter(inside({ [dimension]: part }, metric.fact, anchor));
    const asked = question.where.find((filter) => filter.dimension === dimension)?.values;
    const hits = own.filter(
      (row) => asked === undefined || asked.includes((row[dimension] ?? null) as string | null),
    );
    return { value: whole.length === 0 ? null : hits.length / whole.length, n: whole.length };
  }
}
