/** How a statement tells the windows of a layer apart: by few comparisons and one division, however many they are. */
import { type RawBuilder, sql } from 'kysely';
import type { EngineFunctions } from '../../warehouse/warehouse.ts';
import type { Window } from './window.ts';

/**
 * Windows of one length that follow each other without a hole, or a hole (`index` null). One that is a little shorter or
 * longer, a day on which the clock changes, may lie among them: from its middle on they are counted from another start.
 */
interface Run {
  readonly index: number | null;
  readonly seconds: number;
  readonly count: number;
  /** From when on they are counted from which start, in order. */
  readonly starts: readonly Start[];
}

interface Start {
  readonly at: string;
  readonly start: string;
}

/**
 * The index of the window in which an instant lies. Runs of windows are told apart by a binary search written out, the
 * windows of a run by division, and a day is a day of the zone, also at a clock change.
 */
export function windowIndex(
  at: RawBuilder<unknown>,
  layer: readonly Window[],
  fn: EngineFunctions,
): RawBuilder<unknown> {
  if (layer.length === 1) return sql`0`;
  const runs = runsOf(layer).map((run) => ({ from: run.starts[0]?.at ?? '', run }));
  return searched(at, runs, fn, ({ run }) => indexWithin(at, run, fn));
}

const secondsOf = ({ start, end }: Window): number => (Date.parse(end) - Date.parse(start)) / 1000;

function runsOf(layer: readonly Window[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [index, window] of layer.entries()) {
    const [before, after, last] = [layer[index - 1], layer[index + 1], runs.at(-1)];
    const follows = before !== undefined && before.end === window.start;
    if (before !== undefined && !follows) runs.push(oneOf(before.end, null, 0));
    if (follows && last?.seconds === secondsOf(window))
      runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else if (follows && last !== undefined && liesAmong(window, last, after))
      runs[runs.length - 1] = turned(last, window);
    else runs.push(oneOf(window.start, index, secondsOf(window)));
  }
  return runs;
}

const oneOf = (start: string, index: number | null, seconds: number): Run => ({
  index,
  seconds,
  count: 1,
  starts: [{ at: start, start }],
});

/** The run goes on after it, and half of its own windows is more than what it differs by. */
const liesAmong = (window: Window, { seconds }: Run, after: Window | undefined): boolean =>
  after !== undefined &&
  after.start === window.end &&
  secondsOf(after) === seconds &&
  2 * Math.abs(secondsOf(window) - seconds) < seconds;

function turned(run: Run, window: Window): Run {
  const last = run.starts.at(-1)?.start ?? window.start;
  const at = later(window.start, run.seconds / 2);
  const start = later(last, secondsOf(window) - run.seconds);
  return { ...run, count: run.count + 1, starts: [...run.starts, { at, start }] };
}

const later = (iso: string, seconds: number): string =>
  new Date(Date.parse(iso) + 1000 * seconds).toISOString();

function indexWithin(at: RawBuilder<unknown>, run: Run, fn: EngineFunctions): RawBuilder<unknown> {
  const { index, count, seconds } = run;
  if (index === null) return sql`null`;
  if (count === 1) return sql`${sql.lit(index)}`;
  const starts = run.starts.map(({ at: from, start }) => ({ from, start }));
  const start = searched(at, starts, fn, (each) => fn.instant(each.start));
  return sql`(${sql.lit(index)} + ${fn.stretchesBetween(start, at, seconds)})`;
}

/** What holds at an instant, of pieces that each hold from some instant until the next begins. */
export function searched<T extends { readonly from: string }>(
  at: RawBuilder<unknown>,
  pieces: readonly T[],
  fn: EngineFunctions,
  write: (piece: T) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const middle = Math.floor(pieces.length / 2);
  const piece = pieces[middle];
  if (piece === undefined) return sql`null`;
  if (middle === 0) return write(piece);
  const before = searched(at, pieces.slice(0, middle), fn, write);
  const after = searched(at, pieces.slice(middle), fn, write);
  return sql`case when ${at} < ${fn.instant(piece.from)} then ${before} else ${after} end`;
}
