/** A team is less there than planned: it keeps to its schedule less, or more of its paid time is not for customers. */
import { sql } from 'kysely';
import { type Row, rowsOf } from '../warehouse/index.ts';
import { type Change, differenceOf } from './change.ts';
import { grounds, movedFacts, ofChange } from './change-words.ts';
import { placed } from './fact.ts';
import type { Insight } from './insight.ts';
import type { Desk, InsightKind, Scope } from './kind.ts';
import { readingOf } from './reading.ts';

export const lessThere: InsightKind = {
  name: 'less-there',
  async look(desk, scope, { changes }) {
    const found = changes.filter((change) => readingOf(change) === 'presence');
    return {
      insights: await Promise.all(
        found.map(async (change) => insight(change, await lost(change, scope, desk))),
      ),
    };
  },
};

function insight(change: Change, time: number): Insight {
  const facts = { ...movedFacts(change), place: placed(change.place) };
  return {
    ...ofChange(change),
    kind: 'less-there',
    headline: { name: 'insight.lessThere', facts },
    because: grounds(change),
    advice: { name: 'insight.lessThere.advice', facts },
    audience: 'team',
    size: { value: time, unit: 'work' },
  };
}

/** The planned or paid time of the team, times how much less of it was kept. */
async function lost(
  { figure, comparison, place }: Change,
  scope: Scope,
  { warehouse }: Desk,
): Promise<number> {
  if (scope.period === 'all') return 0;
  const base = sql.ref(figure.metric === 'adherence' ? 'planned_s' : 'paid_s');
  const team = place['team'] ?? null;
  const whose = team === null ? sql`true` : sql`team = ${team}`;
  const statement = sql<Row>`select sum(${base}) as time from presence_facts
    where day >= ${scope.period.from} and day < ${scope.period.to} and ${whose}`;
  const [row] = await rowsOf(warehouse, statement);
  return Number(row?.['time'] ?? 0) * Math.abs(differenceOf({ figure, comparison }));
}
