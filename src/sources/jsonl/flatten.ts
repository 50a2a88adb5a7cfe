/** A JSON object as a flat row: nested names are joined by dots, lists stay JSON. */

export type Scalar = string | null;

const deepest = 6;

/** @example flatten({ id: 7, via: { channel: 'web' }, tags: ['a'] }) // Map { id → '7', 'via.channel' → 'web', tags → '["a"]' } */
export function flatten(value: Readonly<Record<string, unknown>>): Map<string, Scalar> {
  const row = new Map<string, Scalar>();
  const walk = (each: Readonly<Record<string, unknown>>, prefix: string, depth: number): void => {
    for (const [name, inner] of Object.entries(each)) {
      const path = prefix === '' ? name : `${prefix}.${name}`;
      if (isObject(inner) && depth < deepest) walk(inner, path, depth + 1);
      else row.set(path, textOf(inner));
    }
  };
  walk(value, '', 1);
  return row;
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: unknown): Scalar {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

type Reviver = (this: unknown, key: string, value: unknown, context: { readonly source?: string }) => unknown;

/** Whole numbers beyond what JavaScript can hold (ids) keep their digits. */
export function parseJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  const exact: Reviver = (_key, value, { source }) =>
    typeof value === 'number' &&
    !Number.isSafeInteger(value) &&
    source !== undefined &&
    /^-?\d+$/.test(source)
      ? source
      : value;
  return (JSON.parse as (text: string, reviver: Reviver) => unknown)(text, exact);
}
