/** Measures how often early warning cries wolf, and how soon it calls, and writes docs/chance/early-warning.md: node bench/early-warning.ts [SERVICES [weekly daily worse]]. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { normal } from '../src/chance/numerics/normal.ts';
import { poisson } from '../src/chance/numerics/poisson.ts';
import { normalDraws } from '../src/chance/people/normal-draws.ts';
import { changesIn } from '../src/delivery/watch/changes.ts';
import { type Known, nextStep } from '../src/delivery/watch/next-step.ts';
import type { Figure, Unit } from '../src/metrics/figure.ts';
import { bareFigure } from '../src/metrics/fixture-figure.ts';
import { addDays, nextStart, startOf } from '../src/model/index.ts';

const SERVICES = Number(process.argv[2] ?? 40);
const SEED = 20_261_123;
const FIRST = '2024-01-01';
const HISTORY = 364;
const WATCHED = 182;
/** A change is followed for so long. */
const FOLLOWED = 90;
const DAYS_A_MONTH = 365.25 / 12;
const WEEK = [1.2, 0.5, 0.3, 0.2, 0.1, -1, -1.3] as const;

/** A thing that is watched: the value of a day from a standard normal number with memory, and how many cases stand behind it. */
interface Watched {
  readonly name: string;
  readonly unit: Unit;
  readonly better: 'up' | 'down' | 'neither';
  readonly memory: number;
  readonly day: (z: number, weekday: number) => { readonly value: number; readonly n: number };
  /** The same day when the service is worse. */
  readonly worse?: (z: number, weekday: number) => { readonly value: number; readonly n: number };
}

const volume = (mean: number, weekday: number): number => mean * Math.exp(0.4 * (WEEK[weekday] ?? 0));
const share = (z: number, p: number, n: number) => {
  const spread = Math.sqrt((p * (1 - p)) / n);
  return { value: Math.min(1, Math.max(0, Math.round((p + z * spread) * n) / n)), n };
};
const counted = (z: number, mean: number) => {
  const value = poisson(mean).quantile(normal.below(z));
  return { value, n: value };
};

const things: readonly Watched[] = [
  {
    name: 'satisfaction, 30 answers a day',
    unit: 'share',
    better: 'up',
    memory: 0,
    day: (z, weekday) => share(z, 0.82, Math.ceil(volume(30, weekday))),
    worse: (z, weekday) => share(z, 0.72, Math.ceil(volume(30, weekday))),
  },
  {
    name: 'abandonment, 150 calls a day',
    unit: 'share',
    better: 'down',
    memory: 0.3,
    day: (z, weekday) => share(1.5 * z, 0.08, Math.ceil(volume(150, weekday))),
    worse: (z, weekday) => share(1.5 * z, 0.14, Math.ceil(volume(150, weekday))),
  },
  {
    name: 'first response, log-normal',
    unit: 'seconds',
    better: 'down',
    memory: 0.2,
    day: (z, weekday) => ({ value: 7200 * Math.exp(0.3 * z + 0.1 * (WEEK[weekday] ?? 0)), n: 120 }),
    worse: (z, weekday) => ({ value: 9000 * Math.exp(0.3 * z + 0.1 * (WEEK[weekday] ?? 0)), n: 120 }),
  },
  {
    name: 'backlog, with a long memory',
    unit: 'count',
    better: 'down',
    memory: 0.8,
    day: (z) => ({ value: Math.round(400 + 25 * z), n: 400 }),
    worse: (z) => ({ value: Math.round(460 + 25 * z), n: 460 }),
  },
  {
    name: 'cases opened, busy Mondays',
    unit: 'count',
    better: 'neither',
    memory: 0,
    day: (z, weekday) => counted(z, volume(120, weekday)),
    worse: (z, weekday) => counted(z, volume(150, weekday)),
  },
  {
    name: 'cases of one rare reason, 1 a day',
    unit: 'count',
    better: 'neither',
    memory: 0,
    day: (z, weekday) => counted(z, volume(1, weekday)),
    worse: (z, weekday) => counted(z, volume(3, weekday)),
  },
];

type Day = ReturnType<Watched['day']>;

function yearOf(thing: Watched, draw: () => number, worseFrom: number): readonly Day[] {
  let z = draw();
  return Array.from({ length: HISTORY + WATCHED }, (_, i) => {
    if (i > 0) z = thing.memory * z + Math.sqrt(1 - thing.memory ** 2) * draw();
    const day = i >= worseFrom && thing.worse !== undefined ? thing.worse : thing.day;
    return day(z, i % 7);
  });
}

const figure = ({ unit, name }: Watched, value: number, n: number, from: string, to: string): Figure =>
  bareFigure({
    metric: name,
    stat: 'mean',
    from,
    to,
    value,
    unit,
    n,
  });

/** The last year before a day, by week and by day, as the warehouse would answer. */
function answersFor(thing: Watched, days: readonly Day[], until: number): readonly (readonly Figure[])[] {
  const to = addDays(FIRST, until);
  const from = startOf('week', addDays(to, -364));
  const first = Math.max(0, Math.round((Date.parse(from) - Date.parse(FIRST)) / 86_400_000));
  const kept = days.slice(first, until).map((day, i) => ({ ...day, date: addDays(FIRST, first + i) }));
  const byDay = kept.map(({ value, n, date }) => figure(thing, value, n, date, addDays(date, 1)));
  const byWeek = [...Map.groupBy(kept, ({ date }) => startOf('week', date))].map(([week, own]) => {
    const n = own.reduce((sum, day) => sum + day.n, 0);
    const isStock = thing.memory === 0.8;
    const value =
      thing.unit === 'count'
        ? isStock
          ? (own.at(-1)?.value ?? 0)
          : own.reduce((sum, day) => sum + day.value, 0)
        : own.reduce((sum, day) => sum + day.n * day.value, 0) / n;
    const end = nextStart('week', week);
    return figure(thing, value, n, week, end > to ? to : end);
  });
  return [byWeek, byDay];
}

