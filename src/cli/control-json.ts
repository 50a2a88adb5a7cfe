/** A control chart as the JSON that scripts rely on; `schema/chart.json` describes it. Places count points from 0. */
import { chartsOfAPage, type Signal } from '../chance/index.ts';
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
    signals: signals.map((signal) => ({ ...signal, ...verdictOf(signal, control) })),
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

/** Every signal has the face of a verdict, like every comparison. */
function verdictOf(signal: Signal, control: Control) {
  const shared = { verdict: 'signal', looks: chartsOfAPage, more_needed: null } as const;
  return signal.kind === 'shift'
    ? { ...shared, ...shiftOf(signal, control) }
    : { ...shared, ...spikeOf(signal, control) };
}

/** Both levels' points; the interval is the shift's own. */
function shiftOf({ at, difference, low, high }: Signal & { readonly kind: 'shift' }, { phases }: Control) {
  const young = phases.findIndex(({ start }) => start === at);
  const method = 'default alarm: change of level';
  return {
    difference,
    interval: { low, high, level: 0.95, method },
    n: (phases[young - 1]?.n ?? 0) + (phases[young]?.n ?? 0),
    method,
  };
}

/** A point against where all points of its level would lie in 19 of 20 stable charts. */
function spikeOf({ at, value, expected }: Signal & { readonly kind: 'spike' }, { phases, points }: Control) {
  const { lower = null, upper = null } = points[at] ?? {};
  const method = 'default alarm: point beyond the usual range';
  return {
    difference: value - expected,
    interval: {
      low: upper === null ? null : value - upper,
      high: lower === null ? null : value - lower,
      level: 0.95,
      method,
    },
    n: phases[points[at]?.phase ?? 0]?.n ?? 0,
    method,
  };
}
