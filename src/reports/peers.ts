/** Departments, teams or people side by side, for an average mix of work: what each would have, and who really differs. */
import type { Scope } from '../insights/kind.ts';
import { type AnswerContext, catalogue, comparePeople, type PeopleFigures } from '../metrics/index.ts';
import { Problem } from '../model/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import { tellable } from './tellable.ts';

/** More columns than this do not fit beside each other. */
const most = 4;

/** The figures of page one that can be told apart by `by`; those with too few rows are left out. */
export async function peers(
  warehouse: Warehouse,
  { metrics, period, zone, where, rules }: Scope,
  by: string,
  context: AnswerContext,
): Promise<readonly PeopleFigures[]> {
  const found: PeopleFigures[] = [];
  for (const metric of metrics.filter((name) => isFigure(name, context))) {
    if (found.length === most) break;
    const asked = tellable(
      {
        asks: [{ metric, stats: [] }],
        period,
        zone,
        by: [by],
        // Beside the others, whoever the report is about.
        where: where.filter(({ dimension }) => dimension !== by),
        rules,
        compare: [],
      },
      context,
    );
    if (asked === null) continue;
    const compared = await comparePeople(warehouse, asked, by, context).catch(untold);
    if (compared !== null) found.push(compared);
  }
  return found;
}

/** Counts say who had more work, not who did it better. */
const isFigure = (name: string, { metrics = catalogue }: AnswerContext): boolean => {
  const metric = metrics.find((each) => each.name === name);
  return metric !== undefined && metric.unit !== 'count' && metric.better !== 'neither';
};

function untold(error: unknown): null {
  if (error instanceof Problem) return null;
  throw error;
}
