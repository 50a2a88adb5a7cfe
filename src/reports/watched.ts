/** Which figures are followed over time, and over which stretch: the same for the alarm and for what is expected next. */
import type { Scope } from '../insights/kind.ts';
import type { Figure } from '../metrics/index.ts';
import { addDays, type Period, startOf } from '../model/index.ts';

/** What is liked, how fast, how well, how much: of each the first that the data has. */
const subjects = [
  ['csat', 'nps'],
  ['abandonment_rate', 'service_level'],
  ['first_response_time', 'speed_of_answer', 'wait_time'],
  ['first_contact_resolution', 'reopen_rate'],
  ['handle_time', 'talk_time', 'resolution_time'],
  ['cases_opened', 'contacts_arrived'],
] as const;

export const watchedMetrics = ({ metrics }: Scope): readonly string[] =>
  subjects.flatMap((group) => group.find((metric) => metrics.includes(metric)) ?? []);

const weeks = 52;
/** With fewer points there is no level to speak of. */
export const fewest = 13;

/** Up to a year before the end of the period. */
export function watchSpan({ period, dataFrom }: Scope): Period | 'all' {
  if (period === 'all' || dataFrom === null) return period;
  const from = startOf('week', addDays(period.to, -7 * weeks));
  return { from: from < dataFrom ? dataFrom : from, to: period.to };
}

/** A metric's own number; what stands beside it is watched through it. */
export const mainSeries = (figures: readonly Figure[]): readonly Figure[] =>
  figures.filter(({ stat }) => stat === figures[0]?.stat);
