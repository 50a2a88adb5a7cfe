/** What blocks show beyond figures; looked at only where a block of the template needs it. */
import type { Scope } from '../insights/kind.ts';
import { type PeopleFigures, recordedChanges } from '../metrics/index.ts';
import { addDays } from '../model/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import { explainedChanges, type SplitByDimension } from './explained-changes.ts';
import { type Outcome, outcomes } from './outcomes.ts';
import { peers } from './peers.ts';
import type { ReportRequest } from './request.ts';
import { type Restated, restated } from './restated.ts';
import { type StaffedHour, staffedHours } from './staffed-hours.ts';
import { type StageFlow, stageFlow } from './stage-flow.ts';

/** Something dated that readers should know of when they look at a line. */
export interface DatedEvent {
  /** Local date. */
  readonly on: string;
  readonly what: string;
}

export interface Seen {
  readonly outcomes: readonly Outcome[];
  /** Figures of earlier reports that no longer hold. */
  readonly restated: readonly Restated[];
  readonly events: readonly DatedEvent[];
  readonly stages: StageFlow | null;
  readonly explained: readonly SplitByDimension[];
  readonly staffed: readonly StaffedHour[];
  /** Departments, or teams where no departments are known. */
  readonly peers: readonly PeopleFigures[];
  /** Single persons, where the configuration allows it. */
  readonly people: readonly PeopleFigures[];
}

export async function seenBeyond(
  warehouse: Warehouse,
  request: ReportRequest,
  { scope, blocks }: { readonly scope: Scope; readonly blocks: readonly string[] },
): Promise<Seen> {
  const has = (...names: readonly string[]): boolean => names.some((name) => blocks.includes(name));
  const parts = scope.dimensions.includes('department') ? 'department' : 'team';
  const { metrics } = request;
  return {
    outcomes: has('last-time', 'decisions')
      ? await outcomes(warehouse, request, { since: toldSince(request) })
      : [],
    restated: has('restated')
      ? await restated(warehouse, request, (await warehouse.state()).dataVersion)
      : [],
    events: has('trend') ? await events(warehouse, request) : [],
    explained: has('explained') ? await explainedChanges(warehouse, scope, metrics) : [],
    staffed: has('staffing') ? await staffedHours(warehouse, scope) : [],
    stages: has('stages') ? await stageFlow(warehouse, scope) : null,
    peers: has('departments') ? await peers(warehouse, scope, parts, metrics) : [],
    people: has('people') && metrics.people === true ? await peers(warehouse, scope, 'agent', metrics) : [],
  };
}

/** As long as its effect is looked at: what is settled is told for half a year. */
const toldDays = 182;

const toldSince = ({ period, today }: ReportRequest): string =>
  addDays(period === 'all' || today < period.to ? today : period.to, -toldDays);

/** What was changed on purpose, and what was decided and done. */
async function events(
  warehouse: Warehouse,
  { zone, actions }: ReportRequest,
): Promise<readonly DatedEvent[]> {
  const changes = await recordedChanges(warehouse, zone);
  const done = actions.flatMap(({ what, state, settledOn }) =>
    state === 'done' && settledOn !== null ? [{ what, on: settledOn }] : [],
  );
  return [...changes.map(({ what, on }) => ({ what, on })), ...done].sort((a, b) => a.on.localeCompare(b.on));
}
