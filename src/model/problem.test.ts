import { expect, test } from 'vitest';
import { nearest } from './problem.ts';

const metrics = [
  'abandonment_rate',
  'cases_opened',
  'csat',
  'first_response_time',
  'resolution_time',
  'retention',
  'speed_of_answer',
];

test.each([
  ['csatt', 'csat'],
  ['abandonment', 'abandonment_rate'],
  ['answer_speed', 'speed_of_answer'],
  ['response_time_first', 'first_response_time'],
  ['resolution', 'resolution_time'],
  ['frt', 'first_response_time'],
  ['xyzzy', null],
  ['asa', null],
])('%s is nearest to %s', (typed, near) => {
  expect(nearest(typed, metrics)).toBe(near);
});
