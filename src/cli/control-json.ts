/** A control chart as the JSON that scripts rely on; `schema/chart.json` describes it. Places count points from 0. */
import type { Control } from '../metrics/index.ts';

export function controlJson(control: Control, rule: string): string {
  const { points, phases, signals, whole, grain, expectedFalseAlarms, prepared } = control;
  const [first] = points;
  const told = {
    metric: first?.figure.metric ?? null,
    stat: first?.figure.stat ?? null,
    unit: first?.figure.unit ?? null,
    grain,
    rule,
    points: points.map(({ figure: { from, to, value, n, interval, missing }, ...rest }) => ({
      from,
      to,
      value,
      n,
      interval,
      missing,
      ...rest,
    })),
    phases,
    signals,
    whole,
    expected_false_alarms: expectedFalseAlarms,
    prepared:
      prepared === null
        ? null
        : {
            p: prepared.p,
            power: prepared.power,
            pattern_removed: prepared.patternRemoved,
            memory: prepared.memory,
          },
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}
