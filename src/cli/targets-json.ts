/** Targets and whether they were met, as the JSON that scripts rely on. */
import type { Filter, TargetAttainment } from '../metrics/index.ts';

const segmentOf = (where: readonly Filter[]) =>
  Object.fromEntries(where.map(({ dimension, values }) => [dimension, values]));

export function targetsJson({
  standings,
  unknown,
  set,
  met,
  surelyMet,
  surelyMissed,
}: TargetAttainment): string {
  const told = {
    set,
    met,
    surely_met: surelyMet,
    surely_missed: surelyMissed,
    targets: standings.map(({ figure, comparison, where, ...state }) => ({
      metric: figure.metric,
      stat: figure.stat,
      unit: figure.unit,
      where: segmentOf(where),
      segment: figure.segment,
      from: figure.from,
      to: figure.to,
      target: comparison.base.value,
      value: figure.value,
      n: figure.n,
      interval: figure.interval,
      ...state,
      rows: figure.rows,
    })),
    unknown: unknown.map(({ metric, where, reason }) => ({ metric, where: segmentOf(where), reason })),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}
