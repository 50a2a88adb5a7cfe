/** The same aggregates as the two pages ask for, as one would write them by hand in the engine's own language. */

const month = (year: number, number: number): string =>
  `timestamptz '${year}-${String(number).padStart(2, '0')}-01 00:00:00 Europe/Rome'`;
const within = (t: string, from: string, to: string): string => `(${t} >= ${from} and ${t} < ${to})`;

const now = [month(2025, 10), month(2025, 11)] as const;
const before = [month(2025, 9), month(2025, 10)] as const;
const lastYear = [month(2024, 10), month(2024, 11)] as const;

/** The periods of page one, and the two that parts are compared in. */
const three = (t: string): string => `(${[before, now, lastYear].map((p) => within(t, ...p)).join(' or ')})`;
const two = (t: string): string => within(t, before[0], now[1]);
const period = (t: string): string =>
  `case when ${within(t, ...now)} then 'now' when ${within(t, ...before)} then 'before' else 'last year' end as period`;

/** Mean, its interval, and the median. */
const mean = (x: string, when: string): string =>
  ['count(x)', 'sum(x)', 'sum(x * x)', 'sum(ln(nullif(x, 0)))', 'sum(ln(nullif(x, 0)) ^ 2)', 'median(x)']
    .map((part) => `${part.replaceAll('x', `(${x})`)} filter (where ${when})`)
    .join(', ');
/** Median and ninetieth percentile; the curve with open cases, which costs more, is left to the pages. */
const quantiles = (x: string, when = 'true'): string =>
  `count(${x}) filter (where ${when}), quantile_cont(${x}, [0.5, 0.9]) filter (where ${when})`;

const sums = {
  case_facts: {
    opened_at: `count(*), ${quantiles('response_s')}, ${quantiles('resolution_s')}, count_if(reopens > 0), count(reopens)`,
    last_resolved_at: 'count(*), count_if(first_contact_one_touch), count(first_contact_one_touch)',
  },
  contact_facts: {
    arrived_at: `count(*), count_if(offered), count_if(offered and not answered), count_if(answered and wait_s <= 20),
      count_if(answered or wait_s > 20), ${mean('wait_s', 'answered')}, ${mean('talk_s + hold_s + wrap_s', 'answered')}`,
  },
  survey_facts: {
    answered_at: 'count(score), count_if(score >= 4)',
    sent_at: 'count(*), count(score)',
  },
  sla_facts: {
    opened_at: ['first_response', 'resolution']
      .map(
        (target) =>
          `count_if(target = '${target}' and state = 'met'), count_if(target = '${target}' and state = 'missed')`,
      )
      .join(', '),
  },
} as const;

/** What only the totals of page one show beside them. */
const onlyOnTotals: Readonly<Record<string, string>> = {
  'case_facts.opened_at': `, ${quantiles('response_s', 'responded')}, ${quantiles('resolution_s', 'resolved')}`,
  'contact_facts.arrived_at': `, ${mean('wait_s', 'wait_s > 0')}, ${mean('talk_s', 'answered')}`,
};

const asked = Object.entries(sums).flatMap(([fact, anchors]) =>
  Object.entries(anchors).map(([at, what]) => ({ fact, at, what })),
);
const dimensions = ['category', 'channel', 'team', 'product', 'priority'] as const;

const totals = asked.map(
  ({ fact, at, what }) =>
    `select ${period(at)}, ${what}${onlyOnTotals[`${fact}.${at}`] ?? ''} from ${fact}
      where left_out is null and ${three(at)} group by 1`,
);
const parts = asked.flatMap(({ fact, at, what }) =>
  dimensions.map(
    (by) =>
      `select ${period(at)}, ${by}, ${what} from ${fact} where left_out is null and ${two(at)} group by 1, 2`,
  ),
);

const perCustomer = (by: string, when: string): string => `
  select period, ${by} count(*), sum(n), sum(n * n) from (
    select ${period('"at"')}, ${by} customer_id, count(*) as n from message_facts
    where left_out is null and ${when} and author_kind in ('customer', 'agent') group by all) per_customer group by all`;
const customers = [
  perCustomer('', three('"at"')),
  ...dimensions.map((by) => perCustomer(`${by},`, two('"at"'))),
  `select count(distinct customer_id) from message_facts where left_out is null and ${within('"at"', ...now)}`,
  `select category, count(distinct customer_id) from message_facts where left_out is null and ${within('"at"', ...now)} group by 1`,
];

const stillOpen = (at: string): string =>
  `count_if("from" < ${at} and coalesce("to", timestamptz '2200-01-01') >= ${at})`;
const backlog = [
  `select ${[now[1], before[1], lastYear[1]].map(stillOpen).join(', ')} from stages where left_out is null and status not in ('resolved', 'closed')`,
  ...dimensions.map(
    (by) =>
      `select ${by}, ${[now[1], before[1]].map(stillOpen).join(', ')} from stages
        where left_out is null and status not in ('resolved', 'closed') group by 1`,
  ),
];

const local = (t: string): string => `timezone('Europe/Rome', ${t})`;
const year = (t: string): string => within(t, month(2024, 9), now[1]);
const trends = [
  `select date_trunc('month', ${local('opened_at')}), count(*), quantile_cont(response_s, 0.5) from case_facts
    where left_out is null and ${year('opened_at')} group by 1`,
  `select date_trunc('month', ${local('answered_at')}), count(score), count_if(score >= 4) from survey_facts
    where left_out is null and ${year('answered_at')} group by 1`,
  `select dayofweek(${local('arrived_at')}), hour(${local('arrived_at')}), count(*) from contact_facts
    where left_out is null and ${within('arrived_at', ...now)} group by 1, 2`,
  `select channel, quantile_cont(response_s, 0.9) from case_facts where left_out is null and ${within('opened_at', ...now)} group by 1`,
];

/** How much days vary, in all and by part: what verdicts on counts, and on what a queue does to all in it, are judged by. */
const ofContacts = `count(*), count_if(offered), count_if(offered and not answered), count_if(answered and wait_s <= 20),
  sum(wait_s) filter (where answered), sum(wait_s * wait_s) filter (where answered)`;
const days = [
  ['case_facts', 'opened_at', 'count(*)'],
  ['contact_facts', 'arrived_at', ofContacts],
  ['case_facts', 'last_resolved_at', 'count(*)'],
].flatMap(([fact = '', at = '', what = '']) => [
  `select ${local(at)}::date as day, ${dimensions.join(', ')}, ${what} from ${fact} where left_out is null and ${within(at, month(2025, 6), now[1])}
    group by grouping sets ((day), ${dimensions.map((by) => `(day, ${by})`).join(', ')})`,
  `select ${local(at)}::date, ${what} from ${fact} where left_out is null and ${within(at, month(2024, 7), lastYear[1])} group by 1`,
]);

export const bareStatements: readonly string[] = [
  ...totals,
  ...parts,
  ...customers,
  ...backlog,
  ...trends,
  ...days,
];
