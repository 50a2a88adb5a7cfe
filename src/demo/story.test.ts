import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateDemo } from './generate-demo.ts';
import { readRows, readTruth, type TextRow, zOfShares } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidemark-story-'));
let cases: readonly TextRow[] = [];
let truth = readNothing();

beforeAll(async () => {
  await generateDemo({ folder, seed: 11 });
  truth = readTruth(folder);
  cases = readRows(folder, 'cases').filter(({ left_out }) => left_out === '');
});
afterAll(() => rmSync(folder, { recursive: true }));

function readNothing(): ReturnType<typeof readTruth> {
  return null;
}

type Found = Readonly<Record<string, Readonly<Record<string, number>>>>;
const found = (id: string): Found => truth.planted.find((one: { id: string }) => one.id === id).found;
const value = (id: string, phase: string, key: string): number => found(id)[phase]?.[key] ?? 0;
const opened = (from: string, to: string, also: Partial<TextRow>): number =>
  cases.filter(
    (row) =>
      (row.opened_at ?? '') >= from &&
      (row.opened_at ?? '') < to &&
      Object.entries(also).every(([key, wanted]) => row[key] === wanted),
  ).length;
/** z of the difference between the CSAT of two phases. */
const satisfaction = (id: string, one: string, other: string): number =>
  zOfShares(
    value(id, one, 'satisfied'),
    value(id, one, 'rated'),
    value(id, other, 'satisfied'),
    value(id, other, 'rated'),
  );

test('the watch fails in May: several times the usual cases, and unhappy ones', () => {
  const about = { product: 'Vetta GPS watch', category: 'warranty_fault' };
  const may = opened('2025-05', '2025-06', about);
  const usual = (opened('2025-02', '2025-05', about) + opened('2025-06', '2025-09', about)) / 6;
  expect(may / usual).toBeGreaterThan(3.5);
  expect(may).toBe(value('watch-fault', 'during', 'cases'));
  expect(satisfaction('watch-fault', 'during', 'before')).toBeLessThan(-3);
  expect(satisfaction('watch-fault', 'after', 'during')).toBeGreaterThan(3);
});

test('the new team is slower at first', () => {
  const mean = (phase: string): number =>
    value('digital-desk', phase, 'handle_s') / value('digital-desk', phase, 'resolved');
  expect(mean('during') / mean('after')).toBeGreaterThan(1.15);
  expect(value('digital-desk', 'before', 'resolved')).toBe(0);
});

test('with half the telephone desk away, callers wait longer, leave, and are less satisfied', () => {
  const left = (phase: string) =>
    [value('phone-hole', phase, 'abandoned'), value('phone-hole', phase, 'offered')] as const;
  const wait = (phase: string): number =>
    value('phone-hole', phase, 'answered_wait_s') / value('phone-hole', phase, 'answered');
  expect(zOfShares(...left('during'), ...left('before'))).toBeGreaterThan(10);
  expect(Math.abs(zOfShares(...left('after'), ...left('before')))).toBeLessThan(4);
  expect(wait('during') / wait('before')).toBeGreaterThan(2.5);
  expect(satisfaction('phone-hole', 'during', 'before')).toBeLessThan(-2);
});

test('e-mail answers of one team get worse month by month, and only there', () => {
  expect(satisfaction('email-drift', '2025-12', '2025-08')).toBeLessThan(-4);
  expect(satisfaction('email-drift', '2025-12', '2025-09')).toBeLessThan(-3);
  expect(Math.abs(satisfaction('email-drift', '2025-08', '2025-03'))).toBeLessThan(3);
});

test('the help page halves the questions about invoices', () => {
  const about = { category: 'invoice' };
  const all = (from: string, to: string): number => opened(from, to, {});
  const z = zOfShares(
    opened('2025-10-07', '2026', about),
    all('2025-10-07', '2026'),
    opened('2025-01', '2025-10-06', about),
    all('2025-01', '2025-10-06'),
  );
  expect(z).toBeLessThan(-10);
});

test('the new e-mail templates change nothing', () => {
  expect(Math.abs(satisfaction('email-templates', '2025-04', '2025-03'))).toBeLessThan(3);
  expect(Math.abs(satisfaction('email-templates', '2025-06', '2025-02'))).toBeLessThan(3);
});

