/** Series with gaps: the stretches between them, and the lines that stay open where nothing is known. */
import { element, type Svg } from './svg.ts';

/** The stretches of indices whose value is known. */
export function runs(values: readonly (number | null)[]): readonly (readonly number[])[] {
  const stretches: number[][] = [[]];
  for (const [index, value] of values.entries()) {
    if (value === null) stretches.push([]);
    else stretches.at(-1)?.push(index);
  }
  return stretches.filter((run) => run.length > 0);
}

/** Corners as SVG writes them. */
export function corners(places: readonly (readonly [number, number])[]): string {
  return places.map(([x, y]) => `${Math.round(x * 100) / 100},${Math.round(y * 100) / 100}`).join(' ');
}

/** A line through the known values, open at the gaps. */
export function brokenLine(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
  { width = 2 }: { readonly width?: number } = {},
): readonly Svg[] {
  const look = { fill: 'none', stroke: 'accent', 'stroke-width': width, 'stroke-linejoin': 'round' } as const;
  return runs(values).map((run) => {
    const points = corners(run.map((index) => [x(index), y(values[index] ?? 0)]));
    return element('polyline', { points, ...look });
  });
}
