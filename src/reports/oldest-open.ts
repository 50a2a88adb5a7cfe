/** The case that has been open longest: named, so that somebody can go and look. */
import { type Figure, rowsBehind } from '../metrics/index.ts';
import { localDate } from '../model/index.ts';
import type { Warehouse } from '../warehouse/index.ts';

interface Oldest {
  readonly id: string;
  readonly opened: string;
}

/** The first of the rows behind the backlog, which come in the order of their opening. */
export async function oldestOpen(
  warehouse: Warehouse,
  figures: readonly Figure[],
  zone: string,
): Promise<Oldest | null> {
  const backlog = figures.find(({ metric, value }) => metric === 'backlog' && value !== null && value > 0);
  if (backlog === undefined) return null;
  for await (const row of rowsBehind(warehouse, backlog.rows)) {
    return { id: String(row['case_id']), opened: localDate(String(row['opened_at']), zone) };
  }
  return null;
}
