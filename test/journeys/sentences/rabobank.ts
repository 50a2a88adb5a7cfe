/** A bank's thousand incidents and their log, counted straight from the two files: what every sentence about October 2013 must say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { count, percent, type Rule } from './said.ts';

/** Wall-clock seconds: the two nights of a clock change are in no sentence. */
const at = (text: string): number | null =>
  text === '' ? null : Date.parse(`${text.replace(' ', 'T')}Z`) / 1000;

interface Step {
  readonly at: number;
  readonly order: number;
  readonly kind: string;
}

interface Incident {
  readonly id: string;
  readonly category: string;
  readonly opened: number;
  readonly month: string;
  readonly day: string;
  readonly resolved: number | null;
  readonly steps: readonly Step[];
  readonly stated: { readonly reassignments: number; readonly reopened: boolean };
}

function rowsOf(path: string): readonly ((name: string) => string)[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return (name: string) => cells[names.indexOf(name)] ?? '';
  });
}

function incidentsIn(folder: string): readonly Incident[] {
  const log = Map.groupBy(rowsOf(join(folder, 'activities.csv')), (of) => of('incident_id'));
  return rowsOf(join(folder, 'incidents.csv')).map((of) => {
    const steps = (log.get(of('incident_id')) ?? [])
      .map((step) => ({
        at: at(step('data_stamp')) ?? 0,
        order: Number(/\d+$/.exec(step('incident_activity_number'))?.[0]),
        kind: step('incident_activity_type'),
      }))
      .sort((a, b) => a.at - b.at || a.order - b.order);
    return {
      id: of('incident_id'),
      category: of('category'),
      opened: at(of('open_time')) ?? 0,
      month: of('open_time').slice(0, 7),
      day: of('open_time').slice(0, 10),
      resolved: at(of('resolved_time')),
      steps,
      stated: { reassignments: Number(of('x_reassignments')), reopened: of('reopen_time') !== '' },
    };
  });
}

const times = ({ steps }: Incident, kind: string): number =>
  steps.filter((step) => step.kind === kind).length;

/** The resolution that stands: the stated one, or the closing after a reopening that came later; null where none is stated. */
function resolution({ resolved, steps }: Incident): number | null {
  const reopened = Math.max(0, ...steps.filter(({ kind }) => kind === 'Reopen').map((step) => step.at));
  if (resolved === null || reopened <= resolved) return resolved;
  return steps.findLast(({ kind, at: when }) => kind === 'Closed' && when > reopened)?.at ?? null;
}

/** Neither resolved nor closed at an instant. */
const isOpenAt = (instant: number, incident: Incident): boolean => {
  const before = incident.steps.filter((step) => step.at < instant);
  const closed = before.findLastIndex(({ kind }) => kind === 'Closed' || kind === 'Resolved');
  const reopened = before.findLastIndex(({ kind }) => kind === 'Reopen');
  const stated = incident.resolved !== null && incident.resolved < instant && reopened === -1;
  return incident.opened < instant && !stated && closed <= reopened;
};

const [october, november] = [at('2013-10-01 00:00:00') ?? 0, at('2013-11-01 00:00:00') ?? 0];
/** The thirteen months that a trend shows. */
const shown = ['2012-10', '2013-10'] as const;

export function rabobankRules(folder: string): readonly Rule[] {
  const all = incidentsIn(folder);
  const now = all.filter(({ month }) => month === '2013-10');
  const before = all.filter(({ month }) => month === '2013-09');
  return [
    ...volumes(all, now, before),
    ...reopenings(now, before),
    ...resolutions(all, now, before),
    ...quality(all),
    ...overTime(all, now),
    ...ofTheMethod,
  ];
}

/** Times are told in two units: 20 h 36 min, 12 d 5 h. */
function long(seconds: number): string {
  const [big, small, bigName, smallName] =
    seconds / 60 < 2879.5 ? [3600, 60, 'h', 'min'] : [86_400, 3600, 'd', 'h'];
  const steps = Math.round(seconds / small);
  return `${Math.floor(steps / (big / small))} ${bigName} ${steps % (big / small)} ${smallName}`;
}

const daysWith = (incidents: readonly Incident[]): number => new Set(incidents.map(({ day }) => day)).size;

