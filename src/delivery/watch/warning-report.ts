/** A warning as a report of one page: what was found, how sure it is, where from, what to do. Every form prints it. */
import type { Words } from '../../locales/index.ts';
import type { Figure } from '../../metrics/figure.ts';
import type { Grain } from '../../model/index.ts';
import { filterText } from '../../reports/filter-text.ts';
import { controlPicture, signalSentences, valueText } from '../../reports/index.ts';
import { dimensionName, metricName, segmentName } from '../../reports/names.ts';
import { pictureBlock } from '../../reports/picture.ts';
import type { Block, Cell, Report } from '../../reports/report.ts';
import type { Waiting, WaitingCase } from './cases-waiting.ts';
import type { Change } from './changes.ts';
import { type Thing, thingKey } from './thing.ts';

/** What stands around every warning, from the project. */
export interface Frame {
  readonly company: string;
  readonly logo: string | null;
  readonly contact: string | null;
  readonly confidentiality: string | null;
  readonly zone: string;
  /** The end of the data, ISO. */
  readonly through: string;
  /** Local date of the look. */
  readonly today: string;
  /** A week on: the day proposed for those who want to hear of it later. */
  readonly later: string;
}

/** Where most of a change comes from. */
export interface Part {
  readonly dimension: string;
  readonly segment: string | null;
  readonly share: number;
}

export type Finding = (Change & { readonly part: Part | null }) | Waiting;

interface Told {
  readonly thing: Thing;
  readonly finding: Finding;
  readonly frame: Frame;
  /** How many things are judged by the alarm. */
  readonly watched: number;
}

export function warningReport({ thing, finding, frame, watched }: Told, words: Words): Report {
  const { say, forms } = words;
  const todo: readonly Block[] = [
    { kind: 'heading', text: say('warning.todo') },
    { kind: 'paragraph', text: adviceOf(thing, words) },
  ];
  const key = thingKey(thing);
  const small = [
    say('warning.once', { key, date: frame.later }),
    ...(finding.kind === 'change' ? [falseAlarms(watched, words)] : []),
  ].map((text): Block => ({ kind: 'paragraph', tone: 'small', text }));
  const found = finding.kind === 'change' ? changed(finding, words) : waiting(thing, finding, frame, words);
  return {
    language: words.language,
    title: say('warning.title', { name: thingName(thing, words) }),
    company: frame.company,
    logo: frame.logo,
    period: forms.date(frame.today),
    dataThrough: forms.instant(frame.through, frame.zone),
    missingDays: null,
    sources: [],
    contact: frame.contact,
    confidentiality: frame.confidentiality,
    sections: [
      {
        page: 'one',
        title: say('warning.page'),
        blocks: [
          { kind: 'paragraph', tone: 'lead', text: warningSentence(thing, finding, words) },
          ...found.evidence,
          ...todo,
          ...found.behind,
          ...small,
        ],
      },
    ],
    foot: `Tidemark · ${key}`,
  };
}

/** What is watched, by name, with its filter: `Abandonment rate (channel: phone)`. */
export function thingName(thing: Thing, words: Words): string {
  const name =
    thing.kind === 'metric'
      ? metricName(thing.metric, words)
      : words.say(thing.kind === 'urgent_waiting' ? 'warning.urgent.name' : 'warning.risk.name');
  return thing.where.length === 0 ? name : `${name} (${filterText(thing.where, words)})`;
}

/** The finding in a sentence. */
export function warningSentence(thing: Thing, finding: Finding, words: Words): string {
  const only =
    thing.where.length === 0 ? [] : [words.say('warning.where', { filter: filterText(thing.where, words) })];
  if (finding.kind === 'change') {
    const { control, signal } = finding;
    return [...signalSentences({ ...control, signals: [signal], whole: [] }, words), ...only].join(' ');
  }
  const n = finding.cases.length;
  const facts = { n, text: words.forms.count(n) };
  const said =
    thing.kind === 'urgent_waiting'
      ? words.say('warning.urgent', { ...facts, time: words.forms.duration(thing.longerThanS) })
      : words.say('warning.risk', facts);
  return [said, ...only].join(' ');
}

const adviceOf = (thing: Thing, words: Words): string =>
  thing.kind === 'metric'
    ? words.sayKnown(`warning.advice.${thing.metric}`, 'warning.advice.other')
    : words.say(thing.kind === 'urgent_waiting' ? 'warning.advice.urgent' : 'warning.advice.risk');

