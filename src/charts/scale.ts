/** From values to places on the sheet: straight scales and round ticks. */

export interface Scale {
  (value: number): number;
  readonly ticks: readonly number[];
}

export interface ScaleOptions {
  /** Where the lowest and the highest value are drawn, in pixels. */
  readonly range: readonly [number, number];
  /** About how many ticks. */
  readonly count?: number;
  /** Bars start at zero; lines need not. */
  readonly zero?: boolean;
  /** Values that cannot be passed, such as 0 and 1 for shares. */
  readonly bounds?: readonly [number, number];
  /** Seconds get ticks that a clock knows. */
  readonly time?: boolean;
}

/**
 * A straight scale that covers the values and ends on round ticks.
 *
 * @example scaleOf([0.81, 0.87], { range: [100, 0] }).ticks // [0.8, 0.82, 0.84, 0.86, 0.88]
 */
export function scaleOf(values: readonly number[], options: ScaleOptions): Scale {
  const { range, count = 4, zero = false, bounds, time = false } = options;
  const [low, high] = extent(zero ? [0, ...values] : values);
  const step = (time ? clockStep : roundStep)((high - low) / count);
  const bottom = Math.max(Math.floor(low / step + 1e-9) * step, bounds?.[0] ?? -Infinity);
  const top = Math.min(Math.ceil(high / step - 1e-9) * step, bounds?.[1] ?? Infinity);
  const place = (value: number) => range[0] + ((value - bottom) / (top - bottom)) * (range[1] - range[0]);
  return Object.assign(place, { ticks: ticksBetween(bottom, top, step) });
}

/** One flat value still needs some room around it. */
function extent(values: readonly number[]): [number, number] {
  const known = values.filter(Number.isFinite);
  if (known.length === 0) return [0, 1];
  const low = Math.min(...known);
  const high = Math.max(...known);
  const room = Math.abs(low) * 0.1 || 1;
  if (low !== high) return [low, high];
  return low === 0 ? [0, room] : [low - room, high + room];
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = [1, 2, 2.5, 5].find((step) => rough <= step * power * 1.0001) ?? 10;
  return lead * power;
}

const clockSteps = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
];

function clockStep(rough: number): number {
  return clockSteps.find((step) => rough <= step) ?? roundStep(rough / 86_400) * 86_400;
}

function ticksBetween(bottom: number, top: number, step: number): readonly number[] {
  const first = Math.ceil(bottom / step - 1e-9);
  const last = Math.floor(top / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}
