import { expect, test } from 'vitest';
import { figure, scope } from '../../insights/testing.ts';
import { wordsOf } from '../../locales/index.ts';
import type { ChangeEffect } from '../../metrics/index.ts';
import type { Context } from '../block.ts';
import type { SplitByDimension } from '../explained-changes.ts';
import type { Outcome, ReportAction } from '../outcomes.ts';
import type { Seen } from '../seen.ts';
import { decisions } from './decisions.ts';
import { distribution } from './distribution.ts';
import { explained } from './explained.ts';
import { lastTime } from './last-time.ts';
import { people } from './people.ts';
import { questions } from './questions.ts';
import { spread } from './spread.ts';
import { staffing } from './staffing.ts';
import { stages } from './stages.ts';
import { trendByChannel } from './trend-by-channel.ts';

const seen: Seen = {
  outcomes: [],
  events: [],
  restated: [],
  explained: [],
  staffed: [],
  stages: null,
  peers: [],
  people: [],
};
const context = (some: Partial<Context>, language: 'en' | 'it' = 'en') =>
  ({ scope: scope(), words: wordsOf(language), seen, today: '2025-04-10', headline: [], ...some }) as Context;

const action: ReportAction = {
  what: 'Call back at lunch',
  owner: 'Anna',
  decidedOn: '2025-01-10',
  due: '2025-03-31',
  metric: 'csat',
  direction: 'up',
  size: null,
  scope: null,
  origin: null,
  state: 'open',
  settledOn: null,
};

const effect = (difference: number, direction: 'up' | 'down') =>
  ({
    change: {
      id: '',
      what: action.what,
      on: '2025-02-03',
      scope: null,
      expected: { metric: 'csat', direction, size: null },
    },
    metric: 'csat',
    stat: 'share',
    unit: 'share',
    relative: false,
    verdict: { verdict: 'signal', difference, interval: { low: difference - 0.01, high: difference + 0.01 } },
  }) as unknown as ChangeEffect;

const outcome = (some: Partial<ReportAction>, more: Partial<Outcome> = {}): Outcome => ({
  action: { ...action, ...some },
  overdue: false,
  effect: null,
  untold: null,
  ...more,
});

function told(outcomes: readonly Outcome[], language: 'en' | 'it' = 'en') {
  const [block] = lastTime.build([], context({ seen: { ...seen, outcomes } }, language));
  return block?.kind === 'table'
    ? block.table.rows.map((row) => row.map((cell) => [cell.text, cell.small]))
    : null;
}

test('nothing was decided before: nothing is said', () => {
  expect(told([])).toBeNull();
});

test('what is late is told by how much, what is done by its day and its effect', () => {
  const done = { state: 'done', settledOn: '2025-02-03' } as const;
  expect(
    told([
      outcome({}, { overdue: true }),
      outcome(done, { effect: effect(0.03, 'up') }),
      outcome(done, { effect: effect(-0.03, 'up') }),
      outcome(done, { untold: 'too_early' }),
    ]),
  ).toEqual([
    [
      ['Call back at lunch', 'Anna'],
      ['Overdue by 10 days', 'due 31 March 2025'],
      ['–', undefined],
    ],
    [
      ['Call back at lunch', 'Anna'],
      ['Done on 3 February 2025', undefined],
      ['It worked', 'Customer satisfaction (CSAT): +3.0 points (+2.0 points to +4.0 points)'],
    ],
    [
      ['Call back at lunch', 'Anna'],
      ['Done on 3 February 2025', undefined],
      ['It went the other way', 'Customer satisfaction (CSAT): −3.0 points (−4.0 points to −2.0 points)'],
    ],
    [
      ['Call back at lunch', 'Anna'],
      ['Done on 3 February 2025', undefined],
      ['Too early to say', 'fewer than four weeks on one side'],
    ],
  ]);
});

test('a question is answered by its figures and their verdicts, in the reader’s language', () => {
  const headline = [figure({ value: 0.86 }, { before: 0.83, among: 'cannot_tell_yet' })];
  const asked = [{ ask: 'Sono contenti?', metrics: ['csat', 'nps'] }];
  const [block] = questions.build([], context({ headline, asked }, 'it'));
  expect(block).toMatchObject({
    kind: 'definitions',
    items: [
      {
        term: 'Sono contenti?',
        text: expect.stringMatching(/86,0%, \+3,0 punti rispetto .* \(presto per dirlo\)/),
      },
    ],
  });
});

test('advice that was taken is not given again', () => {
  const insight = {
    kind: 'real-change',
    headline: { name: 'insight.noAfterWork', facts: {} },
    because: [],
    advice: { name: 'problem.unknownAgent.advice', facts: {} },
    audience: 'team',
    good: false,
    size: { value: 10, unit: 'cases' },
    certainty: 1,
    subject: { metric: 'csat', segment: { team: 'Milan' } },
    evidence: [],
  } as const;
  const asked = decisions.build([], context({ insights: [insight] }));
  const [, block] = asked;
  const first = block?.kind === 'decisions' ? block.items[0]?.action : undefined;
  expect(first).toMatchObject({ metric: 'csat', direction: 'up', scope: 'team=Milan', due: '2025-05-01' });
  const outcomes = [outcome({ origin: first?.origin ?? '' })];
  const then = decisions.build([], context({ insights: [insight], seen: { ...seen, outcomes } }));
  expect(then).toMatchObject([{ kind: 'paragraph', text: 'There is nothing to decide this time.' }]);
});

