/** EWMA and CUSUM charts and their average run lengths. */
import {
  cusumRunLength,
  ewmaRunLength,
  shewhartRunLength,
} from '../../../src/chance/time/average-run-length.ts';
import { cusumChart } from '../../../src/chance/time/cusum.ts';
import { ewmaChart } from '../../../src/chance/time/ewma.ts';

interface Inputs {
  readonly y?: readonly number[];
  readonly target?: number;
  readonly sigma?: number;
  readonly lambda?: number;
  readonly L?: number;
  readonly k?: number;
  readonly h?: number;
  readonly delta?: number;
}

export function answer(inputs: Inputs) {
  if (!inputs.y) return runLengths(inputs);
  return inputs.k === undefined && inputs.h === undefined ? ewma(inputs.y, inputs) : cusum(inputs.y, inputs);
}

function ewma(y: readonly number[], { target = 0, sigma = 1, lambda = 0.2, L = 3 }: Inputs) {
  const chart = ewmaChart(y, { target, sigma, lambda, width: L });
  return { ewma: chart.ewma, lcl: chart.lower, ucl: chart.upper, first_signal: oneBased(chart.firstSignal) };
}

function cusum(y: readonly number[], { target = 0, sigma = 1, k = 0.5, h = 5 }: Inputs) {
  const chart = cusumChart(y, { target, sigma, k, h });
  return {
    upper: chart.high,
    lower: chart.low,
    c_plus: chart.high,
    c_minus: chart.low,
    cusum_high: chart.high,
    cusum_low: chart.low,
    first_signal: oneBased(chart.firstSignal),
    signal: chart.signals.map((i) => i + 1),
  };
}

function runLengths({ k = 0.5, h = 5, lambda = 0.2, L = 3, delta = 1 }: Inputs) {
  return {
    shewhart3sigma_arl0: shewhartRunLength({ width: L }),
    shewhart3sigma_arl1: shewhartRunLength({ width: L, shift: delta }),
    'cusum_k.5_h5_arl0': cusumRunLength({ k, h }),
    'cusum_k.5_h5_arl1sigma': cusumRunLength({ k, h, shift: delta }),
    'cusum_k.5_h4_arl0': cusumRunLength({ k, h: 4 }),
    'cusum_k.5_h4_arl1sigma': cusumRunLength({ k, h: 4, shift: delta }),
    'ewma_.2_L3_arl0_asymptotic_limits': ewmaRunLength({ lambda, width: L }),
    'ewma_.2_L3_arl1': ewmaRunLength({ lambda, width: L, shift: delta }),
  };
}

function oneBased(place: number | null): number | null {
  return place === null ? null : place + 1;
}
