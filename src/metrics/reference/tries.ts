/** Every metric by every rule, looked at in some way: what is tried of a world. */
import { type FactName, factNames } from '../../warehouse/facts.ts';
import { catalogue as unpriced } from '../catalogue/index.ts';
import type { MetricDefinition, Rules } from '../definition.ts';
import { dimensionsOf } from '../plan/dimension.ts';
import type { Filter, Question } from '../question.ts';
import { priced } from '../rates.ts';
import { resolveRules, ruleUses } from '../rule-values.ts';
import { type RuleToken, ruleOf } from '../rules.ts';
import { exampleRates } from './example-rates.ts';
import { plainValues } from './plain-dimensions.ts';
import type { PlainRow } from './worlds.ts';

export const zone = 'Europe/Rome';
export const catalogue = priced(unpriced, exampleRates);

/** Another value than the default of a rule that is a time. */
const otherTimes: Partial<Record<RuleToken, readonly string[]>> = {
  'service_level.within': ['0 s', '2 min'],
  given_up_window: ['1 d', '30 d'],
  'contact_again.within': ['1 h', '30 d'],
};
const anyTime = ['60 s', '14 d'];

/** Each rule of a metric once with each of its values, the others at their defaults. */
function ruleSets(metric: MetricDefinition, dimensions: readonly string[]): readonly Rules[] {
  const others = ruleUses(metric, dimensions).flatMap(({ token, default: usual, values }) => {
    const listed = values ?? Object.keys(ruleOf(token).values ?? {});
    const tried = listed.length > 0 ? listed : (otherTimes[token] ?? anyTime);
    return tried.filter((value) => value !== usual).map((value) => ({ [token]: value }));
  });
  return [{}, ...others];
}

/** Means over cases that are not finished are not known; percentiles are. */
const statsOf = ({ stats }: MetricDefinition, rules: Rules) =>
  rules.open_cases === 'included' ? stats.filter((stat) => /median|^p\d/.test(stat)) : stats;

/** How a world is looked at: one choice a fact, so that its metrics share their statements. */
interface Look {
  readonly by: readonly string[];
  readonly where: readonly Filter[];
}
type Looks = Readonly<Record<FactName, Look>>;

const attribute = 'attributes.region';

/** No dimension, one, or two; and in some worlds a filter by a third. */
export function looksAt(
  world: Partial<Record<FactName, readonly PlainRow[]>>,
  picks: readonly number[],
): Looks {
  const look = (fact: FactName, f: number): Look => {
    const all = [...dimensionsOf(fact), attribute];
    const pick = (i: number): string => all[((picks[i] ?? 0) + f * 7) % all.length] ?? 'source';
    const by = [...new Set([pick(0), pick(1)])].slice(0, (picks[2] ?? 0) % 3);
    if ((picks[3] ?? 0) % 2 === 0) return { by, where: [] };
    const dimension = pick(4);
    const along = { fact, rules: {}, anchor: '', zone };
    const found = (world[fact] ?? []).flatMap((row) => plainValues(row, dimension, along));
    const values = [...new Set([...found, null])].slice(0, 2);
    return { by, where: [{ dimension, values }] };
  };
  return Object.fromEntries(factNames.map((fact, f) => [fact, look(fact, f)])) as Looks;
}

export interface Tried {
  readonly metric: MetricDefinition;
  readonly question: Question;
  readonly rules: Rules;
}

export function tries(
  looks: Looks,
  period: Question['period'],
  more: Partial<Question> = {},
): readonly Tried[] {
  return catalogue.flatMap((metric) => {
    const shared = dimensionsOf(metric.flowFact ?? metric.fact);
    const known = (name: string): boolean => name === attribute || shared.includes(name);
    const by = looks[metric.fact].by.filter(known);
    const where = looks[metric.fact].where.filter(({ dimension }) => known(dimension));
    const dimensions = [...by, ...where.map(({ dimension }) => dimension)];
    return ruleSets(metric, dimensions).map((typed): Tried => {
      const rules = resolveRules(metric, typed, dimensions);
      const asks = [{ metric: metric.name, stats: statsOf(metric, rules) }];
      return {
        metric,
        rules,
        question: { asks, period, zone, by, where, rules: typed, compare: [], ...more },
      };
    });
  });
}
