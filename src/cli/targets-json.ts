/** Targets and whether they were met, as the JSON that scripts rely on. */
import type { TargetAttainment } from '../metrics/index.ts';
import { whereJson } from './where-json.ts';

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
      where: whereJson(where),
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
    unknown: unknown.map(({ metric, where, reason }) => ({ metric, where: whereJson(where), reason })),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}