function volumes(
  all: readonly Incident[],
  now: readonly Incident[],
  before: readonly Incident[],
): readonly Rule[] {
  // As many days with any record as the earlier month had.
  const difference = now.length - (before.length * daysWith(now)) / daysWith(before);
  const resolved = all.filter((incident) => {
    const when = resolution(incident);
    return when !== null && when >= october && when < november;
  });
  const open = all.filter((incident) => isOpenAt(november, incident));
  const oldest = open.reduce((first, other) => (other.opened < first.opened ? other : first));
  const day = new Date(oldest.opened * 1000).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  // Of Incident the largest part: those of this month less those of the month before, when nothing was resolved yet.
  const ofIncident = (incidents: readonly Incident[]): number =>
    incidents.filter(({ category }) => category === 'incident').length;
  return [
    [/^Cases opened: \+([\d,]+)\.$/, count(now.length - before.length)],
    [/^Cases resolved: \+([\d,]+)\.$/, count(resolved.length)],
    [/^The largest part comes from Incident: \+(567)\.$/, count(ofIncident(resolved))],
    [/^The largest part comes from Incident: \+(555)\.$/, count(ofIncident(now) - ofIncident(before))],
    [/^([\d,]+) requests came in\.$/, count(now.length)],
    [/^Cases opened rose from ([\d,]+) to ([\d,]+)\.?$/, count(before.length), count(now.length)],
    [/^([\d,]+) cases opened \(day for day \+([\d,]+): changed\)$/, count(now.length), count(difference)],
    [
      /^([\d,]+) resolved \(day for day \+([\d,]+): changed\)$/,
      count(resolved.length),
      count(resolved.length),
    ],
    [/^([\d,]+) still open at the end$/, count(open.length)],
    [/^the oldest open case is (\w+), opened (.+)$/, oldest.id, day],
    [/^([\d,]+) cases$/, count(difference)],
    [
      /^Day for day a change of ([\d,]+): if nothing had changed, a gap this big would come up less than once in (1,000) such periods\.$/,
      count(difference),
      // Two Poisson counts with the same mean a day, by the normal approximation: far below one in a thousand.
      difference / Math.sqrt(now.length + before.length) > 3.3 ? '1,000' : 'more often',
    ],
    [/^(1 December 2013)$/, '1 December 2013'],
  ];
}

function resolutions(
  all: readonly Incident[],
  now: readonly Incident[],
  before: readonly Incident[],
): readonly Rule[] {
  const [middle, then] = [medianOf(now), medianOf(before)];
  const monthly = [...Map.groupBy(all.filter(inTrend), ({ month }) => month)]
    .filter(([, own]) => own.length >= 20)
    .map(([, own]) => medianOf(own));
  return [
    [/^What rests on fewer than (20) cases is drawn, and is in no sentence\.$/, '20'],
    [/^Resolution time, median fell from (.+) to (.+)$/, long(then), long(middle)],
    [
      /^A change of (\d+ d \d+ h): if nothing had changed, a gap this big would come up less than once in (1,000) such periods\.$/,
      long(then - middle),
      rankSum(timesOf(before), timesOf(now)) > 3.3 ? '1,000' : 'more often',
    ],
    [/^([\d,]+) h in all$/, count(((then - middle) * timesOf(now).length) / 3600)],
    [
      /^Resolution time, median ran between (.+) and (.+);$/,
      long(Math.min(...monthly)),
      long(Math.max(...monthly)),
    ],
    [/^the latest is (\d+ h \d+ min)\.$/, long(middle)],
  ];
}

const inTrend = ({ month }: Incident): boolean => month >= shown[0] && month <= shown[1];

const timesOf = (incidents: readonly Incident[]): readonly number[] =>
  incidents
    .flatMap((incident) => {
      const when = resolution(incident);
      return when === null ? [] : [when - incident.opened];
    })
    .sort((a, b) => a - b);

/** By October 2013 all of which a resolution is stated had one: nobody waits any more, so no curve is needed. */
function medianOf(incidents: readonly Incident[]): number {
  const waits = timesOf(incidents);
  const [low, high] = [Math.ceil(waits.length / 2) - 1, Math.floor(waits.length / 2)].map(
    (i) => waits[i] ?? 0,
  );
  return ((low ?? 0) + (high ?? 0)) / 2;
}

/** Standard errors between two groups' ranks (Mann and Whitney), by the normal approximation. */
function rankSum(a: readonly number[], b: readonly number[]): number {
  const above = a.reduce((sum, x) => sum + b.filter((y) => y < x).length, 0);
  const [n, m] = [a.length, b.length];
  return (above - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
}

function reopenings(now: readonly Incident[], before: readonly Incident[]): readonly Rule[] {
  const share = (incidents: readonly Incident[]): number =>
    incidents.filter((incident) => times(incident, 'Reopen') > 0).length / incidents.length;
  const [rate, then] = [share(now), share(before)];
  const pooled = (rate * now.length + then * before.length) / (now.length + before.length);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / now.length + 1 / before.length));
  return [
    [
      /^Resolution time, median fell from (.+) to (.+) and Reopen rate fell from ([\d.]+%) to ([\d.]+%)\.$/,
      long(medianOf(before)),
      long(medianOf(now)),
      percent(then),
      percent(rate),
    ],
    [/^Reopen rate fell from ([\d.]+%) to ([\d.]+%)$/, percent(then), percent(rate)],
    [
      /^A change of ([\d.]+) points: if nothing had changed, a gap this big would come up less than once in (50) such periods\.$/,
      (100 * (then - rate)).toFixed(1),
      // Two standard deviations and a third: rarer than one in fifty.
      (then - rate) / error > 2.33 ? '50' : 'more often',
    ],
    [/^([\d,]+) customers$/, count((then - rate) * now.length)],
  ];
}

