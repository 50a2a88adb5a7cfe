/** XmR charts by the rules of NHS Making Data Count, in the words of the oracle file. */
import { type NhsCause, nhsCauses } from '../../../src/chance/time/nhs-rules.ts';
import { xmrChart } from '../../../src/chance/time/xmr-chart.ts';

interface Inputs {
  readonly y: readonly number[];
  readonly improvement_direction?: 'increase' | 'decrease' | 'neutral' | number;
  readonly screen_outliers?: boolean;
  readonly fix_after_n_points?: number;
}

const NAMES: Record<NonNullable<NhsCause>, { readonly name: string; readonly side: 1 | -1 }> = {
  'above upper limit': { name: 'Above UCL', side: 1 },
  'below lower limit': { name: 'Below LCL', side: -1 },
  'rising trend': { name: '7 Point Trend (Increasing)', side: 1 },
  'falling trend': { name: '7 Point Trend (Decreasing)', side: -1 },
  'two of three near upper limit': { name: '2 in 3 Above CL', side: 1 },
  'two of three near lower limit': { name: '2 in 3 Below CL', side: -1 },
  'seven above centre': { name: '7 Points Above CL', side: 1 },
  'seven below centre': { name: '7 Points Below CL', side: -1 },
};

const DIRECTIONS: Record<string, number> = { increase: 1, decrease: -1, neutral: 0 };

export function answer({
  y,
  improvement_direction = 'increase',
  screen_outliers = true,
  fix_after_n_points = y.length,
}: Inputs) {
  const chart = xmrChart(y, { baseline: fix_after_n_points, screen: screen_outliers });
  const causes = nhsCauses(y, chart);
  const good = DIRECTIONS[improvement_direction] ?? Number(improvement_direction);
  return {
    mean: chart.centre,
    lpl: chart.lower,
    upl: chart.upper,
    special_cause: causes.map((cause) => (cause ? NAMES[cause].name : 'Common Cause')),
    point_type: causes.map((cause) => (cause ? pointType(NAMES[cause].side, good) : 'common_cause')),
  };
}

function pointType(side: 1 | -1, good: number): string {
  if (good === 0) return side > 0 ? 'special_cause_neutral_high' : 'special_cause_neutral_low';
  return side === good ? 'special_cause_improvement' : 'special_cause_concern';
}
