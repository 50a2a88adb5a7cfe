/** g charts of counts between rare events, t charts of times between them. */
import { gChart, tChart } from '../../../src/chance/time/rare-event-chart.ts';

export function answer({ y }: { readonly y: readonly number[] }, { id }: { readonly id: string }) {
  const isTime = /\.t\b/.test(id) || !y.every(Number.isInteger);
  const chart = isTime ? tChart(y) : gChart(y);
  return {
    cl: chart.centre,
    lcl: chart.lower,
    ucl: chart.upper,
    signal: chart.signals.map((i) => i + 1),
  };
}
