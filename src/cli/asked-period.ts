/** The period that a command is about. */
import { defaultPeriod, typedPeriod } from '../reports/index.ts';
import type { Project } from './project.ts';

export const periodHelp =
  '2025, 2025-Q1, 2025-03, 2025-03-01..2025-03-14 or all (default: the last full month)';

/** As it was typed, or the one people mean when they type none: then they are told which. */
export async function askedPeriod(
  { config, warehouse, say }: Project,
  typed: string | undefined,
): Promise<string> {
  if (typed !== undefined) return typed;
  const meant = typedPeriod(await defaultPeriod(warehouse, config.zone));
  say(`Period: ${meant}. --period names another.`);
  return meant;
}
