/** Along which values of a dimension a plain row lies: one, several, or null where that is unknown. */
import { type FactName, factTable } from '../../warehouse/facts.ts';
import type { Rules } from '../definition.ts';
import type { PlainRow } from './worlds.ts';

export interface Along {
  readonly fact: FactName;
  readonly rules: Rules;
  readonly anchor: string;
  readonly zone: string;
}

export function plainValues(row: PlainRow, dimension: string, along: Along): readonly (string | null)[] {
  if (dimension.startsWith('attributes.')) return [attribute(row, dimension.slice('attributes.'.length))];
  if (dimension === 'weekday' || dimension === 'hour')
    return [clock(row[along.anchor], dimension, along.zone)];
  if (dimension === 'source') return ['desk'];
  const value = row[columnOf(dimension, along)] ?? null;
  if (!Array.isArray(value)) return [value === null ? null : String(value)];
  return value.length === 0 ? [null] : [...new Set(value.map(String))];
}

function columnOf(dimension: string, { fact, rules }: Along): string {
  const { dimensions, credit } = factTable(fact);
  const credited = dimension === 'agent' ? credit?.[rules.credit ?? Object.keys(credit)[0] ?? ''] : undefined;
  return credited ?? dimensions[dimension] ?? dimension;
}

function attribute({ attributes }: PlainRow, name: string): string | null {
  const parsed: unknown = typeof attributes === 'string' ? JSON.parse(attributes) : {};
  const value = (parsed as Record<string, unknown>)[name];
  return value === undefined || value === null ? null : String(value);
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function clock(at: unknown, part: 'weekday' | 'hour', timeZone: string): string | null {
  if (typeof at !== 'string') return null;
  const format =
    part === 'hour'
      ? new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23' })
      : new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short' });
  const text = format.format(new Date(at));
  return String(part === 'hour' ? Number(text) : weekdays.indexOf(text) + 1);
}