test('refunds from the contact form go in circles and take longer', () => {
  const mean = (key: string): number =>
    value('refund-loop', key, 'resolution_s') / value('refund-loop', key, 'resolved');
  const share =
    value('refund-loop', 'looped', 'resolved') /
    (value('refund-loop', 'looped', 'resolved') + value('refund-loop', 'straight', 'resolved'));
  expect(share).toBeGreaterThan(0.3);
  expect(mean('looped') / mean('straight')).toBeGreaterThan(1.2);
  const moves = new Map<string, number>();
  for (const line of readFileSync(join(folder, 'data', 'events.csv'), 'utf8').split('\n')) {
    if (!line.includes(',team_changed,')) continue;
    const id = line.split(',')[1] ?? '';
    moves.set(id, (moves.get(id) ?? 0) + 1);
  }
  const refunds = cases.filter(({ category, channel }) => category === 'refund' && channel === 'web_form');
  expect(refunds.filter(({ id = '' }) => (moves.get(id) ?? 0) >= 4).length).toBeGreaterThan(200);
});

test('two people are quick and liked; one is quick and leaves customers who come back', () => {
  const people = Object.values<Record<string, number>>(truth.agents);
  const satisfied = (id: string): readonly [number, number] => [
    truth.agents[id].truly_satisfied,
    truth.agents[id].asked,
  ];
  const team = (name: string) => {
    const members = people.filter((one) => String(one.team) === name);
    const sum = (key: string): number => members.reduce((total, one) => total + (one[key] ?? 0), 0);
    return {
      satisfied: [sum('truly_satisfied'), sum('asked')] as const,
      pace: sum('handle_s') / sum('resolved'),
    };
  };
  const pace = (id: string): number => truth.agents[id].handle_s / truth.agents[id].resolved;
  for (const [id, name] of [
    ['A14', 'Orders & Delivery'],
    ['A23', 'Returns & Billing'],
  ] as const) {
    expect(zOfShares(...satisfied(id), ...team(name).satisfied)).toBeGreaterThan(3);
    expect(pace(id) / team(name).pace).toBeLessThan(0.85);
  }
  const hurried = truth.agents.A03.first_contact;
  const calm = truth.agents.A10.first_contact;
  expect(zOfShares(...satisfied('A03'), ...team('Base Camp').satisfied)).toBeLessThan(-5);
  expect(pace('A03') / team('Base Camp').pace).toBeLessThan(0.8);
  expect(zOfShares(hurried.not_again, hurried.judged, calm.not_again, calm.judged)).toBeLessThan(-3);
});

test('few partners write very many messages, very many customers ask one simple thing', () => {
  const { partner_integration: hard, invoice: simple } = truth.categories;
  expect(hard.customer_messages / hard.customers).toBeGreaterThan(15);
  expect(hard.customers).toBeLessThan(0.012 * truth.files['customers.csv'].rows);
  expect(simple.customer_messages / simple.customers).toBeLessThan(2);
  expect(simple.customers).toBeGreaterThan(2500);
});

test('in the quiet months nothing differs from the month before', () => {
  const before: Record<string, string> = { '2025-02': '2025-01', '2025-03': '2025-02', '2025-04': '2025-03' };
  for (const month of truth.quiet_months) {
    const now = truth.csat.by_month_sent[month];
    const then = truth.csat.by_month_sent[before[month] ?? ''];
    expect(
      Math.abs(zOfShares(now.truly_satisfied, now.asked, then.truly_satisfied, then.asked)),
    ).toBeLessThan(3);
  }
});

test('those who answer a survey are not like those who do not', () => {
  const { asked, answered } = Object.values<Record<string, number>>(truth.csat.by_month_sent).reduce<{
    asked: number;
    answered: number;
  }>(
    (sum, month) => ({
      asked: sum.asked + (month.asked ?? 0),
      answered: sum.answered + (month.answered ?? 0),
    }),
    { asked: 0, answered: 0 },
  );
  expect(answered / asked).toBeGreaterThan(0.2);
  expect(answered / asked).toBeLessThan(0.45);
  const rate = (channel: string): number =>
    truth.by_channel[channel].answered / truth.by_channel[channel].asked;
  expect(rate('chat')).toBeGreaterThan(1.5 * rate('phone'));
});
