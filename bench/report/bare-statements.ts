/** The same aggregates as the two pages ask for, as one would write them by hand in the engine's own language. */

const periods = `case when t >= timestamptz '2025-10-01' and t < timestamptz '2025-11-01' then 'now'
  when t >= timestamptz '2025-09-01' and t < timestamptz '2025-10-01' then 'before'
  when t >= timestamptz '2024-10-01' and t < timestamptz '2024-11-01' then 'last year' end`;
const within = `(t >= timestamptz '2025-09-01' and t < timestamptz '2025-11-01') or (t >= timestamptz '2024-10-01' and t < timestamptz '2024-11-01')`;
const two = `t >= timestamptz '2025-09-01' and t < timestamptz '2025-11-01'`;

const moments = (x: string): string =>
  `count(${x}), sum(${x}), sum(${x} * ${x}), sum(ln(nullif(${x}, 0))), quantile_cont(${x}, [0.5, 0.9])`;

const asked = {
  case_facts: {
    opened_at: `count(*), count_if(responded), ${moments('response_s')}, ${moments('resolution_s')}, count_if(reopens > 0)`,
    last_resolved_at: 'count(*), count_if(first_contact_one_touch), count(first_contact_one_touch)',
  },
  contact_facts: {
    arrived_at: `count(*), count_if(offered), count_if(outcome = 'abandoned_in_queue'), count_if(answered and wait_s <= 20),
      ${moments('wait_s')}, ${moments('talk_s + hold_s + wrap_s')}`,
  },
  sla_facts: {
    opened_at: `count_if(target = 'first_response' and state = 'met'), count_if(target = 'first_response' and state is not null),
      count_if(target = 'resolution' and state = 'met'), count_if(target = 'resolution' and state is not null)`,
  },
  survey_facts: {
    answered_at: 'count(score), count_if(score >= 4), sum(score), sum(score * score)',
    sent_at: 'count(*), count(score)',
  },
} as const;

const facts = Object.entries(asked).flatMap(([fact, anchors]) =>
  Object.entries(anchors).map(([anchor, sums]) => ({ fact, anchor, sums })),
);
const dimensions = ['category', 'channel', 'team', 'product', 'priority'] as const;

const perCustomer = (by: string): string => `
  select period, ${by} count(*), sum(n), sum(n * n) from (
    select ${periods} as period, ${by} customer_id, count(*) as n
    from (select *, "at" as t from message_facts) where (${within}) and author_kind in ('customer', 'agent')
    group by all) per_customer group by all`;

export const bareStatements: readonly string[] = [
  ...facts.map(
    ({ fact, anchor, sums }) =>
      `select ${periods} as period, ${sums} from (select *, ${anchor} as t from ${fact}) where ${within} group by 1`,
  ),
  ...facts.flatMap(({ fact, anchor, sums }) =>
    dimensions.map(
      (by) =>
        `select ${periods} as period, ${by}, ${sums} from (select *, ${anchor} as t from ${fact}) where ${two} group by 1, 2`,
    ),
  ),
  perCustomer(''),
  ...dimensions.map((by) => perCustomer(`${by},`)),
  `select category, count(distinct customer_id) from message_facts where "at" >= timestamptz '2025-10-01' and "at" < timestamptz '2025-11-01' group by 1`,
  `select date_trunc('month', timezone('Europe/Rome', t)) as month, ${moments('response_s')} from (select *, opened_at as t from case_facts) where t >= timestamptz '2024-10-01' and t < timestamptz '2025-11-01' group by 1`,
  `select date_trunc('month', timezone('Europe/Rome', t)) as month, count(score), count_if(score >= 4) from (select *, answered_at as t from survey_facts) where t >= timestamptz '2024-10-01' and t < timestamptz '2025-11-01' group by 1`,
  `select dayofweek(timezone('Europe/Rome', arrived_at)), hour(timezone('Europe/Rome', arrived_at)), count(*) from contact_facts where arrived_at >= timestamptz '2025-10-01' and arrived_at < timestamptz '2025-11-01' group by 1, 2`,
  ...[
    ['case_facts', 'opened_at'],
    ['contact_facts', 'arrived_at'],
    ['case_facts', 'last_resolved_at'],
  ].map(
    ([fact, at]) => `select timezone('Europe/Rome', ${at})::date, count(*) from ${fact}
      where (${at} >= timestamptz '2025-07-01' and ${at} < timestamptz '2025-11-01') or (${at} >= timestamptz '2024-07-01' and ${at} < timestamptz '2024-11-01') group by 1`,
  ),
  `select channel, count(response_s), quantile_cont(response_s, 0.9) from case_facts where opened_at >= timestamptz '2025-10-01' and opened_at < timestamptz '2025-11-01' group by 1`,
  `select count(*) from case_facts where opened_at < timestamptz '2025-11-01' and coalesce(last_resolved_at, closed_at, timestamptz '2200-01-01') >= timestamptz '2025-11-01'`,
];
