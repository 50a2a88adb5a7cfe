/** A bank's calls of January 1999, counted straight from the file: what every sentence about them must say. */
import { readFileSync } from 'node:fs';
import { count, percent, type Rule, secondsText } from './said.ts';

interface Call {
  readonly customer: string | null;
  readonly type: string;
  /** Day of January, and seconds since midnight. */
  readonly day: number;
  readonly at: number;
  readonly queued: boolean;
  readonly answered: boolean;
  readonly phantom: boolean;
  readonly wait: number;
  readonly talk: number | null;
}

const secondsOf = (clock: string): number =>
  clock.split(':').reduce((total, part) => total * 60 + Number(part), 0);

function callsIn(path: string): readonly Call[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    const of = (name: string): string => cells[names.indexOf(name)] ?? '';
    const id = of('customer_id');
    const answered = of('outcome') === 'AGENT';
    return {
      customer: id === '0' || /E\+/.test(id) ? null : id,
      type: of('type'),
      day: Number(of('date').slice(4)),
      at: secondsOf(of('vru_entry')),
      queued: of('q_start') !== '0:00:00',
      answered,
      phantom: of('outcome') === 'PHANTOM',
      wait: Number(of('q_time')),
      talk: answered && of('ser_start') !== '0:00:00' ? Number(of('ser_time')) : null,
    };
  });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const shareOf = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length / all.length;

export function bankRules(path: string): readonly Rule[] {
  const calls = callsIn(path).filter(({ phantom }) => !phantom);
  const offered = calls.filter(({ answered, queued }) => answered || queued);
  const answered = calls.filter((call) => call.answered);
  const nobodys = calls.filter(({ customer }) => customer === null);
  return [
    [/^([\d,]+) contacts came in\.$/, count(calls.length)],
    [/^([\d,]+) contacts arrived$/, count(calls.length)],
    // A month for what was decided: as long as the period itself, from its end.
    [/^(\d+ March 1999)$/, '3 March 1999'],
    ...hours(offered),
    [/^27,060 (records)$/, answered.length === 27_060 ? 'records' : 'none'],
    [/^18,159 (records)$/, nobodys.length === 18_159 ? 'records' : 'none'],
    [/^This concerns (27,060) of (27,060) records\.$/, count(answered.length), count(answered.length)],
    [/^This concerns (18,159) of ([\d,]+) records\.$/, count(nobodys.length), count(calls.length)],
    ...work(calls),
    ...days(offered, answered),
    ...busiest(calls),
    ...notServed(calls),
    ...gaps(calls),
    ...ofTheMethod,
  ];
}

/** Hours at which surely half as many again give up as at the others: by Wilson's lower limit, as anybody would write it. */
function hours(offered: readonly Call[]): readonly Rule[] {
  const gaveUp = (calls: readonly Call[]): number => shareOf(calls, (call) => !call.answered);
  const without = (own: readonly Call[]): readonly Call[] => offered.filter((call) => !own.includes(call));
  const tight = [...Map.groupBy(offered, ({ at }) => Math.floor(at / 3600))].filter(
    ([, own]) => own.length >= 30 && wilsonLow(gaveUp(own), own.length) > 1.5 * gaveUp(without(own)),
  );
  const own = tight.flatMap(([, calls]) => calls);
  const others = without(own);
  const clock = tight.map(([hour]) => `${hour}:00`).join(' and ');
  return [
    [/at (\d+:00)\.?$/, clock],
    [/away from (\d+:00), before/, clock],
    [
      /^At these hours ([\d.]+%) give up, at the others ([\d.]+%)\.$/,
      percent(gaveUp(own)),
      percent(gaveUp(others)),
    ],
    [
      /^They hold ([\d,]+) contacts, ([\d.]+%) of the day\.$/,
      count(own.length),
      percent(own.length / offered.length),
    ],
    [/^([\d,]+) customers$/, count((gaveUp(own) - gaveUp(others)) * own.length)],
  ];
}

/** 3.29 standard errors: one hour in a thousand by chance. */
function wilsonLow(share: number, n: number, z = 3.2905): number {
  const middle = share + (z * z) / (2 * n);
  const reach = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return (middle - reach) / (1 + (z * z) / n);
}

/** Mean talk time × calls, of the kind of call that takes most of it. */
function work(calls: readonly Call[]): readonly Rule[] {
  const kinds = [...Map.groupBy(calls, ({ type }) => type).values()].flatMap((own) => {
    const talks = own.flatMap(({ talk }) => talk ?? []);
    return talks.length === 0 ? [] : [{ volume: own.length, work: mean(talks) * own.length }];
  });
  const [first] = kinds.toSorted((a, b) => b.work - a.work);
  const all = kinds.reduce((sum, { work: each }) => sum + each, 0);
  return [
    [
      /^Regular banking takes (\d+%) of the work and (\d+%) of the volume\.$/,
      percent((first?.work ?? 0) / all, 0),
      percent((first?.volume ?? 0) / calls.length, 0),
    ],
  ];
}

