import { afterAll, expect, test } from 'vitest';
import { configSchema } from '../../config/schema.ts';
import { checkedYaml } from '../../model/index.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { answer } from '../answer.ts';
import { catalogue } from '../catalogue/index.ts';
import { rowsBehind } from '../rows-behind.ts';
import { statementOf } from '../statement.ts';
import { warehouseOf } from '../testing.ts';
import { ownMetric } from './metric.ts';

const opened: Warehouse[] = [];
afterAll(async () => {
  for (const warehouse of opened) await warehouse.close();
});

const read = (text: string) =>
  checkedYaml(`company: { name: Shop }\n${text}`, configSchema, {
    file: 'tidemark.yaml',
    code: 'config_invalid',
  });

const config = read(`
metrics:
  - { name: vip_cases, called: VIP cases, fact: case_facts, kind: count, filters: [{ column: attributes.tier, is: gold }] }
  - name: answered_within_an_hour
    called: { en: Answered within an hour, it: Risposta entro un'ora }
    fact: case_facts
    kind: ratio
    filters: [{ column: responded, known: true }]
    hits: [{ column: responded, is: true }, { column: response_s, at_most: 1 h }]
  - { name: talk, called: Talk, fact: contact_facts, kind: mean, value: talk_s, filters: [{ column: queue, not: [sales] }] }
  - { name: slow_tenth, called: Slow tenth, fact: case_facts, kind: quantile, at: 0.9, value: response_s }
  - { name: talk_share, called: Talk in handling, fact: contact_facts, kind: ratio, top: talk_s, bottom: wrap_s, unit: score }
dimensions:
  - { name: wait_band, called: wait, fact: case_facts, column: response_s, ranges: [{ up_to: 10 min, called: quick }, { up_to: 1 h, called: fair }, { called: slow }] }
  - { name: desk, called: desk, fact: case_facts, column: team, groups: [{ is: [first, second], called: front }], others: back }
`);
const metrics = [...catalogue, ...config.metrics.map(ownMetric)];
const context = { metrics, dimensions: config.dimensions };

async function world(): Promise<Warehouse> {
  const row = (response_s: number | null, team: string | null, tier: string) => ({
    responded: response_s !== null,
    response_s: response_s ?? 9999,
    team,
    attributes: JSON.stringify({ tier }),
    opened_at: '2025-03-01T09:00:00Z',
  });
  const warehouse = await warehouseOf({
    case_facts: [
      row(60, 'first', 'gold'),
      row(3600, 'second', 'gold'),
      row(7200, 'third', 'iron'),
      row(null, null, 'iron'),
    ],
    contact_facts: [
      { talk_s: 60, wrap_s: 30, queue: 'help', arrived_at: '2025-03-01T09:00:00Z' },
      { talk_s: 120, wrap_s: 30, arrived_at: '2025-03-01T09:00:00Z' },
      { talk_s: 999, wrap_s: 40, queue: 'sales', arrived_at: '2025-03-01T09:00:00Z' },
      { queue: 'help', arrived_at: '2025-03-01T09:00:00Z' },
    ],
  });
  opened.push(warehouse);
  return warehouse;
}

const ask = (metric: string, more: object = {}) => ({
  asks: [{ metric, stats: [] }],
  period: 'all' as const,
  zone: 'UTC',
  by: [] as readonly string[],
  where: [],
  rules: {},
  compare: [],
  ...more,
});

test('counts, ratios, means, quantiles and ratios of sums of the company come out as by hand', async () => {
  const warehouse = await world();
  const names = config.metrics.map(({ name }) => name);
  const answers = await answer(
    warehouse,
    names.map((name) => ask(name)),
    context,
  );
  const told = answers.map(([figure]) => [
    figure?.metric,
    figure?.stat,
    Number(figure?.value?.toFixed(6)),
    figure?.n,
  ]);
  expect(told).toEqual([
    ['vip_cases', 'count', 2, 2],
    ['answered_within_an_hour', 'share', 0.5, 4],
    ['talk', 'mean', 90, 2],
    ['slow_tenth', 'p90', 7200 + 0.7 * (9999 - 7200), 4],
    ['talk_share', 'mean', 1179 / 100, 3],
  ]);
  expect(answers[2]?.[0]?.countedOut).toEqual({ filtered: 1, not_recorded: 1 });
});

test('ranges and groups split, filter and open rows like any other dimension', async () => {
  const warehouse = await world();
  const by = ask('cases_opened', { by: ['wait_band', 'desk'] });
  const [figures = []] = await answer(warehouse, [by], context);
  expect(figures.map(({ segment, value }) => [segment.wait_band, segment.desk, value])).toEqual([
    ['fair', 'front', 1],
    ['quick', 'front', 1],
    ['slow', 'back', 1],
    ['slow', null, 1],
  ]);
  const [fair] = figures;
  const behind = await Array.fromAsync(rowsBehind(warehouse, fair?.rows ?? '', context));
  expect(behind.map(({ team }) => team)).toEqual(['second']);
});

test('no word of the configuration becomes part of a statement', () => {
  const spiteful = read(`
metrics:
  - { name: odd, called: "'; drop table x", fact: case_facts, kind: count, filters: [{ column: "attributes.a' or 1=1", is: "x' or 1=1" }] }`);
  const [metric] = spiteful.metrics.map(ownMetric);
  const text = metric === undefined ? '' : statementOf(metric);
  expect(text.split('\n--')[0]).not.toContain('1=1');
  expect(text).toContain("x' or 1=1");
});

const broken: readonly (readonly [string, string])[] = [
  ['metrics: [{ name: csat, called: C, fact: case_facts, kind: count }]', 'no metric of ours has'],
  ['metrics: [{ name: a, called: A, fact: case_fact, kind: count }]', 'did you mean "case_facts"'],
  ['metrics: [{ name: a, called: A, fact: case_facts, kind: mean, value: respons_s }]', 'perhaps response_s'],
  ['metrics: [{ name: a, called: A, fact: case_facts, kind: mean }]', '`value`, a column'],
  ['metrics: [{ name: a, called: A, fact: case_facts, kind: ratio }]', '`hits`, or `top` and `bottom`'],
  ['metrics: [{ name: a, called: A, fact: case_facts, kind: count, anchor: rated }]', 'opened or'],
  [
    'metrics: [{ name: a, called: A, fact: case_facts, kind: count, filters: [{ column: chanel, is: x }] }]',
    'perhaps channel',
  ],
  [
    'metrics: [{ name: a, called: A, fact: case_facts, kind: count, filters: [{ column: channel }] }]',
    'is, not, at_least',
  ],
  [
    'metrics: [{ name: a, called: A, fact: case_facts, kind: count, filters: [{ column: channel, at_most: 3 }] }]',
    'holds numbers',
  ],
  [
    'dimensions: [{ name: team, called: T, fact: case_facts, column: team, groups: [{ is: [a], called: b }] }]',
    'no dimension of case_facts has',
  ],
  [
    'dimensions: [{ name: t, called: T, fact: case_facts, column: handle_s, ranges: [{ up_to: 9, called: a }, { up_to: 3, called: b }] }]',
    'rising order',
  ],
  ['dimensions: [{ name: t, called: T, fact: case_facts, column: handle_s }]', 'one of the two'],
];

test.each(broken)('%s is refused with its place and what was expected', (text, expected) => {
  expect(() => read(text)).toThrow(expected);
  expect(() => read(text)).toThrow(/^tidemark\.yaml:2:\d+: /);
});
