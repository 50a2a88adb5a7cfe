import { expect, test } from 'vitest';
import { openings } from '../../model/index.ts';
import { defaultFactSettings, type FactSettings } from '../refresh-context.ts';
import { settingsOf } from './eras.ts';

const office = (hours: string): FactSettings['calendars'] => [
  {
    name: 'office',
    calendar: { zone: 'UTC', hours: { mon: [hours], tue: [hours] }, holidays: [] },
    where: {},
  },
];
const promise = (within: number): FactSettings['sla'] => ({
  atRisk: 0.8,
  policies: [
    {
      name: 'p',
      where: {},
      validFrom: null,
      validTo: null,
      targets: [{ target: 'resolution', within, clock: 'calendar', pauseWhile: [] }],
    },
  ],
});
const at = (iso: string): number => Date.parse(iso) / 1000;
const tuesday = '2025-03-04T00:00:00Z';

test('hours that are changed count from then on', () => {
  const settings = settingsOf([
    { since: null, settings: { ...defaultFactSettings, calendars: office('09:00-17:00') } },
    { since: tuesday, settings: { ...defaultFactSettings, calendars: office('10:00-12:00') } },
  ]);
  const calendar = settings.calendars[0]?.calendar;
  const open = calendar === undefined ? [] : openings(calendar, at('2025-03-03'), at('2025-03-05'));
  expect(open.map(({ from, to }) => (to - from) / 3600)).toEqual([8, 2]);
});

test('promises that are changed count for clocks that start from then on', () => {
  const { policies } = settingsOf([
    { since: null, settings: { ...defaultFactSettings, sla: promise(60) } },
    { since: tuesday, settings: { ...defaultFactSettings, sla: promise(90) } },
  ]).sla;
  expect(policies.map(({ validFrom, validTo, targets }) => [validFrom, validTo, targets[0]?.within])).toEqual(
    [
      [null, tuesday, 60],
      [tuesday, null, 90],
    ],
  );
});

test('what is stated for the first time counts for all time', () => {
  const settings = settingsOf([
    { since: null, settings: defaultFactSettings },
    {
      since: tuesday,
      settings: { ...defaultFactSettings, calendars: office('09:00-17:00'), sla: promise(60) },
    },
  ]);
  expect(settings.calendars[0]?.calendar.before).toBeUndefined();
  expect(settings.sla.policies[0]?.validFrom).toBeNull();
});
