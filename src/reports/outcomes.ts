/** What became of what was decided: done or not, late or in time, and whether it worked. */
import {
  type ChangeEffect,
  catalogue,
  didItWork,
  type Expectation,
  type RecordedChange,
} from '../metrics/index.ts';
import { Problem } from '../model/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import type { ReportRequest } from './request.ts';

/** A decision as the book of actions or the template has it. */
export interface ReportAction {
  readonly what: string;
  readonly owner: string;
  /** Local dates. */
  readonly decidedOn: string;
  readonly due: string | null;
  /** What it is to change; null where nobody said. */
  readonly metric: string | null;
  readonly direction: 'up' | 'down' | null;
  /** A share of what it was, or points of a share. */
  readonly size: number | null;
  /** The part of the work it touches, such as `team=Milan`. */
  readonly scope: string | null;
  /** Names the advice that it follows, so that nobody is asked to decide the same again; null where it was nobody's. */
  readonly origin: string | null;
  readonly state: 'open' | 'done' | 'dropped';
  readonly settledOn: string | null;
}

export interface Outcome {
  readonly action: ReportAction;
  readonly overdue: boolean;
  /** null where it is not done, or where nothing can be said yet. */
  readonly effect: ChangeEffect | null;
  /** Why nothing can be said of one that is done. */
  readonly untold: 'no_metric' | 'too_early' | null;
}

/** Open ones first, the longest due before the others; then those that were settled since a day, the latest first. */
export async function outcomes(
  warehouse: Warehouse,
  request: Pick<ReportRequest, 'actions' | 'today' | 'zone' | 'metrics'>,
  { since = '' } = {},
): Promise<readonly Outcome[]> {
  const { actions } = request;
  const told = actions.filter(({ settledOn }) => settledOn === null || settledOn >= since);
  const found: Outcome[] = [];
  for (const action of told.toSorted(inOrder)) found.push(await outcome(warehouse, request, action));
  return found;
}

const inOrder = (a: ReportAction, b: ReportAction): number =>
  Number(a.state !== 'open') - Number(b.state !== 'open') ||
  (a.state === 'open'
    ? (a.due ?? '9999').localeCompare(b.due ?? '9999')
    : (b.settledOn ?? '').localeCompare(a.settledOn ?? ''));

async function outcome(
  warehouse: Warehouse,
  { today, zone, metrics }: Pick<ReportRequest, 'today' | 'zone' | 'metrics'>,
  action: ReportAction,
): Promise<Outcome> {
  const overdue = action.state === 'open' && action.due !== null && action.due < today;
  if (action.state !== 'done') return { action, overdue, effect: null, untold: null };
  if (action.metric === null) return { action, overdue, effect: null, untold: 'no_metric' };
  const question = {
    asks: [{ metric: action.metric, stats: [] }],
    period: 'all' as const,
    zone,
    by: [],
    where: [],
    rules: {},
    compare: [],
  };
  try {
    const effect = await didItWork(warehouse, question, { change: asChange(action, metrics) }, metrics);
    return { action, overdue, effect, untold: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { action, overdue, effect: null, untold: 'too_early' };
  }
}

/** An action that is done is a change like any other that was recorded. */
function asChange(action: ReportAction, { metrics = catalogue }: ReportRequest['metrics']): RecordedChange {
  const { what, scope, settledOn, decidedOn, metric, size } = action;
  const better = metrics.find(({ name }) => name === metric)?.better;
  const direction = action.direction ?? (better === 'neither' ? null : (better ?? null));
  const expected: Expectation | null =
    metric === null || direction === null ? null : { metric, direction, size };
  return { id: '', what, on: settledOn ?? decidedOn, scope, expected };
}
