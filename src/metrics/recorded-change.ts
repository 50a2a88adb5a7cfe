/** Changes that the business recorded, and the part of the work each was meant for. */
import { localDate, Problem } from '../model/index.ts';
import type { Row, Warehouse } from '../warehouse/warehouse.ts';
import type { MetricDefinition } from './definition.ts';
import type { Expectation } from './expectation.ts';
import { dimensionsOf } from './plan/dimension.ts';
import type { Filter } from './question.ts';

export interface RecordedChange {
  readonly id: string;
  readonly what: string;
  /** Local date. */
  readonly on: string;
  readonly scope: string | null;
  /** null where nobody said what it was made for. */
  readonly expected: Expectation | null;
}

/** All that are recorded, the earliest first. */
export async function recordedChanges(
  warehouse: Warehouse,
  zone: string,
): Promise<readonly RecordedChange[]> {
  const columns = ['id', 'at', 'what', 'scope', 'expected_metric', 'expected_direction', 'expected_size'];
  const rows = await warehouse.rows(
    warehouse.db.selectFrom('changes').select(columns).orderBy('at').limit(most),
  );
  return rows.map((row) => ({
    id: String(row['id']),
    what: String(row['what']),
    on: localDate(String(row['at']), zone),
    scope: row['scope'] === null ? null : String(row['scope']),
    expected: expectedOf(row),
  }));
}

const most = 200;

/** A metric without a direction, or one that nobody knows, is no expectation. */
function expectedOf(row: Row): Expectation | null {
  const [metric, direction, size] = [row['expected_metric'], row['expected_direction'], row['expected_size']];
  if (typeof metric !== 'string' || (direction !== 'up' && direction !== 'down')) return null;
  return { metric, direction, size: typeof size === 'number' ? Math.abs(size) : null };
}

/** @throws Problem `change_unknown` naming those there are */
export async function recordedChange(
  warehouse: Warehouse,
  id: string,
  zone: string,
): Promise<RecordedChange> {
  const changes = await recordedChanges(warehouse, zone);
  const found = changes.find((each) => each.id === id);
  if (found !== undefined) return found;
  throw unknown(
    id,
    changes.map((each) => `${each.id} (${each.what})`),
  );
}

/**
 * `channel=chat,social` as a filter; null where the scope is told in other words, or the metric cannot be told apart by it.
 */
export function scopeFilter(scope: string | null, metric: MetricDefinition): Filter | null {
  const [, dimension, values] = /^([\w.]+)=([^;]+)$/.exec(scope?.trim() ?? '') ?? [];
  if (dimension === undefined || values === undefined) return null;
  const known = dimensionsOf(metric.fact).includes(dimension) || dimension.startsWith('attributes.');
  return known ? { dimension, values: values.split(',').map((value) => value.trim()) } : null;
}

const unknown = (id: string, known: readonly string[]): Problem =>
  new Problem('change_unknown', {
    found: `"${id}" as a recorded change`,
    expected: known.length === 0 ? 'a change: none is recorded' : `one of ${known.join('; ')}`,
    todo: known.length === 0 ? 'import a table of changes first (at, what, scope)' : 'copy its id',
  });