interface Outcome {
  readonly messages: number;
  /** Days from the change to its message; null where it was never told of. */
  readonly delay: number | null;
}

/** Looks every `step` days through the watched half-year, as after loads. */
function watchedThrough(draw: () => number, step: number, worse: string | null): Outcome {
  const from = HISTORY + 60;
  const all = things.map((thing) =>
    yearOf(thing, draw, thing.name === worse ? from : Number.POSITIVE_INFINITY),
  );
  const book: (Known | null)[] = things.map(() => null);
  let [messages, delay]: [number, number | null] = [0, null];
  const start = worse === null ? HISTORY : from - 7;
  const end = worse === null ? HISTORY + WATCHED : from + FOLLOWED;
  for (let until = start; until < end && delay === null; until += step) {
    const to = addDays(FIRST, until);
    const found = changesIn(
      things.map((thing, i) => answersFor(thing, all[i] ?? [], until)),
      { to, betterOf: (metric) => things.find(({ name }) => name === metric)?.better ?? 'neither' },
    );
    for (const [i, change] of found.entries()) {
      const known = book[i] ?? null;
      const next = nextStep({ mark: change?.mark ?? null, known, today: to });
      if (next === 'tell' && change !== null) {
        book[i] = { state: 'open', mark: change.mark, snoozedUntil: null };
        const isIt = things[i]?.name === worse && until > from && change.mark.to > addDays(FIRST, from - 14);
        if (isIt) delay ??= until - from;
        else messages += 1;
      }
      if (next === 'close' && known !== null) book[i] = { ...known, state: 'closed' };
    }
  }
  return { messages, delay };
}

const months = WATCHED / DAYS_A_MONTH;
const runs = (count: number, step: number, worse: string | null, seed: number): readonly Outcome[] => {
  const draw = normalDraws(seed);
  return Array.from({ length: count }, () => watchedThrough(draw, step, worse));
};

/** Messages where nothing happens; of none, no more than 3 ÷ months are to be expected in 19 of 20 such measurements. */
function quietLine(name: string, step: number, count: number): string {
  const all = runs(count, step, null, SEED + step);
  const total = all.reduce((sum, { messages }) => sum + messages, 0);
  const squares = all.reduce((sum, { messages }) => sum + (messages - total / count) ** 2, 0);
  const rate = total / count / months;
  const error = (1.96 * Math.sqrt(squares / Math.max(1, count - 1) / count)) / months;
  const most = total === 0 ? 3 / (count * months) : rate + error;
  const looked = (count * months).toFixed(0);
  return `| ${name} | ${count} | ${looked} | ${total} | ${rate.toFixed(3)} | ${most.toFixed(3)} |`;
}

/** How soon one thing that gets worse is told of. */
function worseLine(name: string, count: number, seed: number): string {
  const all = runs(count, 1, name, seed);
  const delays = all.flatMap(({ delay }) => delay ?? []).sort((a, b) => a - b);
  const at = (share: number): string => String(delays[Math.ceil(share * delays.length) - 1] ?? '–');
  return `| ${name} | ${delays.length} of ${all.length} | ${at(0.5)} | ${at(1)} |`;
}

const parts: Readonly<Record<string, () => readonly string[]>> = {
  weekly: () => [quietLine('every week', 7, SERVICES * 4)],
  daily: () => [quietLine('every day', 1, SERVICES)],
  worse: () => things.map(({ name }, i) => worseLine(name, Math.ceil(SERVICES / 3), SEED + 100 + i)),
};

/** Parts may be measured one by one: what was measured before is kept. */
const results = join(import.meta.dirname, 'results', 'early-warning.json');
const asked = process.argv.slice(3);
const measured = Object.entries(parts)
  .filter(([name]) => asked.length === 0 || asked.includes(name))
  .map(([name, measure]) => [name, measure()] as const);
const before: Readonly<Record<string, readonly string[]>> = existsSync(results)
  ? JSON.parse(readFileSync(results, 'utf8'))
  : {};
const known = { ...before, ...Object.fromEntries(measured) };
for (const [, lines] of measured) console.log(lines.join('\n'));
mkdirSync(join(import.meta.dirname, 'results'), { recursive: true });
writeFileSync(results, JSON.stringify(known, null, 1));

const page = `# How often early warning cries wolf, and how soon it calls

Measured by \`node bench/early-warning.ts ${SERVICES}\` (seed ${SEED}). A made-up service is watched in ${things.length} things for half a
year after a year of history, by week and by day, all judged together: ${things.map(({ name }) => name).join('; ')}. A
message goes out as the product decides it: only bad news, told once, until it changes.

## Nothing happens

| looks | services | months | messages | a month | at most (95 %) |
| --- | ---: | ---: | ---: | ---: | ---: |
${[...(known['weekly'] ?? []), ...(known['daily'] ?? [])].join('\n')}

## One thing gets worse

Looked at every day. Told of within the three months that follow, and after how many days.

| thing | told | median days | slowest |
| --- | ---: | ---: | ---: |
${(known['worse'] ?? []).join('\n')}
`;
writeFileSync(join(import.meta.dirname, '../docs/chance/early-warning.md'), page);
