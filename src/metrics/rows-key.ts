/** The key that opens the rows behind a figure: the plain part of the question, no statement. */
import { Problem } from '../model/index.ts';
import type { Rules } from './definition.ts';
import type { Filter } from './question.ts';

export interface RowsKey {
  readonly metric: string;
  readonly rules: Rules;
  /** Local dates, half-open; null for all time. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly zone: string;
  readonly where: readonly Filter[];
}

const version = 1;

/** @example encodeRowsKey({ metric: 'csat', … }) // 'eyJ2Ijox…' */
export const encodeRowsKey = ({ metric, rules, period, zone, where }: RowsKey): string =>
  Buffer.from(
    JSON.stringify([
      version,
      metric,
      rules,
      period === null ? null : [period.from, period.to],
      zone,
      where.map(pair),
    ]),
  ).toString('base64url');

const pair = ({ dimension, values }: Filter): [string, readonly (string | null)[]] => [dimension, values];

/**
 * Every part is checked again where it is used: a key comes from outside.
 *
 * @throws Problem `rows_key_unknown`
 */
export function decodeRowsKey(key: string): RowsKey {
  const parts = parsed(key);
  const [v, metric, rules, period, zone, where] = Array.isArray(parts) ? parts : [];
  if (v !== version || typeof metric !== 'string' || typeof zone !== 'string') throw unknownKey(key);
  if (!isRules(rules) || !isPeriod(period) || !isWhere(where)) throw unknownKey(key);
  return {
    metric,
    rules,
    period: period === null ? null : { from: period[0], to: period[1] },
    zone,
    where: where.map(([dimension, values]) => ({ dimension, values })),
  };
}

function parsed(key: string): unknown {
  try {
    return JSON.parse(Buffer.from(key, 'base64url').toString('utf8'));
  } catch (cause) {
    throw unknownKey(key, cause);
  }
}

const isRules = (value: unknown): value is Rules =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'string');

const isPeriod = (value: unknown): value is [string, string] | null =>
  value === null ||
  (Array.isArray(value) &&
    value.length === 2 &&
    value.every((date) => /^\d{4}-\d{2}-\d{2}$/.test(String(date))));

const isWhere = (value: unknown): value is [string, (string | null)[]][] =>
  Array.isArray(value) &&
  value.every(
    (each) =>
      Array.isArray(each) &&
      typeof each[0] === 'string' &&
      Array.isArray(each[1]) &&
      each[1].every((text: unknown) => text === null || typeof text === 'string'),
  );

const unknownKey = (key: string, cause?: unknown): Problem =>
  new Problem(
    'rows_key_unknown',
    {
      found: `"${key.slice(0, 40)}" as the key to a figure's rows`,
      expected: 'a key as printed with a figure',
      todo: 'copy it whole from the field `rows`',
    },
    { cause },
  );
