/** Every metric in total and by four dimensions, for a month and the one before: as one would write it by hand. */

const month = (number: number): string =>
  `timestamptz '2025-${String(number).padStart(2, '0')}-01 00:00:00 Europe/Rome'`;
const [before, start, end] = [month(9), month(10), month(11)];
export const dimensions = ['channel', 'category', 'priority', 'team'] as const;

const mean = (x: string, when = 'true'): string =>
  ['count(x)', 'sum(x)', 'sum(x * x)']
    .map((part) => `${part.replaceAll('x', `(${x})`)} filter (where ${when})`)
    .join(', ');
/** The interval of a mean of skewed times asks for their logarithms. */
const time = (x: string, when = 'true'): string =>
  `${mean(x, when)}, ${mean(`ln(nullif(${x}, 0))`, when)}, median(${x}) filter (where ${when})`;
const quantiles = (x: string, when = 'true'): string =>
  `count(${x}) filter (where ${when}), quantile_cont(${x}, [0.5, 0.9]) filter (where ${when})`;
const share = (hit: string, of = 'true'): string => `count_if(${of}), count_if((${of}) and (${hit}))`;
const met = (target: string): string =>
  `count_if(target = '${target}' and state = 'met'), count_if(target = '${target}' and state = 'missed')`;

/** What is counted on each fact, by the instant that places a row in a month. */
const sums: readonly (readonly [fact: string, at: string, what: readonly string[]])[] = [
  [
    'case_facts',
    'opened_at',
    [
      'count(*)',
      quantiles('response_s'),
      quantiles('resolution_s'),
      quantiles('close_s'),
      time('handle_s'),
      share('resolved'),
      share('reopens > 0', 'reopens is not null'),
      share('again_s < 604800', 'customer_id is not null'),
      mean('reassignments'),
      mean('team_handovers'),
      share('returned > 0', 'returned is not null'),
      share('escalated', 'escalated is not null'),
      share('channels > 1', 'channels is not null'),
      share('agent_messages = 0', 'bot_messages > 0'),
      mean('customer_messages + agent_messages'),
    ],
  ],
  [
    'case_facts',
    'last_resolved_at',
    [
      'count(*)',
      share('first_contact_one_touch', 'first_contact_one_touch is not null'),
      share('agents = 1', 'agents is not null'),
    ],
  ],
  ['case_facts', 'closed_at', ['count(*)']],
  [
    'contact_facts',
    'arrived_at',
    [
      'count(*)',
      share('not answered', 'offered'),
      share('answered and wait_s <= 20', 'answered or wait_s > 20'),
      time('wait_s', 'answered'),
      time('wait_s', 'wait_s > 0'),
      time('wait_s', 'not answered'),
      quantiles('wait_s', 'wait_s > 0'),
      time('hold_s', 'hold_s > 0'),
      mean('hold_s'),
      time('talk_s', 'answered'),
      time('talk_s + hold_s + wrap_s', 'answered'),
      share('transferred', 'answered and transferred is not null'),
    ],
  ],
  ['survey_facts', 'answered_at', ['count(score)', share('score >= 4', 'score is not null')]],
  ['survey_facts', 'sent_at', [share('score is not null')]],
  ['message_facts', '"at"', [`count_if(author_kind = 'customer')`]],
  [
    'sla_facts',
    'opened_at',
    ['first_response', 'next_response', 'periodic_update', 'resolution', 'agent_work', 'requester_wait'].map(
      met,
    ),
  ],
];

const period = (at: string): string => `${at} >= ${start}`;
const within = (at: string): string => `left_out is null and ${at} >= ${before} and ${at} < ${end}`;
/** In total, and by each dimension: a statement each. */
const ways = ['', ...dimensions.map((by) => `${by},`)];

const tables = sums.flatMap(([fact, at, what]) =>
  ways.map(
    (by) => `select ${period(at)}, ${by} ${what.join(', ')} from ${fact} where ${within(at)} group by all`,
  ),
);

/** Ratios over customers or agents: first one row each. */
const clusters = [
  ['message_facts', '"at"', 'customer_id', `author_kind in ('customer', 'agent')`],
  ['message_facts', '"at"', 'author_id', `author_kind = 'agent'`],
  ['contact_facts', 'arrived_at', 'customer_id', 'true'],
  ['case_facts', 'last_resolved_at', 'resolver_id', 'true'],
].flatMap(([fact = '', at = '', whose = '', when = '']) =>
  ways.map(
    (by) => `select period, ${by} count(*), sum(n), sum(n * n) from (
      select ${period(at)} as period, ${by} ${whose}, count(*) as n from ${fact}
      where ${within(at)} and ${when} group by all) each group by all`,
  ),
);
const customers = ways.map(
  (by) =>
    `select ${period('opened_at')}, ${by} count(distinct customer_id) from case_facts where ${within('opened_at')} group by all`,
);

/** One pass for all dimensions: hardly any of the rows are still standing. */
const standing = (): string => {
  const at = (instant: string): string =>
    `count_if("from" < ${instant} and coalesce("to", timestamptz '2200-01-01') >= ${instant}),
      median(epoch(${instant}) - epoch(opened_at)) filter (where "from" < ${instant} and coalesce("to", timestamptz '2200-01-01') >= ${instant})`;
  return `select ${dimensions.join(', ')}, ${at(end)}, ${at(start)} from stages
    where left_out is null and status not in ('resolved', 'closed') and "from" < ${end}
      and coalesce("to", timestamptz '2200-01-01') >= ${start}
    group by grouping sets ((), ${dimensions.map((by) => `(${by})`).join(', ')})`;
};

/** How much days vary, for the verdicts on counts and on what a queue does to all who stand in it. */
const days = [
  ['case_facts', 'opened_at', 'count(*)'],
  ['case_facts', 'last_resolved_at', 'count(*)'],
  ['case_facts', 'closed_at', 'count(*)'],
  ['message_facts', '"at"', 'count(*)'],
  [
    'contact_facts',
    'arrived_at',
    `count(*), ${share('not answered', 'offered')}, ${share('answered and wait_s <= 20', 'answered or wait_s > 20')}, ${mean('wait_s', 'answered')}, ${mean('wait_s', 'wait_s > 0')}`,
  ],
].map(
  ([
    fact,
    at,
    what,
  ]) => `select timezone('Europe/Rome', ${at})::date as day, ${dimensions.join(', ')}, ${what} from ${fact}
    where left_out is null and ${at} >= ${month(6)} and ${at} < ${end}
    group by grouping sets ((day), ${dimensions.map((by) => `(day, ${by})`).join(', ')})`,
);

export const bareStatements: readonly string[] = [...tables, ...clusters, ...customers, standing(), ...days];
