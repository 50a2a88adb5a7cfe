/** What went out against what came in (resolved ÷ opened): both counted by day, each by its own moment. */
import { type FactName, factTable } from '../../warehouse/facts.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { Measure, Sql } from '../definition.ts';
import { type Place, placeKey, type Slice } from './slice.ts';
import { tally } from './tally.ts';
import type { Sums } from './tally-statement.ts';
import { dayWindows, type Window } from './window.ts';

type Flow = NonNullable<Measure['flow']>;

/** The moments of daily (out, in) pairs at each place; days are the clusters of the ratio. */
export async function flowSums(
  warehouse: Warehouse,
  slice: Slice,
  {
    population,
    flow,
    fact = slice.fact,
  }: { readonly population: Sql; readonly flow: Flow; readonly fact?: FactName | undefined },
): Promise<readonly { readonly place: Place; readonly sums: Sums }[]> {
  const days = slice.layer.flatMap((window) =>
    daysOf(window, slice.zone).map((day) => ({ day, window: window.key })),
  );
  const windows = new Map(days.map(({ day, window }) => [day.key, window]));
  const layer = days.map(({ day }) => day);
  const top = { ...slice, fact, layer, anchor: factTable(fact).anchors[flow.anchor] ?? slice.anchor };
  const times = { x: 1, y: flow.times ?? 1 };
  const pairs = new Map<string, { place: Place; x: number; y: number }>();
  for (const [side, about, from] of [
    ['x', population, { ...slice, layer }],
    ['y', flow.population, top],
  ] as const) {
    for (const { place, sums } of await tally(warehouse, from, [
      { measure: { population: about }, stats: ['count'] },
    ])) {
      const pair = pairs.get(placeKey(place)) ?? { place, x: 0, y: 0 };
      pairs.set(placeKey(place), { ...pair, [side]: times[side] * (sums[0]?.n ?? 0) });
    }
  }
  const groups = Map.groupBy(pairs.values(), ({ place }) =>
    placeKey({ ...place, window: windows.get(place.window) ?? '' }),
  );
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const place = { ...first.place, window: windows.get(first.place.window) ?? '' };
    return [{ place, sums: moments(own) }];
  });
}

const daysOf = (window: Window, zone: string): readonly Window[] =>
  window.period === null ? [window] : dayWindows(window.period, zone);

function moments(pairs: readonly { readonly x: number; readonly y: number }[]): Sums {
  const sum = (of: (pair: { readonly x: number; readonly y: number }) => number): number =>
    pairs.reduce((total, pair) => total + of(pair), 0);
  const x = sum((pair) => pair.x);
  return {
    n: x,
    clusters: pairs.length,
    x,
    y: sum((pair) => pair.y),
    xx: sum((pair) => pair.x ** 2),
    xy: sum((pair) => pair.x * pair.y),
    yy: sum((pair) => pair.y ** 2),
  };
}
