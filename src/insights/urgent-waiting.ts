/** An urgent or safety case that waits behind others: asked earlier, still without an answer, while later ones got one. */
import { sql } from 'kysely';
import { type Row, rowsOf } from '../warehouse/index.ts';
import { count, list } from './fact.ts';
import type { Insight } from './insight.ts';
import type { InsightKind } from './kind.ts';
import { isNow } from './promises-at-risk.ts';
import { inScope } from './rows-in-scope.ts';

const shown = 5;

export const urgentWaiting: InsightKind = {
  name: 'urgent-waiting',
  async look(desk, scope) {
    if (!isNow(scope, desk) || !scope.dimensions.includes('priority')) return { insights: [] };
    const here = inScope({ fact: 'case_facts' }, { ...scope, period: 'all' }, desk);
    if (here === null) return { insights: [] };
    const rows = await rowsOf(
      desk.warehouse,
      sql<Row>`with waiting as (
          select id, asked_at from case_facts
          where ${here} and priority = 'urgent' and responded = false and not resolved and closed_at is null
        )
        select w.id, count(o.id) as later from waiting w join (
          select id, asked_at from case_facts where ${here} and priority <> 'urgent' and responded
            and asked_at > (select min(asked_at) from waiting)
        ) o on o.asked_at > w.asked_at
        group by w.id, w.asked_at order by w.asked_at, w.id`,
    );
    return { insights: rows.length === 0 ? [] : [insight(rows)] };
  },
};

function insight(rows: readonly Row[]): Insight {
  const facts = {
    n: rows.length,
    cases: list(rows.slice(0, shown).map(({ id }) => String(id))),
    shown: count(Math.min(shown, rows.length)),
    later: count(Math.max(...rows.map(({ later }) => Number(later)))),
  };
  return {
    kind: 'urgent-waiting',
    headline: { name: 'insight.urgent', facts },
    because: [{ name: 'insight.urgent.because', facts }],
    advice: { name: 'insight.urgent.advice', facts },
    audience: 'team',
    good: false,
    size: { value: rows.length, unit: 'cases' },
    certainty: 1,
    subject: { metric: 'overtaken_urgent', segment: {} },
    evidence: [],
  };
}
