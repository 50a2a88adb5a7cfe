/** When an answer counts as the expected one, by the oracle file's own conventions. */

interface Tolerance {
  readonly tol: number;
  readonly absolute?: number | undefined;
  /** The tolerance is of |expected| itself, so that tails count. */
  readonly relative?: boolean;
}

/** |given − expected| ≤ tol × max(1, |expected|), part by part; null stands for infinite, not reached or undefined. */
export function isClose(given: unknown, expected: unknown, tolerance: Tolerance): boolean {
  if (expected === null) return given === null || given === undefined || !Number.isFinite(given);
  if (Array.isArray(expected)) {
    if (!Array.isArray(given) || given.length !== expected.length) return false;
    return expected.every((part, i) => isClose(given[i], part, tolerance));
  }
  if (typeof expected === 'object') {
    const parts = Object.entries(expected as object);
    return parts.every(([key, part]) => isClose((given as Record<string, unknown>)?.[key], part, tolerance));
  }
  if (typeof expected !== 'number') return given === expected;
  const { tol, absolute, relative = false } = tolerance;
  const scale = relative ? Math.abs(expected) : Math.max(1, Math.abs(expected));
  return typeof given === 'number' && Math.abs(given - expected) <= (absolute ?? (tol || 1e-12) * scale);
}
