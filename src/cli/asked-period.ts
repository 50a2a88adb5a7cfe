/** The period that a command is about. */
import { type Period, parsePeriod, periodForms } from '../model/index.ts';
import { defaultPeriod, typedPeriod } from '../reports/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import type { Project } from './project.ts';

export const periodHelp = `${periodForms} (default: the last full month)`;

/** As it was typed, or the one people mean when they type none. */
export const periodOf = async (
  warehouse: Warehouse,
  zone: string,
  typed: string | undefined,
): Promise<Period | 'all'> => (typed === undefined ? defaultPeriod(warehouse, zone) : parsePeriod(typed));

/** The same, where the answer does not show it: who typed none is told which. */
export async function askedPeriod(
  { config, warehouse, say }: Project,
  typed: string | undefined,
): Promise<Period | 'all'> {
  const period = await periodOf(warehouse, config.zone, typed);
  if (typed === undefined) say(`Period: ${typedPeriod(period)}. --period names another.`);
  return period;
}
