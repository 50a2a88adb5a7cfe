/** What must be known of the data before figures are made: where it begins and ends, and where it has gaps. */
import { addDays } from '../../model/index.ts';
import { atOnce } from '../../warehouse/at-once.ts';
import type { FactName } from '../../warehouse/facts.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { Asked } from '../check-question.ts';
import { anchorColumn } from '../rule-values.ts';
import { type Coverage, coverage, presence, presenceAnchor, spanOf } from './coverage.ts';
import { type Occasion, occasions, type Span } from './occasion.ts';
import { endOfStock } from './stock-end.ts';
import type { Window } from './window.ts';

export interface Circumstances {
  readonly occasions: readonly Occasion[];
  /** Days with any record of the fact; null where it has none that is dated. */
  readonly span: Span | null;
  /** The same on the anchor of the figure, which bounds "all time". */
  readonly anchored: Span | null;
  /** Rows of the fact in the whole warehouse. */
  readonly rows: number;
  /** Whether the source recorded anything in a window. */
  present(window: Window): boolean;
}

/** One value per asked metric, in their order. */
export async function circumstances(
  warehouse: Warehouse,
  asked: readonly Asked[],
  dataThrough: string | null,
): Promise<readonly Circumstances[]> {
  const covered = await coverages(warehouse, asked);
  const bounds = asked.map((each) => {
    const own = covered.get(coverageKey(each.metric.fact, presenceAnchor(each.metric.fact)));
    const anchored = covered.get(coverageKey(each.metric.fact, anchorColumn(each.metric, each.rules)));
    const zone = each.question.zone;
    return {
      rows: own?.rows ?? 0,
      span: own === undefined ? null : spanOf(own, dataThrough, zone),
      anchored: anchored === undefined ? null : spanOf(anchored, null, zone),
    };
  });
  const times = asked.map((each, i) => timesOf(each, bounds[i]?.span ?? null, dataThrough));
  const present = await presences(warehouse, asked, times);
  return bounds.map((bound, i) => ({
    ...bound,
    occasions: times[i] ?? [],
    present: (window) => isPresent(window, asked[i], bound.span, present),
  }));
}

const coverageKey = (fact: FactName, anchor: string): string => `${fact}.${anchor}`;

async function coverages(
  warehouse: Warehouse,
  asked: readonly Asked[],
): Promise<ReadonlyMap<string, Coverage>> {
  const found = new Map<string, Coverage>();
  await atOnce(
    [...Map.groupBy(asked, ({ metric }) => metric.fact)],
    warehouse.sideBySide,
    async ([fact, members]) => {
      const own = members.map(({ metric, rules }) => anchorColumn(metric, rules));
      const anchors = [...new Set([presenceAnchor(fact), ...own])];
      for (const [i, each] of (await coverage(warehouse, fact, anchors)).entries())
        found.set(coverageKey(fact, anchors[i] ?? ''), each);
    },
  );
  return found;
}

function timesOf(
  { question, metric }: Asked,
  span: Span | null,
  dataThrough: string | null,
): readonly Occasion[] {
  const times = occasions(question, span);
  if (metric.stock === undefined || dataThrough === null) return times;
  const end = endOfStock(dataThrough, question.zone);
  return times.map((time) =>
    time.window.period === null ? { ...time, window: { ...time.window, end } } : time,
  );
}

async function presences(
  warehouse: Warehouse,
  asked: readonly Asked[],
  times: readonly (readonly Occasion[])[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const wanted = Map.groupBy(
    asked.flatMap((each, i) =>
      windowsOf(times[i] ?? []).map((window) => ({ key: presenceKey(each), each, window })),
    ),
    ({ key }) => key,
  );
  const found = new Map<string, ReadonlySet<string>>();
  await atOnce([...wanted], warehouse.sideBySide, async ([key, members]) => {
    const [first] = members;
    const dated = members.map(({ window }) => window).filter(({ period }) => period !== null);
    if (first !== undefined) found.set(key, await presence(warehouse, first.each.metric.fact, dated));
  });
  return found;
}

const presenceKey = ({ metric, question }: Asked): string => `${metric.fact} ${question.zone}`;

/** Every window of some occasions, the bases' included. */
export const windowsOf = (times: readonly Occasion[]): readonly Window[] =>
  times.flatMap(({ window, bases }) => [
    window,
    ...bases.map((base) => base.window).filter((each) => each !== null),
  ]);

/** A stock stands at any time from the first day on; everything else needs a record in the window itself. */
function isPresent(
  window: Window,
  asked: Asked | undefined,
  span: Span | null,
  present: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (window.period === null || asked === undefined) return true;
  if (asked.metric.stock !== undefined) {
    return span !== null && window.period.to > span.first && window.period.to <= addDays(span.last, 1);
  }
  return present.get(presenceKey(asked))?.has(window.key) ?? false;
}
