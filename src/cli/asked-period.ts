/** The period that a command is about. */
import { periodForms } from '../model/index.ts';
import { defaultPeriod, typedPeriod } from '../reports/index.ts';
import type { Project } from './project.ts';

export const periodHelp = `${periodForms} (default: the last full month)`;

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