interface Said {
  readonly evidence: readonly Block[];
  readonly behind: readonly Block[];
}

function changed(finding: Extract<Finding, { kind: 'change' }>, words: Words): Said {
  const { control, part } = finding;
  const p = control.prepared?.p ?? 1;
  const items = [
    newest(finding, words),
    ...(p > 0 && p < 0.5
      ? [words.say('warning.surprise', { times: words.forms.count(Math.round(Math.min(1 / p, 10_000))) })]
      : []),
    ...(part === null ? [] : [partText(part, words)]),
  ];
  const [first] = control.points;
  const chart = controlPicture({ control: ofLate(finding), words });
  const columns = ['period', 'value', 'lower', 'middle', 'upper', 'signal'] as const;
  const picture =
    chart === null || first === undefined
      ? []
      : [
          pictureBlock({
            chart,
            title: metricName(first.figure.metric, words),
            columns: columns.map((name) => words.say(`column.${name}`)),
            unit: first.figure.unit,
          }),
        ];
  return { evidence: [{ kind: 'list', items }], behind: picture };
}

function newest({ control, signal }: Change, words: Words): string {
  const last = control.points.findLast(({ figure }) => figure.value !== null)?.figure;
  const text = (value: number, { unit }: Figure): string => valueText(value, unit, words);
  const usual = signal.kind === 'shift' ? signal.before : signal.expected;
  return last === undefined
    ? ''
    : words.say('warning.newest', {
        grain: control.grain,
        day: words.forms.date(last.from?.slice(0, 10) ?? ''),
        value: text(last.value ?? 0, last),
        usual: text(last.unit === 'count' ? Math.round(usual) : usual, last),
      });
}

const partText = ({ dimension, segment, share }: Part, words: Words): string =>
  words.say('warning.part', {
    part: words.forms.share(share, 0),
    dimension: dimensionName(dimension, words),
    segment: segmentName(dimension, segment, words),
  });

/** Points before the signal that show what was usual. */
const before: Readonly<Partial<Record<Grain, number>>> = { day: 42, week: 26 };

/** What came long before the signal is left out of the picture. */
function ofLate({ control, signal }: Change): Change['control'] {
  const start = Math.max(0, signal.at - (before[control.grain] ?? 26));
  const moved =
    signal.kind === 'spike'
      ? { ...signal, at: signal.at - start }
      : {
          ...signal,
          at: signal.at - start,
          earliest: Math.max(0, signal.earliest - start),
          latest: signal.latest - start,
        };
  return { ...control, points: control.points.slice(start), signals: [moved] };
}

const longest = 20;

function waiting(thing: Thing, { cases }: Waiting, { zone }: Frame, words: Words): Said {
  const { say, forms } = words;
  const [first] = cases;
  const isUrgent = thing.kind === 'urgent_waiting';
  const text = (value: string): Cell => ({ kind: 'text', text: value });
  const row = ({ id, team, channel, at }: WaitingCase): readonly Cell[] => [
    text(id),
    text(segmentName('team', team, words)),
    text(segmentName('channel', channel, words)),
    text(forms.instant(at, zone)),
  ];
  const heads = [
    say('warning.case'),
    dimensionName('team', words),
    dimensionName('channel', words),
    say(isUrgent ? 'warning.asked' : 'warning.due'),
  ];
  const table = {
    caption: thingName(thing, words),
    columns: heads.map((label) => ({ label, align: 'left' as const })),
    rows: cases.slice(0, longest).map(row),
    notes:
      cases.length > longest
        ? [say('warning.more', { n: cases.length - longest, text: forms.count(cases.length - longest) })]
        : [],
  };
  const at = forms.instant(first?.at ?? '', zone);
  return {
    evidence: [{ kind: 'list', items: [say(isUrgent ? 'warning.oldest' : 'warning.nextDue', { at })] }],
    behind: [{ kind: 'table', table }],
  };
}

/**
 * Messages a month where nothing happens, six things looked at every day: no more than this (95 %), as
 * docs/chance/early-warning.md measures it. All that is watched is judged together, so that more things do not mean more.
 */
export const falseMessagesAMonth = 1 / 12;

const falseAlarms = (watched: number, words: Words): string =>
  words.say('warning.falseAlarms', {
    n: watched,
    months: words.forms.count(Math.round(1 / falseMessagesAMonth)),
    doc: 'docs/chance/early-warning.md',
  });
