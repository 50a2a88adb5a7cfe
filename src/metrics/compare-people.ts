/** People, teams or channels side by side: what each would score with everybody's mix of work, and whether they differ at all. */
import { comparePeopleByMix, type Interval, type Person, type Verdict } from '../chance/index.ts';
import { Problem } from '../model/index.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { AnswerContext } from './answer.ts';
import { catalogue } from './catalogue/index.ts';
import { checkQuestion } from './check-question.ts';
import { smallestOf } from './compare-figures.ts';
import type { Unit } from './figure.ts';
import { peopleCells, type Scale } from './people-cells.ts';
import { circumstances } from './plan/circumstances.ts';
import { isMultiple, isPersonal } from './plan/dimension.ts';
import type { Question, Statistic } from './question.ts';

export interface PersonFigure {
  /** The dimension's value; an agent's id. */
  readonly id: string;
  /** What an agent is called, where the data knows it. */
  readonly name: string;
  readonly n: number;
  /** The plain figure: never to be ranked. */
  readonly raw: number;
  /** With an average mix of work, pulled towards the middle by what chance would do. */
  readonly value: number;
  readonly interval: Interval;
  readonly reliability: number;
  readonly aboveMiddle: number;
  readonly rank: { readonly expected: number; readonly low: number; readonly high: number };
  readonly verdict: Verdict;
  readonly moreNeeded: number | null;
}

export interface PeopleFigures {
  readonly metric: string;
  readonly stat: Statistic;
  readonly unit: Unit;
  readonly by: string;
  /** `log`: typical times (geometric means); differences are factors. */
  readonly scale: Scale;
  readonly from: string | null;
  readonly to: string | null;
  readonly n: number;
  /** True where the differences are no larger than chance makes them. */
  readonly allChance: boolean;
  readonly p: number;
  readonly middle: number;
  /** The smallest distance from the middle that matters, in the metric's unit. */
  readonly smallest: number;
  /** What was allowed for besides: category, channel, day … */
  readonly mix: readonly string[];
  /** Shares of the whole spread: people, the mix, and pure chance. */
  readonly shares: readonly { readonly name: string; readonly share: number }[];
  readonly method: string;
  /** By value, highest first; whether high is good is the metric's own. */
  readonly people: readonly PersonFigure[];
}

/**
 * The first metric and statistic of a question, told apart by one dimension.
 *
 * @throws Problem `people_off` where figures per person are switched off, `people_too_few`, `people_statistic`
 * @example await comparePeople(warehouse, { ...talkTime, period }, 'agent', { people: true })
 */
export async function comparePeople(
  warehouse: Warehouse,
  question: Question,
  by: string,
  {
    metrics = catalogue,
    people = false,
    businessHours = false,
    smallest = {},
    level = 0.95,
  }: AnswerContext = {},
): Promise<PeopleFigures> {
  const told = { ...question, by: [by], compare: [] };
  const [checked] = checkQuestion(told, { catalogue: metrics, people, businessHours });
  const [stat] = checked?.stats ?? [];
  if (checked === undefined || stat === undefined) throw new RangeError('a question asks for one metric');
  if (isMultiple(by, checked.metric.fact, checked.rules)) throw severalPeople(by);
  const asked = { ...checked, question: { ...checked.question, by: [] }, stats: [stat] };
  const { dataThrough } = await warehouse.state();
  const [around] = await circumstances(warehouse, [asked], dataThrough);
  const window = around?.occasions[0]?.window;
  if (window === undefined) throw tooFew(by, 0);
  const { factors, cells, scale } = await peopleCells(warehouse, asked, { by, window, dataThrough });
  const groups = new Set(cells.map(({ levels }) => levels[0])).size;
  if (groups < 2) throw tooFew(by, groups);
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  const matters = smallestOf(asked.metric, stat, smallest);
  const plain = cells.reduce((sum, cell) => sum + cell.sum, 0) / n;
  const found = comparePeopleByMix(factors, cells, by, { smallest: distance(matters, plain, scale), level });
  const unit = asked.metric.units?.[stat] ?? asked.metric.unit;
  const back = backFrom(scale, unit);
  const names = isPersonal(by) ? await agentNames(warehouse) : new Map<string, string>();
  return {
    metric: asked.metric.name,
    stat: scale === 'log' ? 'geometric_mean' : stat,
    unit,
    by,
    scale,
    from: window.period?.from ?? null,
    to: window.period?.to ?? null,
    n,
    allChance: found.allChance,
    p: found.p,
    middle: back(found.middle),
    smallest: matters.relative ? matters.by * Math.abs(back(found.middle)) : matters.by,
    mix: factors.slice(1),
    shares: found.shares,
    method: found.method,
    people: found.people.map((person) => figureOf(person, back, names)).sort((a, b) => b.value - a.value),
  };
}

/** On the scale on which people are compared. */
function distance(matters: { by: number; relative: boolean }, mean: number, scale: Scale): number {
  if (!matters.relative) return matters.by;
  return scale === 'log' ? Math.log1p(matters.by) : matters.by * Math.abs(mean);
}

/** From the scale of the model to the metric's own; a share stays one. */
function backFrom(scale: Scale, unit: Unit): (value: number) => number {
  if (scale === 'log') return Math.exp;
  return unit === 'share' ? (value) => Math.min(1, Math.max(0, value)) : (value) => value;
}

async function agentNames(warehouse: Warehouse): Promise<ReadonlyMap<string, string>> {
  const rows = await warehouse.rows(warehouse.db.selectFrom('agents').select(['id', 'name']));
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[String(id), String(name)]])));
}

function figureOf(
  person: Person,
  back: (value: number) => number,
  names: ReadonlyMap<string, string>,
): PersonFigure {
  const { name: id, n, raw, value, interval, reliability, standing, verdict, moreNeeded } = person;
  const { low, high } = interval;
  return {
    id,
    name: names.get(id) ?? id,
    n,
    raw: back(raw),
    value: back(value),
    interval: { ...interval, low: low === null ? null : back(low), high: high === null ? null : back(high) },
    reliability,
    aboveMiddle: standing.aboveMiddle,
    rank: { expected: standing.expected, low: standing.low, high: standing.high },
    verdict,
    moreNeeded,
  };
}

const tooFew = (by: string, found: number): Problem =>
  new Problem('people_too_few', {
    found: `${found} value${found === 1 ? '' : 's'} of ${by} with work in this period`,
    expected: 'at least two to compare',
    todo: 'choose a longer period or another dimension',
  });

/** Work that counts for several people at once says nothing about one of them. */
const severalPeople = (by: string): Problem =>
  new Problem('people_shared', {
    found: `a comparison by ${by} in which one case counts for several people`,
    expected: 'one person a case',
    todo: 'choose the rule credit=resolver, first_responder or owner_now',
  });