function quality(all: readonly Incident[]): readonly Rule[] {
  const log = all.reduce((sum, incident) => sum + times(incident, 'Reassignment'), 0);
  const table = all.reduce((sum, { stated }) => sum + stated.reassignments, 0);
  const apart = all.filter(
    (incident) => times(incident, 'Reassignment') !== incident.stated.reassignments,
  ).length;
  return [
    [/^(1,000) records$/, count(all.length)],
    [/^This concerns (1,000) of (1,000) records\.$/, count(all.length), count(all.length)],
    [/^(27) records$/, count(apart)],
    [/^This concerns (27) of (1,000) records\.$/, count(apart), count(all.length)],
    [/^Reassignments: the log says ([\d,]+), the case table says ([\d,]+);/, count(log), count(table)],
  ];
}

function overTime(all: readonly Incident[], now: readonly Incident[]): readonly Rule[] {
  const monthly = [...Map.groupBy(all.filter(inTrend), ({ month }) => month).values()].map(
    (own) => own.length,
  );
  const slots = Map.groupBy(now, ({ opened }) => {
    const date = new Date(opened * 1000);
    const weekday = date.toLocaleDateString('en-GB', { weekday: 'short', timeZone: 'UTC' });
    return `${weekday} from ${date.getUTCHours()}:00`;
  });
  const [slot = '', own = []] = [...slots].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  const seen = new Set(now.map(({ day }) => Number(day.slice(8))));
  const missing = Array.from({ length: 31 }, (_, i) => i + 1).filter((day) => !seen.has(day));
  const listed = missing
    .map((day) => `${day} October 2013`)
    .join(', ')
    .replace(/, ([^,]+)$/, ' and $1');
  return [
    [
      /^Cases opened ran between ([\d,]+) and ([\d,]+);$/,
      count(Math.min(...monthly)),
      count(Math.max(...monthly)),
    ],
    [/^the latest is ([\d,]+)\.$/, count(now.length)],
    [/^The busiest hour is (.+), with ([\d,]+)\.$/, slot, count(own.length)],
    [/^(\d+) days have no record at all and are left as gaps: (.+)\.$/, String(missing.length), listed],
    ...weeks(all),
  ];
}

const week = 7 * 86_400;

/** Of each week that is named the count; what was usual is a level of the method, and must lie within the weeks before. */
function weeks(all: readonly Incident[]): readonly Rule[] {
  const monday = at('2013-09-23 00:00:00') ?? 0;
  const inWeek = (start: number): number =>
    all.filter(({ opened }) => opened >= start && opened < start + week).length;
  const earlier = Array.from({ length: 12 }, (_, i) => inWeek(monday - (i + 1) * week));
  const usual = 1.7;
  const plausible = usual >= Math.min(...earlier) && usual <= Math.max(...earlier);
  return Array.from({ length: 5 }, (_, i) => monday + i * week).map((start) => {
    const day = new Date(start * 1000).toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    return [
      new RegExp(`^Cases opened: ([\\d,]+) at ${day} stands apart from the usual ([\\d.]+)\\.$`),
      count(inWeek(start)),
      plausible ? usual.toFixed(1) : 'none of these',
    ];
  });
}

/** What the method promises or asks for; kept by tests of their own. */
const ofTheMethod: readonly Rule[] = [
  [/^The band is the 95% interval of each (figure)\.$/, 'figure'],
  [/^Every interval holds the true value in 95 of 100 (cases)\.$/, 'cases'],
  [/in 19 of 20 such (charts);$/, 'charts'],
  // Three metrics by week and by day: 0.05 of a page of 20 charts each.
  [
    /nothing happens, ([\d.]+) false alarms are to be expected: one in about (\d+) pages\.$/,
    ((6 * 0.05) / 20).toFixed(3),
    String(Math.round(20 / (6 * 0.05))),
  ],
  [
    /^(\d+) charts are watched .*, about one such page in (\d+) shows a false alarm\.$/,
    '6',
    String(Math.round(20 / (6 * 0.05))),
  ],
  [/^Of the 2 figures compared, (2) really changed:$/, '2'],
  [/^In (1) of these (3) there is more than chance:$/, '1', '3'],
  [/^Backlog: about 160 more cases on each side would settle (it)\.$/, 'it'],
  [/^The \d+ comparisons of page one were weighed together, and so were the \d+ behind (them)/, 'them'],
];
