/** The evidence behind a split figure and behind what it is held against, segment by segment. */
import type { Evidence } from '../chance/index.ts';
import { Problem } from '../model/index.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { AnswerContext } from './answer.ts';
import { catalogue } from './catalogue/index.ts';
import { type Asked, checkQuestion, measureOf } from './check-question.ts';
import { otherSegments } from './other-segments.ts';
import { circumstances, windowsOf } from './plan/circumstances.ts';
import { type Noise, noises } from './plan/dispersion.ts';
import { gather } from './plan/gather.ts';
import { type Found, sceneOf } from './plan/reader.ts';
import { reading } from './plan/reading.ts';
import { placeKey } from './plan/slice.ts';
import type { Window } from './plan/window.ts';
import type { Question, Statistic } from './question.ts';

/** null where the segment has no rows, or its number no interval. */
interface Half {
  readonly n: number;
  readonly evidence: Evidence | null;
}

export interface Line {
  readonly segment: Readonly<Record<string, string | null>>;
  readonly now: Half;
  readonly before: Half;
}

export interface BothSides {
  readonly asked: Asked & { readonly stat: Statistic };
  readonly lines: readonly Line[];
}

/**
 * The first metric and statistic of a question, split by its dimensions, on both sides of its one comparison.
 *
 * @throws Problem where the question cannot be asked, or the other side is no rows but a stated number
 */
export async function linesOnBothSides(
  warehouse: Warehouse,
  question: Question,
  { metrics = catalogue, people = false, businessHours = false, dimensions: own = [] }: AnswerContext = {},
): Promise<BothSides> {
  const [checked] = checkQuestion(question, { catalogue: metrics, people, businessHours, own });
  const [stat] = checked?.stats ?? [];
  if (checked === undefined || stat === undefined) throw new RangeError('a question asks for one metric');
  const asked = { ...checked, stats: [stat] };
  const { dataThrough } = await warehouse.state();
  const [around] = await circumstances(warehouse, [asked], dataThrough);
  const [occasion] = around?.occasions ?? [];
  const [base] = occasion?.bases ?? [];
  if (around === undefined || occasion === undefined || base === undefined)
    throw new RangeError('one time, one base');
  if (base.window === null) throw noRows(base.missing ?? base.kind);
  const tasks = [{ asked, windows: windowsOf(around.occasions) }];
  const [found] = await gather(warehouse, tasks, { dataThrough });
  const [[other] = []] = await otherSegments(warehouse, [asked], [around], { dataThrough });
  const [noise] = await noises(warehouse, [asked], [around], dataThrough);
  if (found === undefined || noise === undefined) throw new RangeError('one task has one answer');
  const read = reader({ warehouse, asked, stat, dataThrough, windows: [occasion.window, base.window] });
  const now = { found, noise, window: occasion.window };
  const before =
    base.segment === undefined || other === undefined
      ? { ...now, window: base.window }
      : { ...now, ...other };
  const lines = segmentsOf([now, before]).map((segment) => ({
    segment: Object.fromEntries(question.by.map((dimension, i) => [dimension, segment[i] ?? null])),
    now: read(now, segment),
    before: read(before, segment),
  }));
  return { asked: { ...asked, stat }, lines };
}

interface Place {
  readonly found: Found;
  readonly noise: Noise;
  readonly window: Window;
}

interface Reading {
  readonly warehouse: Warehouse;
  readonly asked: Asked;
  readonly stat: Statistic;
  readonly dataThrough: string | null;
  readonly windows: readonly [Window, Window];
}

function reader({ warehouse, asked, stat, dataThrough, windows: [now, before] }: Reading) {
  const measure = measureOf(asked, sceneOf(warehouse.functions, [now], dataThrough));
  return ({ found, noise, window }: Place, segment: readonly (string | null)[]): Half => {
    const cell = found.cells.get(placeKey({ window: window.key, segment })) ?? { sums: {} };
    const spread = stat === 'count' ? noise.dispersion(now, before, segment) : 1;
    const { n, evidence } = reading(stat, measure, cell, noise.exposure(window), spread);
    return { n, evidence: n === 0 && stat !== 'count' ? null : evidence };
  };
}

/** Every segment that is on either side. */
function segmentsOf(sides: readonly Place[]): readonly (readonly (string | null)[])[] {
  const found = new Map<string, readonly (string | null)[]>();
  for (const { found: own, window } of sides)
    for (const place of own.places.values())
      if (place.window === window.key) found.set(JSON.stringify(place.segment), place.segment);
  return [...found.values()];
}

const noRows = (base: string): Problem =>
  new Problem('nothing_to_explain', {
    found: `nothing that could be split on the other side (${base})`,
    expected: 'another period or another segment',
    todo: 'write for example --with previous or --with baseline:2025-01',
  });
