/** How values spread: bars from zero for how many, and flags where the percentiles stand. */
import { type Chart, type ChartText, type Format, number, words } from './chart.ts';
import { flagLine, flagName, flagRoom, placedFlags } from './events.ts';
import { scaleOf } from './scale.ts';
import { drawing, element, label, line, type Svg } from './svg.ts';
import { textWidth } from './text-width.ts';
import { halfWidth, type } from './tokens.ts';

interface Bin {
  readonly from: number;
  /** The next bin's beginning. */
  readonly to: number;
  readonly count: number;
}

interface DistributionOptions extends ChartText {
  /** Neighbours in rising order; `format` writes their ends. */
  readonly bins: readonly Bin[];
  readonly percentiles: readonly { readonly value: number; readonly label: string }[];
  readonly formatCount: Format;
  readonly time?: boolean;
  readonly width?: number;
  readonly height?: number;
}

const { small } = type.chart;

/** A bar's area is its share, so bins may differ in width. */
export function distribution(options: DistributionOptions): Chart {
  const { title, summary, bins, percentiles, format, formatCount, width = halfWidth, height = 170 } = options;
  const bottom = height - 22;
  const edges = bins.flatMap(({ from, to }) => [from, to]);
  const x = scaleOf(edges, { ...options, range: [14, width - 14] });
  const flags = placedFlags(
    percentiles.map(({ value, label: text }) => ({ x: x(value), text })),
    { from: 0, to: width },
  );
  const top = 10 + flagRoom(flags);
  const densities = bins.map(({ from, to, count }) => count / (to - from));
  const most = Math.max(...densities, Number.MIN_VALUE);
  const parts = [
    ...bins.map((bin, i) =>
      bar(x(bin.from), x(bin.to), bottom - ((densities[i] ?? 0) / most) * (bottom - top), bottom),
    ),
    line(x(edges[0] ?? 0), bottom, x(edges.at(-1) ?? 1), bottom, { stroke: 'muted', 'stroke-width': 1 }),
    ...tickNames(x.ticks, x, format, bottom),
    ...flags.map((flag) => flagLine(flag, bottom)),
    ...flags.map(flagName),
  ];
  const rows = bins.map(({ from, to, count }) => [
    words(`${format(from)} – ${format(to)}`),
    number(count, { ...options, format: formatCount }),
  ]);
  return { svg: drawing({ title, summary, width, height }, parts), summary, rows };
}

function bar(left: number, right: number, top: number, bottom: number): Svg {
  return element('rect', {
    x: left,
    y: top,
    width: Math.max(0.5, right - left - 1),
    height: bottom - top,
    fill: 'heat2',
  });
}

/** Names that would touch the one before them are left out. */
function tickNames(
  ticks: readonly number[],
  x: (value: number) => number,
  format: Format,
  bottom: number,
): readonly Svg[] {
  let free = -Infinity;
  return ticks.flatMap((tick) => {
    const text = format(tick);
    const half = textWidth(text, small) / 2;
    if (x(tick) - half < free) return [];
    free = x(tick) + half + 6;
    return [label(x(tick), bottom + 16, text, { anchor: 'middle' })];
  });
}