function days(offered: readonly Call[], answered: readonly Call[]): readonly Rule[] {
  const daily = (calls: readonly Call[], of: (own: readonly Call[]) => number): readonly number[] =>
    [...Map.groupBy(calls, ({ day }) => day)].sort(([a], [b]) => a - b).map(([, own]) => of(own));
  const rates = daily(offered, (own) => shareOf(own, (call) => !call.answered));
  const waits = daily(answered, (own) => mean(own.map(({ wait }) => wait)));
  const range = (values: readonly number[], text: (value: number) => string) =>
    [Math.min(...values), Math.max(...values), values.at(-1) ?? 0].map(text);
  return [
    [
      /^Abandonment rate ran between ([\d.]+%) and ([\d.]+%);$/,
      ...range(rates, (value) => percent(value)).slice(0, 2),
    ],
    [/^the latest is ([\d.]+%)\.$/, ...range(rates, (value) => percent(value)).slice(2)],
    [
      /^Speed of answer, mean ran between ([\d.]+ s) and ([\d.]+ s);$/,
      ...range(waits, secondsText).slice(0, 2),
    ],
    [/^the latest is ([\d.]+ s)\.$/, ...range(waits, secondsText).slice(2)],
  ];
}

/** 1 January 1999 was a Friday. */
const weekdayOf = (day: number): string => ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'][day % 7] ?? '';

function busiest(calls: readonly Call[]): readonly Rule[] {
  const slots = Map.groupBy(calls, ({ day, at }) => `${weekdayOf(day)} from ${Math.floor(at / 3600)}:00`);
  const [slot = '', own = []] = [...slots].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return [[/^The busiest hour is (.+), with ([\d,]+)\.$/, slot, count(own.length)]];
}

const week = 7 * 86_400;

/** Customers who gave up waiting, and whom nobody answered within a week; calls of the last week are too early to tell. */
function notServed(calls: readonly Call[]): readonly Rule[] {
  const when = ({ day, at }: Call): number => day * 86_400 + at;
  const end = Math.max(...calls.map((call) => when(call) + Math.max(0, call.wait) + (call.talk ?? 0)));
  const asked = calls.filter(({ customer, answered, queued }) => customer !== null && (answered || queued));
  const told = asked.filter((call) => call.answered || when(call) <= end - week);
  const served = Map.groupBy(
    asked.filter(({ answered }) => answered),
    ({ customer }) => customer,
  );
  const lost = told.filter((call) => {
    const next = (served.get(call.customer) ?? []).filter((other) => when(other) > when(call));
    return !call.answered && !next.some((other) => when(other) - when(call) <= week);
  });
  const customers = new Set(told.map(({ customer }) => customer)).size;
  const without = new Set(lost.map(({ customer }) => customer)).size;
  return [
    [
      /^Of ([\d,]+) customers, ([\d,]+) \(([\d.]+%)\) gave up or still wait without being served by anybody within a week\.$/,
      count(customers),
      count(without),
      percent(without / customers),
    ],
  ];
}

function gaps(calls: readonly Call[]): readonly Rule[] {
  const seen = new Set(calls.map(({ day }) => day));
  const missing = Array.from({ length: 31 }, (_, i) => i + 1).filter((day) => !seen.has(day));
  return [
    [
      /^(\d+) days have no record at all and are left as gaps: (.+)\.$/,
      String(missing.length),
      missing.map((day) => `${day} January 1999`).join(' and '),
    ],
  ];
}

/** What the method promises wherever it is used; the numbers are kept by tests of their own. */
const ofTheMethod: readonly Rule[] = [
  [/^The band is the 95% interval of each (figure)\.$/, 'figure'],
  [/^Every interval holds the true value in 95 of 100 (cases)\.$/, 'cases'],
  [/in 19 of 20 such (charts);$/, 'charts'],
  // Four metrics by day: a month has too few weeks for charts by week. 0.05 of a page of 20 charts each.
  [
    /nothing happens, ([\d.]+) false alarms are to be expected: one in about (\d+) pages\.$/,
    ((4 * 0.05) / 20).toFixed(3),
    String(Math.round(20 / (4 * 0.05))),
  ],
  [
    /^(\d+) charts are watched .*, about one such page in (\d+) shows a false alarm\.$/,
    '4',
    String(Math.round(20 / (4 * 0.05))),
  ],
];
