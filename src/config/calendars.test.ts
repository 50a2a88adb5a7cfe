import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hoursOn, Problem } from '../model/index.ts';
import type { Config } from './config.ts';
import { readConfig } from './read.ts';

function read(text: string): Config {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-config-'));
  try {
    writeFileSync(join(folder, 'tidemark.yaml'), `company: { name: Cima }\n${text}`);
    return readConfig(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const two = `
zone: Europe/Rome
calendars:
  office:
    hours: { mon: ["09:00-13:00", "14:00-18:00"], fri: ["09:00-13:00"] }
    public_holidays: [IT]
    exceptions: { 2025-12-22: ["09:00-11:00"], 2025-12-29: [] }
    versions:
      - from: 2026-01-01
        hours: { mon: ["08:00-20:00"] }
  night:
    zone: America/New_York
    hours: { sun: ["22:00-06:00"] }
    where: { team: [Night], priority: [urgent, high] }
calendar_rule: the_last_one
`;

test('the calendar for all other cases comes last, wherever it was written', () => {
  const { calendars, calendarRule } = read(two);
  expect(calendars.map(({ name, where }) => [name, where])).toEqual([
    ['night', { team: ['Night'], priority: ['urgent', 'high'] }],
    ['office', {}],
  ]);
  expect(calendars.map(({ calendar }) => calendar.zone)).toEqual(['America/New_York', 'Europe/Rome']);
  expect(calendarRule).toBe('the_last_one');
});

test('public holidays, exceptions and versions say what holds on a date', () => {
  const office = read(two).calendars[1]?.calendar;
  const open = (date: string) => (office === undefined ? null : hoursOn(office, date));
  expect(open('2025-04-14')).toEqual(['09:00-13:00', '14:00-18:00']);
  expect(open('2025-04-21')).toEqual([]);
  expect(open('2025-12-22')).toEqual(['09:00-11:00']);
  expect(open('2025-12-29')).toEqual([]);
  expect(open('2026-01-12')).toEqual(['08:00-20:00']);
  expect(open('2026-01-16')).toEqual([]);
  expect(open('2026-04-06')).toEqual([]);
});

test.each([
  ['calendars: { night: { hours: {}, where: { team: [Night] } } }', 'a calendar without "where"'],
  ['calendars: { office: { hours: { mon: ["9-17"] } } }', 'opening hours such as'],
  ['calendars: { office: { hours: {}, public_holidays: [Italy] } }', 'a country such as IT'],
  ['calendars: { office: { hours: {}, where: { product: [boots] } } }', 'the key "product"'],
])('%s is refused', (text, expected) => {
  let said = '';
  try {
    read(text);
  } catch (error) {
    said = error instanceof Problem ? JSON.stringify([error.message, error]) : String(error);
  }
  expect(said).toContain(expected.replaceAll('"', '\\"'));
});

test('without a calendar times run around the clock', () => {
  expect(read('').calendars).toEqual([]);
});
