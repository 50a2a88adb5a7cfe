/** A flow of stages: each a box, each way between two an arrow as thick as the cases on it; ways back run below. */
import { type Chart, type ChartText, type Format, number, words } from './chart.ts';
import { drawing, element, label, type Svg } from './svg.ts';
import { inTwoLines, textWidth } from './text-width.ts';
import { fullWidth, type } from './tokens.ts';

interface Stage {
  readonly label: string;
  /** How long cases stay here, in words; null where none has left. */
  readonly beside: string | null;
}

interface StageWay {
  /** Places among the stages. */
  readonly from: number;
  readonly to: number;
  readonly cases: number;
}

interface ProcessMapOptions extends ChartText {
  /** In the order of a case's life, from left to right. */
  readonly stages: readonly Stage[];
  readonly ways: readonly StageWay[];
  readonly formatCases: Format;
  readonly width?: number;
}

const { small } = type.chart;
const boxHeight = 46;
const thickest = 9;
/** Ways with less of the busiest one than this are in the table only. */
const faint = 0.02;

export function processMap(options: ProcessMapOptions): Chart {
  const { title, summary, stages, ways, width = fullWidth } = options;
  const most = Math.max(1, ...ways.map(({ cases }) => cases));
  const drawn = ways
    .filter(({ from, to, cases }) => from !== to && cases >= faint * most)
    .toSorted((a, b) => b.cases - a.cases);
  const step = width / stages.length;
  const place: Place = {
    step,
    box: Math.min(step - 18, 110),
    top: 12 + rise(reach(drawn.filter(({ from, to }) => to > from))),
    most,
  };
  const back = drawn.filter(({ from, to }) => to < from);
  const height = place.top + boxHeight + 14 + (back.length === 0 ? 0 : rise(reach(back)));
  const parts = [
    ...drawn.flatMap((way) => arrow(way, place)),
    ...drawn.flatMap((way) => cases(way, place, options.formatCases)),
    ...stages.flatMap((stage, i) => box(stage, i, place)),
  ];
  return { svg: drawing({ title, summary, width, height }, parts), summary, rows: rowsOf(options) };
}

interface Place {
  readonly step: number;
  readonly box: number;
  readonly top: number;
  readonly most: number;
}

/** How far a bow stands off the boxes: the farther it leaps, the higher, up to a limit. */
const rise = (stages: number): number => 8 + Math.min(4, stages) * 14;

const reach = (ways: readonly StageWay[]): number =>
  Math.max(0, ...ways.map(({ from, to }) => Math.abs(to - from)));

function rowsOf({ stages, ways, formatCases, ...text }: ProcessMapOptions): Chart['rows'] {
  const name = (i: number): string => stages[i]?.label ?? '';
  return ways.map(({ from, to, cases }) => [
    words(name(from)),
    words(name(to)),
    number(cases, { ...text, format: formatCases }),
    words(stages[from]?.beside ?? text.unknown),
  ]);
}

function box(stage: Stage, i: number, { step, box: wide, top }: Place): readonly Svg[] {
  const middle = (i + 0.5) * step;
  const lines = inTwoLines(stage.label, wide - 8, small);
  const look = { x: middle - wide / 2, y: top, width: wide, height: boxHeight, rx: 6 };
  const all = [...lines, ...(stage.beside === null ? [] : [stage.beside])];
  const first = top + boxHeight / 2 + 3.5 - ((all.length - 1) * 13) / 2;
  return [
    element('rect', { ...look, fill: 'wash', stroke: 'muted', 'stroke-width': 1 }),
    ...all.map((text, line) =>
      label(middle, first + line * 13, text, {
        anchor: 'middle',
        fill: line < lines.length ? 'ink' : 'muted',
      }),
    ),
  ];
}

/** Where a way leaves and arrives, and the top of its bow: onward above the boxes, back below them. */
function bowOf({ from, to }: StageWay, { step, box: wide, top }: Place) {
  const side = to > from ? 1 : -1;
  const edge = side === 1 ? top : top + boxHeight;
  return {
    side,
    edge,
    start: (from + 0.5) * step + side * (wide / 2 - 14),
    end: (to + 0.5) * step - side * (wide / 2 - 14),
    apex: edge - side * rise(Math.abs(to - from)),
  };
}

function arrow(way: StageWay, place: Place): readonly Svg[] {
  const { side, edge, start, end, apex } = bowOf(way, place);
  const tip = edge - side * 5;
  // The curve reaches half as far as the point that bends it.
  const bend = 2 * apex - (edge + tip) / 2;
  const colour = side === 1 ? 'heat3' : 'accent';
  return [
    element('path', {
      d: `M${round(start)} ${round(edge)}Q${round((start + end) / 2)} ${round(bend)} ${round(end)} ${round(tip)}`,
      fill: 'none',
      stroke: colour,
      'stroke-width': Math.max(1, (way.cases / place.most) * thickest),
      'stroke-opacity': 0.75,
    }),
    element('polygon', {
      points: `${round(end - 5)},${round(tip - side * 3)} ${round(end + 5)},${round(tip - side * 3)} ${round(end)},${round(edge)}`,
      fill: colour,
    }),
  ];
}

/** The number stands at the top of its bow, over whatever crosses there. */
function cases(way: StageWay, place: Place, format: Format): readonly Svg[] {
  const { start, end, apex } = bowOf(way, place);
  const [middle, text] = [(start + end) / 2, format(way.cases)];
  const wide = textWidth(text, small) + 6;
  return [
    element('rect', { x: middle - wide / 2, y: apex - 7, width: wide, height: 13, fill: 'paper' }),
    label(middle, apex + 3.5, text, { anchor: 'middle', fill: 'ink' }),
  ];
}

const round = (value: number): number => Math.round(value * 10) / 10;
