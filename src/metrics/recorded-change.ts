/** Changes that the business recorded, and the part of the work each was meant for. */
import { localDate, Problem } from '../model/index.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { MetricDefinition } from './definition.ts';
import { dimensionsOf } from './plan/dimension.ts';
import type { Filter } from './question.ts';

export interface RecordedChange {
  readonly id: string;
  readonly what: string;
  /** Local date. */
  readonly on: string;
  readonly scope: string | null;
}

/** @throws Problem `change_unknown` naming those there are */
export async function recordedChange(
  warehouse: Warehouse,
  id: string,
  zone: string,
): Promise<RecordedChange> {
  const rows = await warehouse.rows(
    warehouse.db.selectFrom('changes').select(['id', 'at', 'what', 'scope']).orderBy('at').limit(200),
  );
  const row = rows.find((each) => String(each['id']) === id);
  if (row === undefined)
    throw unknown(
      id,
      rows.map((each) => `${each['id']} (${each['what']})`),
    );
  const { what, at, scope } = row;
  return {
    id,
    what: String(what),
    on: localDate(String(at), zone),
    scope: scope === null ? null : String(scope),
  };
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
