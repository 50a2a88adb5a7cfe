/** What waits now, case by case: urgent requests without an answer, and promises that are about to be broken. */
import { type AnswerContext, answer, rowsBehind } from '../../metrics/index.ts';
import { addDays } from '../../model/index.ts';
import type { Row, Warehouse } from '../../warehouse/index.ts';
import type { Mark } from './next-step.ts';
import type { Thing } from './thing.ts';

export interface WaitingCase {
  readonly id: string;
  readonly team: string | null;
  readonly channel: string | null;
  /** Asked, or due: ISO. */
  readonly at: string;
}

export interface Waiting {
  readonly kind: 'waiting';
  /** The most pressing first. */
  readonly cases: readonly WaitingCase[];
  readonly mark: Extract<Mark, { kind: 'cases' }>;
}

interface Scene {
  readonly warehouse: Warehouse;
  readonly context: AnswerContext;
  readonly zone: string;
  /** The end of the last whole day. */
  readonly to: string;
}

/** What was asked longer ago and is still open is no news of today. */
const daysBack = 60;

/** null: nothing of the kind waits. */
export async function waitingOf(
  thing: Exclude<Thing, { kind: 'metric' }>,
  scene: Scene,
): Promise<Waiting | null> {
  const found = thing.kind === 'urgent_waiting' ? await urgent(thing, scene) : await atRisk(thing, scene);
  if (found.length === 0) return null;
  const cases = found.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
  return { kind: 'waiting', cases, mark: { kind: 'cases', ids: [...new Set(cases.map(({ id }) => id))] } };
}

async function urgent(
  { longerThanS, where }: Extract<Thing, { kind: 'urgent_waiting' }>,
  scene: Scene,
): Promise<readonly WaitingCase[]> {
  const { dataThrough } = await scene.warehouse.state();
  const priority = { dimension: 'priority', values: ['urgent'] };
  const rows = await behind('cases_opened', {
    ...scene,
    where: [...where, priority],
    from: addDays(scene.to, -daysBack),
  });
  const since = Date.parse(dataThrough ?? '') - longerThanS * 1000;
  return rows
    .filter(
      ({ responded, resolved, closed_at }) => responded === false && resolved !== true && closed_at === null,
    )
    .filter(({ asked_at }) => Date.parse(String(asked_at)) <= since)
    .map((row) => caseOf(row, 'id', 'asked_at'));
}

/** Promises that run at the end of the data and have used up the share of their time that means risk. */
async function atRisk(
  { where }: Extract<Thing, { kind: 'promises_at_risk' }>,
  scene: Scene,
): Promise<readonly WaitingCase[]> {
  const rows = await behind('sla_at_risk', { ...scene, where, from: addDays(scene.to, -1) });
  return rows.map((row) => caseOf(row, 'case_id', 'due_at'));
}

const caseOf = (row: Row, id: string, at: string): WaitingCase => ({
  id: String(row[id]),
  team: row['team'] === null || row['team'] === undefined ? null : String(row['team']),
  channel: row['channel'] === null || row['channel'] === undefined ? null : String(row['channel']),
  at: String(row[at]),
});

interface Behind extends Scene {
  readonly where: Thing['where'];
  readonly from: string;
}

async function behind(
  metric: string,
  { warehouse, context, zone, to, where, from }: Behind,
): Promise<readonly Row[]> {
  const period = { from, to };
  const question = { asks: [{ metric, stats: [] }], period, zone, by: [], where, rules: {}, compare: [] };
  const [[figure] = []] = await answer(warehouse, [question], context);
  const rows: Row[] = [];
  if (figure?.value === null || figure === undefined) return rows;
  for await (const row of rowsBehind(warehouse, figure.rows, context)) rows.push(row);
  return rows;
}
