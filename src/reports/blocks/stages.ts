/** The way of a case from status to status: how many go which way, how long they stay, where they come back. */
import { processMap } from '../../charts/index.ts';
import type { BlockKind, Context } from '../block.ts';
import { segmentName } from '../names.ts';
import { pictureBlock } from '../picture.ts';
import type { Block, Cell } from '../report.ts';
import type { StageFlow } from '../stage-flow.ts';

/** The order of a case's life; what a company calls otherwise comes after it as it is met. */
const life: readonly string[] = ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed'];
/** More boxes cannot be read side by side. */
const most = 8;

export const stages: BlockKind = {
  name: 'stages',
  questions: () => [],
  build: (_answers, context) => {
    const { stages: flow } = context.seen;
    if (flow === null) return [];
    const ordered = inOrder(flow);
    return ordered.length < 2 || flow.ways.length === 0
      ? []
      : [map(flow, ordered, context), stays(flow, ordered, context)];
  },
};

function inOrder({ stays: known }: StageFlow): readonly string[] {
  const names = known.map(({ status }) => status);
  const usual = life.filter((each) => names.includes(each));
  return [...usual, ...names.filter((each) => !life.includes(each))].slice(0, most);
}

const stayOf = ({ stays: known }: StageFlow, name: string) => known.find(({ status }) => status === name);

function map(flow: StageFlow, ordered: readonly string[], context: Context): Block {
  const { words } = context;
  const count = (value: number): string => words.forms.count(value);
  const title = words.say('block.stages');
  const chart = processMap({
    title,
    summary: summary(flow, ordered, context),
    format: count,
    unknown: '–',
    formatCases: count,
    stages: ordered.map((status) => {
      const median = stayOf(flow, status)?.medianS ?? null;
      return {
        label: segmentName('status', status, words),
        beside: median === null ? null : words.forms.duration(median),
      };
    }),
    ways: flow.ways
      .map(({ from, to, cases }) => ({ from: ordered.indexOf(from), to: ordered.indexOf(to), cases }))
      .filter(({ from, to }) => from >= 0 && to >= 0),
  });
  const columns = ['from', 'to', 'cases', 'stay'].map((name) =>
    words.sayKnown(`column.stage.${name}`, 'column.value'),
  );
  return pictureBlock({ chart, title, columns, notes: [words.say('block.stages.note')], unit: 'count' });
}

/** Where half of the cases stay longest, and how often they come back. */
function summary(flow: StageFlow, ordered: readonly string[], { words }: Context): string {
  const longest = flow.stays.toSorted((a, b) => (b.medianS ?? 0) - (a.medianS ?? 0))[0];
  const back = flow.ways
    .filter(({ from, to }) => ordered.includes(to) && ordered.indexOf(to) < ordered.indexOf(from))
    .reduce((sum, { cases }) => sum + cases, 0);
  return words.say('block.stages.summary', {
    stage: segmentName('status', longest?.status, words),
    time: words.forms.duration(longest?.medianS ?? 0),
    n: back,
    back: words.forms.count(back),
  });
}

/** What the boxes cannot hold: nine of ten, and how many stand there now. */
function stays(flow: StageFlow, ordered: readonly string[], { words }: Context): Block {
  const time = (value: number | null): Cell =>
    value === null
      ? { kind: 'text', text: '–' }
      : { kind: 'number', text: words.forms.duration(value), value, unit: 'seconds' };
  const rows = ordered.flatMap((status): readonly Cell[][] => {
    const stay = stayOf(flow, status);
    if (stay === undefined) return [];
    const now: Cell = { kind: 'number', text: words.forms.count(stay.now), value: stay.now, unit: 'count' };
    return [
      [
        { kind: 'text', text: segmentName('status', status, words) },
        time(stay.medianS),
        time(stay.p90S),
        now,
      ],
    ];
  });
  const columns = [
    words.say('dimension.status'),
    words.say('column.stage.stay'),
    words.say('stat.p90'),
    words.say('column.stage.now'),
  ];
  return {
    kind: 'table',
    table: {
      caption: words.say('block.stages.stays'),
      columns: columns.map((label, i) => ({ label: capital(label), align: i === 0 ? 'left' : 'right' })),
      rows,
      notes: [],
    },
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