test('the way of a case runs in the order of its life, and tells where it stays', () => {
  const flow = {
    ways: [
      { from: 'open', to: 'resolved', cases: 90 },
      { from: 'new', to: 'open', cases: 80 },
      { from: 'resolved', to: 'open', cases: 5 },
    ],
    stays: [
      { status: 'resolved', medianS: null, p90S: null, now: 85 },
      { status: 'open', medianS: 7200, p90S: 9000, now: 0 },
      { status: 'new', medianS: 60, p90S: 90, now: 1 },
    ],
  };
  const [picture, table] = stages.build([], context({ seen: { ...seen, stages: flow } }));
  expect(picture?.kind === 'picture' && picture.picture.summary).toBe(
    'Cases stay longest in “Open”: half of them more than 2 h. 5 came back to an earlier stage.',
  );
  expect(table?.kind === 'table' && table.table.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['New', '60 s', '90 s', '1'],
    ['Open', '2 h', '2 h 30 min', '0'],
    ['Resolved', '–', '–', '85'],
  ]);
});

test('hours at which the work takes more people than there are, are named', () => {
  const staffed = [
    { hour: 9, needed: 3, there: 5 },
    { hour: 10, needed: 6.5, there: 6 },
  ];
  const [block] = staffing.build([], context({ seen: { ...seen, staffed } }));
  expect(block?.kind === 'picture' && block.picture.summary).toBe(
    'At one hour the work would have taken more people than were at the desk (10:00); it is tightest at 10:00, with 6.0 for 6.5.',
  );
});

test('a team beyond the funnel is named, one within it is not', () => {
  const teams = [
    ['Milan', 0.78, 900],
    ['Rome', 0.77, 1100],
    ['Bari', 0.6, 200],
    ['Turin', 0.7, 12],
  ] as const;
  const figures = teams.map(([team, value, n]) => figure({ value, n, segment: { team } }));
  const [block] = spread.build([figures], context({}));
  expect(block?.kind === 'picture' && block.picture.summary).toBe(
    'One of 4 lies beyond what chance allows: Bari.',
  );
});

test('how times spread is drawn in bins of equal width, and told in hours', () => {
  const bins = [
    { from: null, to: 60, n: 5 },
    { from: 60, to: 3600, n: 20 },
    { from: 3600, to: 7200, n: 60 },
    { from: 7200, to: 14_400, n: 10 },
    { from: 14_400, to: null, n: 5 },
  ];
  const times = { metric: 'first_response_time', unit: 'seconds' } as const;
  const answers = [
    figure({ ...times, stat: 'distribution', value: 5000, bins }),
    figure({ ...times, stat: 'p90', value: 9000 }),
  ];
  const [block] = distribution.build([answers], context({}));
  if (block?.kind !== 'picture') throw new Error('expected a picture');
  expect(block.picture.summary).toBe(
    'First response time: half within 1 h 23 min, 9 of 10 within 2 h 30 min.',
  );
  expect(block.picture.table.notes.at(-1)).toBe('5 lasted longer than 4 h: not drawn.');
  expect(block.picture.table.rows[1]?.map(({ text }) => text)).toEqual(['60 s', '1 h', '20']);
});

test('a change is added up from its parts, the small ones together', () => {
  const parts = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((team, i) => ({
    segment: { team },
    rate: 0.02 - i * 0.003,
    mix: 0.001,
  }));
  const difference = parts.reduce((sum, { rate, mix }) => sum + rate + mix, 0);
  const split = {
    by: 'team',
    figure: figure({ value: 0.86 }),
    difference,
    rate: { difference: 0.077 },
    mix: { difference: 0.007 },
    parts,
  } as unknown as SplitByDimension;
  const [block] = explained.build([], context({ seen: { ...seen, explained: [split] } }));
  if (block?.kind !== 'picture') throw new Error('expected a picture');
  expect(block.picture.summary).toBe(
    'Customer satisfaction (CSAT): +8.4 points. The largest part comes from a: +2.1 points.',
  );
  expect(block.picture.table.rows.map((row) => row.map(({ text }) => text)).slice(-2)).toEqual([
    ['2 more segments', '+0.9 points', '+0.7 points', '+0.2 points'],
    ['Altogether', '+8.4 points', '+7.7 points', '+0.7 points'],
  ]);
});

test('months with few cases are left open in the small lines', () => {
  const months = ['2025-01', '2025-02', '2025-03'];
  const answers = ['email', 'phone'].flatMap((channel) =>
    months.map((month, i) =>
      figure({
        from: `${month}-01T00:00:00Z`,
        segment: { channel },
        value: 0.8,
        n: channel === 'phone' && i === 1 ? 19 : 300,
      }),
    ),
  );
  const [block] = trendByChannel.build([answers], context({}));
  if (block?.kind !== 'picture') throw new Error('expected a picture');
  expect(block.picture.table.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['E-mail', '80.0%', '80.0%', '80.0%'],
    ['Phone', '80.0%', '–', '80.0%'],
  ]);
});

test('single persons are not shown where nobody has said why', () => {
  expect(people.build([], context({ peoplePurpose: null }))).toMatchObject([
    { kind: 'paragraph', tone: 'small' },
  ]);
});
