/** A hand-over loop: cases of one kind go from team to team and back, far more often than others. */
import { sql } from 'kysely';
import { wilsonInterval } from '../chance/index.ts';
import type { Figure } from '../metrics/figure.ts';
import { type Row, rowsOf } from '../warehouse/index.ts';
import { count, named, path, placed, share } from './fact.ts';
import type { Insight, Message, Place } from './insight.ts';
import { about, type Desk, type InsightKind, type Scope } from './kind.ts';
import { inScope } from './rows-in-scope.ts';

/** Loops that are named: so many at least, and so many times as frequent as elsewhere. */
const fewest = 10;
const often = 3;
/** A channel is named with its category where it holds this share of the category's loops. */
const most = 0.6;
/** Cases whose way is read. */
const sample = 500;

export const handOverLoop: InsightKind = {
  name: 'hand-over-loop',
  questions: (scope) =>
    scope.dimensions.includes('category') && scope.dimensions.includes('team')
      ? [
          about(scope, ['ping_pong_rate'], {
            by: ['category', 'channel'].filter((each) => scope.dimensions.includes(each)),
          }),
        ]
      : [],
  async look(desk, scope, { answers: [cells = []] }) {
    const loops = loopsIn(cells.filter(({ stat, value }) => stat === 'share' && value !== null));
    return {
      insights: await Promise.all(loops.map(async (loop) => insight(loop, await wayOf(loop, scope, desk)))),
    };
  },
};

interface Loop {
  readonly place: Place;
  readonly hits: number;
  readonly n: number;
  /** The same everywhere else. */
  readonly elsewhere: number;
  readonly evidence: Figure;
}

const hitsOf = ({ value, n }: Figure): number => Math.round((value ?? 0) * n);
const sum = (figures: readonly Figure[], of: (figure: Figure) => number): number =>
  figures.reduce((total, figure) => total + of(figure), 0);

/** A category, or the one channel of it, whose interval lies clear of what is usual elsewhere. */
function loopsIn(cells: readonly Figure[]): readonly Loop[] {
  const categories = Map.groupBy(cells, ({ segment }) => segment['category'] ?? null);
  return [...categories].flatMap(([category, own]) => {
    const [top] = own.toSorted((a, b) => hitsOf(b) - hitsOf(a));
    if (category === null || top === undefined) return [];
    const isOne = own.length > 1 && hitsOf(top) >= most * sum(own, hitsOf) && top.segment['channel'] !== null;
    const chosen = isOne ? [top] : own;
    const others = cells.filter((cell) => !chosen.includes(cell));
    const loop = {
      place: isOne ? top.segment : { category },
      hits: sum(chosen, hitsOf),
      n: sum(chosen, ({ n }) => n),
      elsewhere:
        sum(others, hitsOf) /
        Math.max(
          1,
          sum(others, ({ n }) => n),
        ),
      evidence: top,
    };
    return isLoop(loop) ? [loop] : [];
  });
}

function isLoop({ hits, n, elsewhere }: Loop): boolean {
  if (hits < fewest) return false;
  return (wilsonInterval(hits, n, { level: 0.99 }).low ?? 0) > Math.max(0.02, often * elsewhere);
}

/** The teams in the order in which most of these cases went through them. */
async function wayOf({ place }: Loop, scope: Scope, desk: Desk): Promise<readonly string[]> {
  const here = inScope({ fact: 'case_facts', place }, scope, desk);
  if (here === null) return [];
  const statement = sql<Row>`select c.id, s.team from stages s join (
      select source, id from case_facts where ${here} and returned > 0 order by id limit ${sql.lit(sample)}
    ) c on c.source = s.source and c.id = s.case_id
    where s.team is not null order by c.id, s.sequence`;
  const rows = await rowsOf(desk.warehouse, statement);
  const ways = [...Map.groupBy(rows, ({ id }) => id).values()].map((stays) =>
    stays.map(({ team }) => String(team)).filter((team, i, all) => team !== all[i - 1]),
  );
  const [usual] = [...Map.groupBy(ways, (way) => JSON.stringify(way)).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  return usual?.[0] ?? [];
}

function insight({ place, hits, n, elsewhere, evidence }: Loop, way: readonly string[]): Insight {
  const last = way.at(-1);
  const facts = {
    place: placed(place),
    share: share(hits / n),
    hits: count(hits),
    all: count(n),
    elsewhere: share(elsewhere),
    way: path(way.map((team) => named('team', team))),
    last: last === undefined ? '' : named('team', last),
  };
  const ways: readonly Message[] = way.length < 3 ? [] : [{ name: 'insight.loop.way', facts }];
  return {
    kind: 'hand-over-loop',
    headline: { name: 'insight.loop', facts },
    because: [{ name: 'insight.loop.because', facts }, ...ways],
    advice: { name: `insight.loop.${last === undefined ? 'advice' : 'adviceTo'}`, facts },
    audience: 'product',
    good: false,
    // Each of them is a customer who was sent to and fro.
    size: { value: hits, unit: 'customers' },
    certainty: 0.99,
    subject: { metric: 'ping_pong_rate', segment: place },
    evidence: [evidence],
  };
}
