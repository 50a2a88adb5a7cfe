/** Promises that are about to be broken: which cases, as long as something can still be done. */
import { sql } from 'kysely';
import { localDate } from '../model/index.ts';
import { type Row, rowsOf } from '../warehouse/index.ts';
import { count, list } from './fact.ts';
import type { Insight } from './insight.ts';
import type { Desk, InsightKind, Scope } from './kind.ts';
import { inScope } from './rows-in-scope.ts';

/** Cases that are named. */
const shown = 5;

export const promisesAtRisk: InsightKind = {
  name: 'promises-at-risk',
  async look(desk, scope) {
    if (!isNow(scope, desk)) return { insights: [] };
    const here = inScope({ fact: 'sla_facts' }, { ...scope, period: 'all' }, desk);
    if (here === null) return { insights: [] };
    const at = desk.warehouse.functions.instant(desk.through ?? '');
    const rows = await rowsOf(
      desk.warehouse,
      sql<Row>`select case_id, min(due_at) as due from sla_facts
        where ${here} and state = 'running' and at_risk_at <= ${at} and due_at > ${at}
        group by case_id order by due, case_id`,
    );
    return { insights: rows.length === 0 ? [] : [insight(rows)] };
  },
};

/** A report about a past month cannot save anything any more: the end of the data must lie in its last day or after. */
export const isNow = ({ period, zone }: Scope, { through }: Desk): boolean =>
  through !== null && (period === 'all' || localDate(through, zone) < period.to);

function insight(rows: readonly Row[]): Insight {
  const facts = {
    n: rows.length,
    cases: list(rows.slice(0, shown).map(({ case_id }) => String(case_id))),
    shown: count(Math.min(shown, rows.length)),
  };
  return {
    kind: 'promises-at-risk',
    headline: { name: 'insight.atRisk', facts },
    because: [{ name: 'insight.atRisk.because', facts }],
    advice: { name: 'insight.atRisk.advice', facts },
    audience: 'team',
    good: false,
    size: { value: rows.length, unit: 'cases' },
    certainty: 1,
    subject: { metric: 'sla_at_risk', segment: {} },
    evidence: [],
  };
}
