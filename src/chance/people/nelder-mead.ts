/** The lowest point of a smooth function of a few numbers, found without derivatives. */

interface Corner {
  readonly at: readonly number[];
  readonly height: number;
}

/**
 * Walks a simplex downhill until its corners differ by less than `tolerance`, then once more from where it came to rest.
 * Source: Nelder & Mead, Computer Journal 7 (1965). Example: x → (x − 3)² from [1] → [3].
 */
export function lowestPoint(
  height: (at: readonly number[]) => number,
  start: readonly number[],
  { step = 0.5, tolerance = 1e-10, most = 2000 } = {},
): number[] {
  const first = walk(height, start, { step, tolerance, most });
  return walk(height, first, { step: step / 5, tolerance, most });
}

function walk(
  height: (at: readonly number[]) => number,
  start: readonly number[],
  { step, tolerance, most }: { readonly step: number; readonly tolerance: number; readonly most: number },
): number[] {
  const corner = (at: readonly number[]): Corner => ({ at, height: height(at) });
  let corners = [start, ...start.map((_, i) => start.map((v, j) => (i === j ? v + step : v)))].map(corner);
  for (let turn = 0; turn < most; turn++) {
    corners = corners.toSorted((a, b) => a.height - b.height);
    const [best, worst, second] = [corners[0], corners.at(-1), corners.at(-2)];
    if (!best || !worst || !second) break;
    if (worst.height - best.height <= tolerance * (1 + Math.abs(best.height)) && width(corners) < 1e-5) break;
    const others = corners.slice(0, -1);
    const middle = start.map((_, i) => others.reduce((sum, c) => sum + (c.at[i] ?? 0), 0) / others.length);
    const along = (t: number) => corner(middle.map((m, i) => m + t * ((worst.at[i] ?? 0) - m)));
    const mirrored = along(-1);
    let next = mirrored;
    if (mirrored.height < best.height) next = lower(along(-2), mirrored);
    else if (mirrored.height >= second.height)
      next = lower(along(mirrored.height < worst.height ? -0.5 : 0.5), mirrored);
    corners =
      next.height < worst.height
        ? [...others, next]
        : corners.map((c) => corner(c.at.map((v, i) => ((best.at[i] ?? 0) + v) / 2)));
  }
  return [...(corners.toSorted((a, b) => a.height - b.height)[0]?.at ?? start)];
}

function lower(a: Corner, b: Corner): Corner {
  return a.height < b.height ? a : b;
}

function width(corners: readonly Corner[]): number {
  const first = corners[0]?.at ?? [];
  return Math.max(...corners.map((c) => Math.max(...c.at.map((v, i) => Math.abs(v - (first[i] ?? v))))));
}
