import { expect, test } from 'vitest';
import { warehouseOf } from '../metrics/testing.ts';
import { luck } from './luck.ts';
import { peopleApart } from './people-apart.ts';
import { teamsApart } from './teams-apart.ts';
import { desk, figure, many, scope } from './testing.ts';

const team = (name: string, satisfied: number, n = 100) =>
  figure({ segment: { team: name }, value: satisfied / n, n });

test('teams that differ no more than chance makes them have no best one', () => {
  const [told] = luck.find?.([[team('A', 88), team('B', 84), team('C', 82)]], scope(), []) ?? [];
  expect(told?.headline).toMatchObject({
    name: 'insight.luck',
    facts: { team: { value: 'A' }, n: { value: 3 } },
  });
  expect(luck.find?.([[team('A', 98), team('B', 70), team('C', 82)]], scope(), [])).toEqual([]);
});

test('two teams, or a handful of answers, are no league', () => {
  expect(luck.find?.([[team('A', 88), team('B', 84)]], scope(), [])).toEqual([]);
  expect(luck.find?.([[team('A', 9, 10), team('B', 8, 10), team('C', 8, 10)]], scope(), [])).toEqual([]);
});

const rated = (who: string, satisfied: number, of: number, more: (i: number) => object) =>
  many(of, (i) => ({
    id: `${who}${i}`,
    kind: 'csat',
    category: `k${i % 3}`,
    sent_at: `2025-03-${String(1 + (i % 28)).padStart(2, '0')}T09:00:00Z`,
    answered_at: `2025-03-${String(1 + (i % 28)).padStart(2, '0')}T10:00:00Z`,
    dated: true,
    scale_min: 1,
    scale_max: 5,
    score: (i * 7) % of < satisfied ? 5 : 1,
    ...more(i),
  }));

test('a team that is better with the same mix of work is a strength, one that is worse a training', async () => {
  const of = (name: string, satisfied: number) => rated(name, satisfied, 400, () => ({ team: name }));
  const warehouse = await warehouseOf({
    survey_facts: [...of('A', 380), ...of('B', 320), ...of('C', 318), ...of('D', 260)],
  });
  const here = desk(warehouse);
  const known = scope({ dimensions: ['team', 'category'] });
  const answers = await here.ask(teamsApart.questions?.(known) ?? []);
  const found = await teamsApart.look?.(here, known, { answers, changes: [] });
  expect(found?.insights.map(({ headline, subject }) => [headline.name, subject.segment])).toEqual([
    ['insight.teams.better', { team: 'A' }],
    ['insight.teams.worse', { team: 'D' }],
  ]);
});

test('who is quick and liked is named where people are on, and nobody is where they are off', async () => {
  const people = ['a', 'b', 'c', 'd', 'e'];
  const cases = people.flatMap((id) =>
    many(150, (i) => ({
      id: `${id}${i}`,
      resolver_id: id,
      category: `k${i % 3}`,
      opened_at: `2025-03-${String(1 + (i % 28)).padStart(2, '0')}T09:00:00Z`,
      last_resolved_at: `2025-03-${String(1 + (i % 28)).padStart(2, '0')}T12:00:00Z`,
      handle_s: (id === 'a' || id === 'b' ? 300 : 600) * (1 + ((i * 13) % 10) / 10),
    })),
  );
  const liking = { a: 295, b: 180, c: 250, d: 250, e: 250 } as const;
  const surveys = people.flatMap((id) =>
    rated(id, liking[id as keyof typeof liking], 300, () => ({ agent_id: id })),
  );
  const warehouse = await warehouseOf({ case_facts: cases, survey_facts: surveys });
  const known = scope({ dimensions: ['category'] });
  const looked = { answers: [], changes: [] };
  const off = await peopleApart.look?.(desk(warehouse), known, looked);
  expect(off?.insights).toEqual([]);
  const on = await peopleApart.look?.(desk(warehouse, { context: { people: true } }), known, looked);
  expect(on?.insights.map(({ headline, subject }) => [headline.name, subject.segment['people']])).toEqual([
    ['insight.people.liked', 'a'],
    ['insight.people.disliked', 'b'],
  ]);
});
