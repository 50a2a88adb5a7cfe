/** A control chart by the rule sets that people know, and how often a service on which nothing happens is flagged by them. */
import { normalDraws } from '../people/normal-draws.ts';
import { anhoejRules } from '../time/anhoej-rules.ts';
import { nelsonSignals } from '../time/nelson-rules.ts';
import { nhsCauses } from '../time/nhs-rules.ts';
import { xmrChart } from '../time/xmr-chart.ts';

export type RuleSet = 'nhs' | 'nelson' | 'anhoej';

export const ruleSets: readonly RuleSet[] = ['nhs', 'nelson', 'anhoej'];

export interface RuleChart {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  /** Per point, why it is special by any of the rule sets: `nhs: rising trend`, `nelson 1`. */
  readonly causes: readonly (readonly string[])[];
  /** What the series as a whole shows: `anhoej: longest run 9 of at most 8`. */
  readonly whole: readonly string[];
  /** The share of charts of this length on which nothing happens, independent and normal, that these rules flag. */
  readonly flaggedWhenStable: number;
}

/**
 * Which points are special by these rules? An XmR chart (mean ± 2.66 × mean moving range); NHS and Nelson name points,
 * Anhøj the series as a whole. False alarms are counted on 400 simulated stable series of the same length.
 * Example: 52 values and the NHS rules → `flaggedWhenStable` about 0.4.
 */
export function ruleChart(
  values: readonly number[],
  rules: readonly RuleSet[],
  { simulated = 400, seed = 1 } = {},
): RuleChart {
  const chart = xmrChart(values);
  return {
    ...judged(values, rules),
    ...chart,
    flaggedWhenStable: flagged(values.length, rules, simulated, seed),
  };
}

function judged(values: readonly number[], rules: readonly RuleSet[]): Pick<RuleChart, 'causes' | 'whole'> {
  const chart = xmrChart(values);
  const nhs = rules.includes('nhs') ? nhsCauses(values, chart) : [];
  const scores = values.map((value) => (chart.sigma > 0 ? (value - chart.centre) / chart.sigma : 0));
  const nelson = rules.includes('nelson') ? nelsonSignals(scores) : [];
  return {
    causes: values.map((_, i) => [
      ...(nhs[i] == null ? [] : [`nhs: ${nhs[i]}`]),
      ...(nelson[i] ?? []).map((rule) => `nelson ${rule}`),
    ]),
    whole: rules.includes('anhoej') ? runsOf(values) : [],
  };
}

function runsOf(values: readonly number[]): readonly string[] {
  const { longestRun, longestRunMax, crossings, crossingsMin } = anhoejRules(values);
  return [
    ...(longestRun > longestRunMax ? [`anhoej: longest run ${longestRun} of at most ${longestRunMax}`] : []),
    ...(crossings < crossingsMin ? [`anhoej: ${crossings} crossings of at least ${crossingsMin}`] : []),
  ];
}

function flagged(points: number, rules: readonly RuleSet[], simulated: number, seed: number): number {
  if (points < 2) return 0;
  const draw = normalDraws(seed);
  let many = 0;
  for (let turn = 0; turn < simulated; turn++) {
    const { causes, whole } = judged(Array.from({ length: points }, draw), rules);
    if (whole.length > 0 || causes.some((own) => own.length > 0)) many += 1;
  }
  return many / simulated;
}
