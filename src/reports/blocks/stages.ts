/** The way of a case from status to status: how many go which way, how long they stay, where they come back. */
import { processMap } from '../../charts/index.ts';
import type { BlockKind, Context } from '../block.ts';
import { segmentName } from '../names.ts';
import { pictureBlock } from '../picture.ts';
import type { Block, Table } from '../report.ts';
import type { StageWay } from '../stage-flow.ts';

/** The order of a case's life; what a company calls otherwise comes after it as it is met. */
const life: readonly string[] = ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed'];
/** More boxes cannot be read side by side. */
const most = 8;

export const stages: BlockKind = {
  name: 'stages',
  questions: () => [],
  build(_answers, context) {
    const { seen, words } = context;
    const names = [...new Set(seen.stages.flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])]))];
    const ordered = [
      ...life.filter((each) => names.includes(each)),
      ...names.filter((each) => !life.includes(each)),
    ].slice(0, most);
    const ways = seen.stages.flatMap(({ from, to, cases }) =>
      to === null || !ordered.includes(from) || !ordered.includes(to) || from === to
        ? []
        : [{ from: ordered.indexOf(from), to: ordered.indexOf(to), cases }],
    );
    if (ordered.length < 2 || ways.length === 0) return [];
    const title = words.say('block.stages');
    const chart = processMap({
      title,
      summary: summary(ordered, context),
      format: (value) => words.forms.count(value),
      unknown: '–',
      formatCases: (value) => words.forms.count(value),
      stages: ordered.map((status) => ({
        label: segmentName('status', status, words),
        beside: stayText(status, context),
      })),
      ways,
    });
    const columns = ['from', 'to', 'cases', 'stay'].map((name) =>
      words.sayKnown(`column.stage.${name}`, 'column.value'),
    );
    const picture = pictureBlock({
      chart,
      title,
      columns,
      notes: [words.say('block.stages.note')],
      unit: 'count',
    });
    return [picture, stays(ordered, context)];
  },
};

/** Of all stays in a status that have ended, the way that most cases take tells the usual stay. */
const usual = (status: string, ways: readonly StageWay[]): StageWay | undefined =>
  ways
    .filter(({ from, to, medianS }) => from === status && to !== null && medianS !== null)
    .sort((a, b) => b.cases - a.cases)[0];

function stayText(status: string, { seen, words }: Context): string | null {
  const way = usual(status, seen.stages);
  return way?.medianS == null ? null : words.forms.duration(way.medianS);
}

/** Where half of the cases stay longest. */
function summary(ordered: readonly string[], { seen, words }: Context): string {
  const longest = ordered
    .flatMap((status) => usual(status, seen.stages) ?? [])
    .sort((a, b) => (b.medianS ?? 0) - (a.medianS ?? 0))[0];
  const back = seen.stages
    .filter(
      ({ from, to }) => to !== null && ordered.indexOf(to) < ordered.indexOf(from) && ordered.includes(to),
    )
    .reduce((sum, { cases }) => sum + cases, 0);
  return words.say('block.stages.summary', {
    stage: segmentName('status', longest?.from ?? ordered[0], words),
    time: words.forms.duration(longest?.medianS ?? 0),
    n: back,
    back: words.forms.count(back),
  });
}

/** What the boxes cannot hold: nine of ten, and how many stand there now. */
function stays(ordered: readonly string[], { seen, words }: Context): Block {
  const table: Table = {
    caption: words.say('block.stages.stays'),
    columns: [
      { label: words.say('column.stage.from'), align: 'left' },
      { label: words.say('column.stage.stay'), align: 'right' },
      { label: words.say('stat.p90'), align: 'right' },
      { label: words.say('column.stage.now'), align: 'right' },
    ],
    rows: ordered.map((status) => {
      const way = usual(status, seen.stages);
      const now = seen.stages.find(({ from, to }) => from === status && to === null)?.cases ?? 0;
      const time = (value: number | null | undefined) =>
        value == null
          ? ({ kind: 'text', text: '–' } as const)
          : ({ kind: 'number', text: words.forms.duration(value), value, unit: 'seconds' } as const);
      return [
        { kind: 'text', text: segmentName('status', status, words) },
        time(way?.medianS),
        time(way?.p90S),
        { kind: 'number', text: words.forms.count(now), value: now, unit: 'count' },
      ];
    }),
    notes: [],
  };
  return { kind: 'table', table };
}
