/** What every metric was in every month, at the whole and at every single place: over many years it says what truly changed. */
import { answer, catalogue, dimensionsOf } from '../../src/metrics/index.ts';
import type { Year } from '../demo-score/year.ts';

const causes = ['category', 'channel', 'team', 'product', 'priority'] as const;
const metrics = [
  'csat',
  'nps',
  'ces',
  'survey_response_rate',
  'first_response_time',
  'resolution_time',
  'first_contact_resolution',
  'reopen_rate',
  'sla_response_met',
  'sla_resolution_met',
  'abandonment_rate',
  'service_level',
  'speed_of_answer',
  'handle_time',
  'messages_per_owner',
  'contacts_arrived',
  'cases_opened',
  'adherence',
  'shrinkage',
] as const;

/** `metric {place}` → the values of the twelve months, null where there is none. Counts are a day's. */
export type Panel = Readonly<Record<string, readonly (number | null)[]>>;

export const panelKey = (metric: string, place: Readonly<Record<string, string | null>>): string =>
  `${metric} ${JSON.stringify(place)}`;

export async function panelOf({ warehouse, context, ask }: Year): Promise<Panel> {
  const questions = metrics.flatMap((metric) =>
    [[], ...placesOf(metric)].map((by) =>
      ask(metric, { from: '2025-01-01', to: '2026-01-01' }, { by, grain: 'month' }),
    ),
  );
  const panel: Record<string, (number | null)[]> = {};
  for (const figures of await answer(warehouse, questions, context)) {
    for (const { metric, stat, segment, from, value, unit } of figures) {
      if (stat !== figures.find((first) => first.metric === metric)?.stat || from === null) continue;
      const month = Number(from.slice(5, 7)) - 1;
      const key = panelKey(metric, segment);
      panel[key] ??= Array.from({ length: 12 }, () => null);
      panel[key][month] = value === null || unit !== 'count' ? value : value / daysIn(month);
    }
  }
  return panel;
}

function placesOf(metric: string): readonly (readonly string[])[] {
  if (metric === 'survey_response_rate') return [['kind']];
  const definition = catalogue.find(({ name }) => name === metric);
  const known = definition === undefined ? [] : dimensionsOf(definition.fact);
  return causes.filter((cause) => known.includes(cause)).map((cause) => [cause]);
}

const daysIn = (month: number): number => new Date(Date.UTC(2025, month + 1, 0)).getUTCDate();
