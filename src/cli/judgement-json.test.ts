import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answer,
  comparePeople,
  controlByRules,
  controlPage,
  didItWork,
  type Question,
} from '../metrics/index.ts';
import { warehouseOf } from '../metrics/testing.ts';
import { addDays } from '../model/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import { changeJson } from './change-json.ts';
import { controlJson } from './control-json.ts';
import { heldAgainst } from './held-against.ts';
import { outputSchemas } from './output-schemas.ts';
import { peopleJson } from './people-json.ts';
import { program } from './program.ts';
import { verdictJson } from './verdict-json.ts';

const calls = Array.from({ length: 1400 }, (_, i) => ({
  id: String(i),
  agent_id: `A${i % 3}`,
  channel: i % 2 === 0 ? 'phone' : 'video',
  arrived_at: `${addDays('2025-01-06', Math.floor(i / 10))}T10:00:00Z`,
  answered: i % 9 !== 0,
  offered: true,
  outcome: i % 9 === 0 ? 'abandoned_in_queue' : 'answered',
  wait_s: i % 40,
  talk_s: 60 + ((i * 37) % 90) + (i % 3) * 20,
}));
const change = { id: 'CH1', at: '2025-03-17T08:00:00Z', what: 'A new menu', scope: 'channel=phone' };

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await warehouseOf({ contact_facts: calls }, undefined, { changes: [change] });
});
afterAll(() => warehouse.close());

const ask = (metric: string, more: Partial<Question> = {}): Question => ({
  asks: [{ metric, stats: [] }],
  period: { from: '2025-02-01', to: '2025-03-01' },
  zone: 'UTC',
  by: [],
  where: [],
  rules: {},
  compare: [],
  ...more,
});

test.each(['previous', 'last_year', 'target', '2025-01', 'channel=video'])(
  'compared with %s, the verdict has the shape that was promised',
  async (text) => {
    const phone = { where: [{ dimension: 'channel', values: ['phone'] }] };
    const config = {
      metrics: [],
      dimensions: [],
      targets: [],
      benchmarks: [],
      rates: null,
      people: null,
      calendars: [],
    } as never;
    const outcome = await heldAgainst({ config, warehouse }, ask('talk_time', phone), { text, looks: 2 });
    const told = JSON.parse(verdictJson(outcome, 'A sentence.'));
    expect(outputSchemas.compare.parse(told)).toEqual(told);
    expect(['signal', 'no_change_bigger_than', 'cannot_tell_yet']).toContain(told.verdict);
    expect(told.looks).toBe(2);
    if (told.difference === null) expect(told.missing).not.toBeNull();
  },
);

test('whether a change worked has the same shape of verdict', async () => {
  const told = JSON.parse(
    changeJson(await didItWork(warehouse, ask('contacts_arrived'), { id: 'CH1', weeks: 8 })),
  );
  expect(outputSchemas.compare.parse(told)).toEqual(told);
});

test('charts by the alarm and by rules', async () => {
  const question = ask('contacts_arrived', { period: 'all', grain: 'week' });
  const [figures = []] = await answer(warehouse, [question]);
  const [alarm] = controlPage([{ figures, grain: 'week' }]);
  const rules = controlByRules(figures, 'week', ['nhs', 'nelson', 'anhoej']);
  for (const [control, rule] of [
    [alarm, 'alarm'],
    [rules, 'all'],
  ] as const) {
    if (control === undefined) throw new Error('no chart');
    const told = JSON.parse(controlJson(control, rule));
    expect(outputSchemas.chart.parse(told)).toEqual(told);
  }
});

test('people', async () => {
  const found = await comparePeople(warehouse, ask('talk_time'), 'agent', { people: true });
  const told = JSON.parse(peopleJson(found));
  expect(outputSchemas.people.parse(told)).toEqual(told);
  expect(told.people.map(({ id }: { id: string }) => id)).toEqual(['A2', 'A1', 'A0']);
});

test.each([
  ['--detect', '0.02', '--from', '0.85'],
  ['--kind', 'mean', '--detect', '-30', '--sd', '240'],
  ['--kind', 'nps', '--detect', '5', '--from', '30'],
  ['--detect', '0.5', '--from', '0.85'],
])('how many cases it takes: %s %s %s %s', async (...asked: readonly string[]) => {
  const printed: string[] = [];
  const io = {
    result: (text: string) => void printed.push(text),
    say: () => {},
    progress: () => {},
    width: 80,
    signal: new AbortController().signal,
  };
  expect(await program(io).run(['power', ...asked, '--json'])).toBe(0);
  const told = JSON.parse(printed.join(''));
  expect(outputSchemas.power.parse(told)).toEqual(told);
  expect(told.total).toBe(told.per_side === null ? null : 2 * told.per_side);
  expect(told.sentence).toMatch(/ cases /);
});
