import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hoursOn, type NamedCalendar, type ServiceAgreement } from '../../model/index.ts';
import { factsOf } from './facts-of.ts';

/** Everything happens on quarters of an hour of two weeks, so that a slow clock can walk through them. */
const quarter = 900;
const first = Date.UTC(2025, 2, 3) / 1000;
const quarters = 14 * 96;
const iso = (at: number): string => new Date((first + at * quarter) * 1000).toISOString();

const calendars: readonly NamedCalendar[] = [
  {
    name: 'b',
    where: { team: ['b'] },
    calendar: {
      zone: 'UTC',
      hours: { mon: ['20:00-24:00'], tue: ['00:00-06:00'], sat: ['10:00-12:00'] },
      holidays: [],
    },
  },
  {
    name: 'a',
    where: {},
    calendar: {
      zone: 'UTC',
      hours: Object.fromEntries(['mon', 'tue', 'wed'].map((day) => [day, ['09:00-13:00', '14:00-18:00']])),
      holidays: ['2025-03-11'],
    },
  },
];
const limits = { low: 30 * 3600, high: 4 * 3600 };
const sla: ServiceAgreement = {
  atRisk: 0.5,
  policies: [
    {
      name: 'all',
      where: {},
      validFrom: null,
      validTo: null,
      targets: [
        { target: 'resolution', within: limits, clock: 'business', pauseWhile: ['pending'] },
        { target: 'agent_work', within: limits, clock: 'calendar', pauseWhile: ['pending', 'on_hold'] },
      ],
    },
  ],
};

interface Step {
  readonly at: number;
  readonly team: string;
  readonly priority: 'low' | 'high';
  readonly status: string;
}
interface Life {
  readonly opened: number;
  readonly steps: readonly Step[];
  readonly resolved: number | null;
}

const life: fc.Arbitrary<Life> = fc
  .record({
    times: fc.uniqueArray(fc.integer({ min: 0, max: quarters - 200 }), { minLength: 2, maxLength: 7 }),
    states: fc.array(
      fc.record({
        team: fc.constantFrom('a', 'b'),
        priority: fc.constantFrom('low' as const, 'high' as const),
        status: fc.constantFrom('open', 'pending', 'on_hold'),
      }),
      { minLength: 7, maxLength: 7 },
    ),
    isResolved: fc.boolean(),
  })
  .map(({ times, states, isResolved }) => {
    const sorted = times.toSorted((x, y) => x - y);
    const ends = isResolved ? sorted.slice(0, -1) : sorted;
    const steps = ends.flatMap((at, i) => (states[i] === undefined ? [] : [{ at, ...states[i] }]));
    const begun = steps.map((step, i) => (i === 0 ? { ...step, status: 'new' } : step));
    return { opened: sorted[0] ?? 0, steps: begun, resolved: isResolved ? (sorted.at(-1) ?? null) : null };
  });

function eventsOf({ steps }: Life, id: number) {
  return steps.slice(1).flatMap((now, i) => {
    const before = steps[i] ?? now;
    const change = (kind: string, from_value: string, to_value: string, sequence: number) => ({
      case_id: String(id),
      at: iso(now.at),
      sequence,
      kind,
      from_value,
      to_value,
    });
    return [
      change('team_changed', before.team, now.team, 1),
      change('priority_changed', before.priority, now.priority, 2),
      change('status_changed', before.status, now.status, 3),
    ];
  });
}

function isOpen(team: string, at: number): boolean {
  const calendar = calendars.find(({ name }) => name === team)?.calendar;
  const moment = iso(at);
  const intervals = calendar === undefined ? [] : hoursOn(calendar, moment.slice(0, 10));
  return intervals.some(
    (text) => moment.slice(11, 16) >= text.slice(0, 5) && moment.slice(11, 16) < text.slice(6),
  );
}

/** A clock that walks quarter by quarter and looks at everything each time. */
function slowly({ opened, steps, resolved }: Life, onBusiness: boolean, pauses: readonly string[]) {
  let elapsed = 0;
  let due: string | null = null;
  for (let at = opened; at < (resolved ?? quarters); at++) {
    const now = steps.findLast((step) => step.at <= at);
    if (now === undefined) continue;
    const limit = limits[now.priority];
    const ticks = !pauses.includes(now.status) && (!onBusiness || isOpen(now.team, at));
    if (due === null && elapsed > limit) due = iso(at);
    if (due === null && ticks && elapsed + quarter > limit) due = iso(at + (limit - elapsed) / quarter);
    if (ticks) elapsed += quarter;
  }
  return { due, elapsed, missed: due !== null };
}

test('every promise is what a slow clock finds that looks at each quarter of an hour', async () => {
  const lives = fc.sample(life, 150);
  const found = await factsOf(
    'sla_facts',
    {
      cases: [
        ...lives.map(({ opened, steps, resolved }, id) => ({
          id,
          opened_at: iso(opened),
          team: steps.at(-1)?.team ?? null,
          priority: steps.at(-1)?.priority ?? null,
          status: resolved === null ? (steps.at(-1)?.status ?? null) : 'resolved',
        })),
        { id: 'end', opened_at: iso(quarters), left_out: 'test' },
      ],
      events: lives.flatMap((each, id) => [
        ...eventsOf(each, id),
        ...(each.resolved === null
          ? []
          : [{ case_id: String(id), at: iso(each.resolved), kind: 'resolved' }]),
      ]),
    },
    { sla, calendars },
  );
  for (const [id, each] of lives.entries()) {
    for (const { target, clock, pauseWhile } of sla.policies[0]?.targets ?? []) {
      const { due, elapsed, missed } = slowly(each, clock === 'business', pauseWhile);
      const row = found[`${id}/${target}/0`];
      const label = `${JSON.stringify(each)} ${target}`;
      expect([label, row?.state === 'missed'], label).toEqual([label, missed]);
      if (missed) expect([label, row?.due_at]).toEqual([label, due]);
      if (each.resolved !== null) expect([label, row?.elapsed_s]).toEqual([label, elapsed]);
    }
  }
});
