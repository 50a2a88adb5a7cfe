import { expect, test } from 'vitest';
import { factRowsOf, march } from './facts-of.ts';

const e = (kind: string, clock: string, from_value: string | null, to_value: string | null) => ({
  case_id: 'a',
  kind,
  at: march(3, clock),
  from_value,
  to_value,
});
const stays = async (cases: object, events: readonly object[]) => {
  const facts = await factRowsOf('stages', {
    cases: [{ id: 'a', opened_at: march(3), ...cases }],
    events: events as never,
  });
  return facts.map((row) => [
    row.status,
    row.team,
    row.owner_id,
    String(row.from).slice(11, 16),
    row.to && String(row.to).slice(11, 16),
  ]);
};

test('every change of status, team or owner begins a new stay', async () => {
  expect(
    await stays({ team: 'second', owner_id: 'otto' }, [
      e('opened', '09:00', null, null),
      e('assigned', '09:05', null, 'anna'),
      e('status_changed', '09:06', 'new', 'open'),
      e('team_changed', '10:00', 'first', 'second'),
      e('assigned', '10:00', 'anna', 'otto'),
      e('resolved', '11:00', null, null),
      e('closed', '12:00', null, null),
    ]),
  ).toEqual([
    ['new', 'first', null, '09:00', '09:05'],
    ['new', 'first', 'anna', '09:05', '09:06'],
    ['open', 'first', 'anna', '09:06', '10:00'],
    ['open', 'second', 'otto', '10:00', '11:00'],
    ['resolved', 'second', 'otto', '11:00', '12:00'],
    ['closed', 'second', 'otto', '12:00', null],
  ]);
});

test('a table alone gives the stays that its times tell', async () => {
  expect(
    await stays(
      { team: 'first', owner_id: 'anna', resolved_at: march(3, '10:00'), closed_at: march(3, '11:00') },
      [],
    ),
  ).toEqual([
    ['new', 'first', 'anna', '09:00', '10:00'],
    ['resolved', 'first', 'anna', '10:00', '11:00'],
    ['closed', 'first', 'anna', '11:00', null],
  ]);
});

test('an open case without a log stays as the table says', async () => {
  expect(await stays({ status: 'pending', team: 'first' }, [])).toEqual([
    ['pending', 'first', null, '09:00', null],
  ]);
});

test('a change to what already was begins nothing', async () => {
  expect(
    await stays({}, [
      e('status_changed', '09:10', 'new', 'open'),
      e('status_changed', '09:20', 'open', 'open'),
      e('other', '09:30', null, 'x'),
    ]),
  ).toEqual([
    ['new', null, null, '09:00', '09:10'],
    ['open', null, null, '09:10', null],
  ]);
});

test('what happened before the stated opening counts from the opening', async () => {
  expect(await stays({}, [e('status_changed', '08:00', 'new', 'open')])).toEqual([
    ['open', null, null, '09:00', null],
  ]);
});

test('each stay has its seconds on both clocks; one that lasts has none yet', async () => {
  const hours = { mon: ['09:00-17:00'], tue: ['09:00-17:00'] };
  const night = { zone: 'UTC', hours: { mon: ['20:00-22:00'] }, holidays: [] };
  const found = await factRowsOf(
    'stages',
    {
      cases: [{ id: 'a', opened_at: march(3, '16:00'), team: 'night' }],
      events: [
        { case_id: 'a', at: march(3, '18:00'), kind: 'team_changed', from_value: 'day', to_value: 'night' },
        { case_id: 'a', at: march(4, '10:00'), kind: 'resolved' },
      ],
    },
    {
      calendars: [
        { name: 'night', calendar: night, where: { team: ['night'] } },
        { name: 'day', calendar: { zone: 'UTC', hours, holidays: [] }, where: {} },
      ],
    },
  );
  const stays = found.map(({ team, stay_s, stay_business_s }) => [team, stay_s, stay_business_s]);
  expect(stays).toEqual([
    ['day', 7200, 3600],
    ['night', 16 * 3600, 7200],
    ['night', null, null],
  ]);
});
