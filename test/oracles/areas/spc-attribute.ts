/** p, u, c and Laney's charts: the shape of the inputs says which kind, the case's name only whether Laney's spread is asked. */
import { type AttributeChart, cChart, pChart, uChart } from '../../../src/chance/time/attribute-chart.ts';

interface Inputs {
  readonly y: readonly number[];
  readonly n?: readonly number[];
}

export function answer({ y, n }: Inputs, { id }: { readonly id: string }) {
  if (!n) return asked(cChart(y));
  const chart = isShare(y, n) && !/\.u/.test(id) ? pChart : uChart;
  // qicharts2 screens moving ranges only when told; the p′ cases say so.
  const plain = chart(y, n);
  const laney = chart(y, n, { laney: true, screen: chart === pChart });
  return {
    ...asked(/prime/.test(id) ? laney : plain),
    p_signals: plain.signals.length,
    pprime_signals: laney.signals.length,
    pprime_lcl: laney.lower,
    pprime_ucl: laney.upper,
    u_signals: plain.signals.length,
    uprime_signals: laney.signals.length,
    uprime_lcl: laney.lower,
    uprime_ucl: laney.upper,
    sigma_z: laney.sigmaZ,
  };
}

function asked(chart: AttributeChart) {
  return {
    cl: chart.centre,
    lcl: chart.lower,
    ucl: chart.upper,
    signal: chart.signals.map((i) => i + 1),
    value: chart.values,
  };
}

function isShare(y: readonly number[], n: readonly number[]): boolean {
  return n.every(Number.isInteger) && y.every((count, i) => count <= (n[i] ?? 0));
}
