import { expect, test } from 'vitest';
import type { Change } from './change.ts';
import type { Insight } from './insight.ts';
import { lessThere } from './less-there.ts';
import { ranked } from './rank.ts';
import { readingOf } from './reading.ts';
import { realChange } from './real-change.ts';
import { speedWithoutService } from './speed-without-service.ts';
import { figure, scope } from './testing.ts';
import { otherMix } from './where-from.ts';
import { workMoved } from './work-moved.ts';

function change(metric: string, value: number, before: number, some: Partial<Change> = {}): Change {
  const unit = metric.endsWith('_time') ? 'seconds' : metric === 'cases_opened' ? 'count' : 'share';
  const made = figure({ metric, unit, value, n: 100 }, { before });
  const [comparison] = made.comparisons;
  if (comparison === undefined) throw new RangeError('a change is compared');
  return { figure: made, comparison, place: { team: 'A' }, effect: 'rate', of: null, also: [], ...some };
}

test('quicker work with less satisfied customers at one place is speed without service', () => {
  const haste = change('handle_time', 200, 300, { also: [change('csat', 0.7, 0.85)] });
  expect(readingOf(haste)).toBe('haste');
  expect(speedWithoutService.find?.([], scope(), [haste])[0]?.headline.name).toBe('insight.haste');
  expect(realChange.find?.([], scope(), [haste])).toEqual([]);
  const saving = change('handle_time', 200, 300, { also: [change('csat', 0.9, 0.85)] });
  expect(readingOf(saving)).toBe('plain');
});

test('work at a place that had none before is no rise', () => {
  const moved = change('cases_opened', 250, 0, { effect: 'count' });
  expect(workMoved.find?.([], scope(), [moved])[0]?.size).toEqual({ value: 250, unit: 'cases' });
});

test('a team that keeps to its schedule less is its lead’s matter, one that keeps to it better is good news', () => {
  expect(readingOf(change('adherence', 0.9, 0.98))).toBe('presence');
  expect(readingOf(change('adherence', 0.98, 0.9))).toBe('plain');
  expect(lessThere.find?.([], scope(), []) ?? []).toEqual([]);
});

test('a response rate that falls because another kind of survey was sent is put down to the mix', () => {
  const kind = (name: string, now: number | null, n: number, before: number | null, nBefore: number) =>
    figure(
      { metric: 'survey_response_rate', segment: { kind: name }, value: now, n },
      { before, nBefore, among: null },
    );
  // 300 of 1,000 answered; then the same 300 of 1,000 and 200 of 1,000 of a new kind: 25 %.
  const total = figure(
    { metric: 'survey_response_rate', value: 0.25, n: 2000 },
    { before: 0.3, nBefore: 1000 },
  );
  const parts = [kind('csat', 0.3, 1000, 0.3, 1000), kind('nps', 0.2, 1000, null, 0)];
  expect(otherMix(total, parts, 'kind')).toMatchObject({ effect: 'mix', part: 1 });
});

const told = (
  kind: string,
  value: number,
  some: Partial<Insight['subject']> = {},
  good = false,
): Insight => ({
  kind,
  headline: { name: kind, facts: {} },
  because: [],
  advice: { name: '', facts: {} },
  audience: 'team',
  good,
  size: { value, unit: 'customers' },
  certainty: 1,
  subject: { metric: 'csat', segment: {}, ...some },
  evidence: [],
});

test('an early warning of what a change already tells is not told again', () => {
  const names = ranked([
    told('real-change', 50, { segment: { team: 'A' } }),
    told('early-warning', 20, { segment: { team: 'A', channel: 'email' } }),
    told('early-warning', 10, { segment: { team: 'B', channel: 'email' } }),
  ]).map(({ kind, subject }) => [kind, subject.segment['team']]);
  expect(names).toEqual([
    ['real-change', 'A'],
    ['early-warning', 'B'],
  ]);
});

test('a few urgent cases that wait right now come before many customers who always ask the same', () => {
  const names = ranked([
    told('messages-per-customer', 500),
    { ...told('urgent-waiting', 3), size: { value: 3, unit: 'cases' } },
  ]).map(({ kind }) => kind);
  expect(names).toEqual(['urgent-waiting', 'messages-per-customer']);
});
