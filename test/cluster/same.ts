/** Whether two answers are the same: texts and whole numbers exactly, other numbers to nine digits. */

const digits = 1e-9;

/**
 * Where two values of any shape differ, and how; empty where they are the same.
 *
 * @example apart([{ n: 2 }], [{ n: 3 }]) // ['0.n: 2, 3']
 */
export function apart(a: unknown, b: unknown, at: readonly string[] = []): readonly string[] {
  if (isObject(a) && isObject(b)) {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].flatMap((name) => apart(a[name], b[name], [...at, name]));
  }
  const isSame = typeof a === 'number' && typeof b === 'number' ? areNear(a, b) : Object.is(a, b);
  return isSame ? [] : [`${at.join('.')}: ${JSON.stringify(a)}, ${JSON.stringify(b)}`];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What was counted is whole on both sides, and then equal. */
const areNear = (a: number, b: number): boolean =>
  Object.is(a, b) ||
  a === b ||
  (!(Number.isInteger(a) && Number.isInteger(b)) &&
    Math.abs(a - b) <= digits * Math.max(1, Math.abs(a), Math.abs(b)));
