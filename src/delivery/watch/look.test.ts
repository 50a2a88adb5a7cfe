import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { company, generateDemo } from '../../demo/index.ts';
import { importFiles } from '../../intake/index.ts';
import { addDays } from '../../model/index.ts';
import { openState, parcelsOf, settleWarning, snooze, warningsOf } from '../../state/index.ts';
import { type DuckDbWarehouse, openWarehouse } from '../../warehouse/index.ts';
import { unwrap } from '../content.ts';
import type { Recipient } from '../schedule.ts';
import { temporary } from '../testing.ts';
import { look } from './look.ts';
import type { Thing, Watched } from './thing.ts';

const records = { cases: 'cases', calls: 'interactions', surveys: 'surveys' } as const;

/** A year of the demo company, of which each look sees no more than was there on its day. */
async function demoYear(seed: number): Promise<DuckDbWarehouse> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-watch-'));
  await generateDemo({ folder, cases: 6000, seed, blemishes: false });
  const mappings = Object.entries(records).map(([name, record]) => {
    const path = join(folder, `${name}.yaml`);
    const text = `source: ${company.source}\nfiles: ${name}.csv\nrecord: ${record}\ncolumns: by_name\n`;
    writeFileSync(path, text);
    return path;
  });
  const files = Object.keys(records).map((name) => join(folder, 'data', `${name}.csv`));
  const warehouse = await openWarehouse({ path: ':memory:' });
  await importFiles({ warehouse, files, mappings });
  return warehouse;
}

const year = new Map<number, DuckDbWarehouse>();
beforeAll(async () => {
  for (const seed of [1, 3]) year.set(seed, await demoYear(seed));
});
afterAll(async () => {
  for (const warehouse of year.values()) await warehouse.close();
});

const metric = (name: string, where: Thing['where'] = []): Thing => ({ kind: 'metric', metric: name, where });
const fault = metric('cases_opened', [
  { dimension: 'product', values: ['Vetta GPS watch'] },
  { dimension: 'category', values: ['warranty_fault'] },
]);
const shelf: Recipient = {
  way: { kind: 'folder', path: '/nowhere' },
  language: 'it',
  forms: ['text'],
  where: [],
};
const all: readonly Thing[] = [metric('csat'), metric('abandonment_rate'), fault];
const watched = (things: readonly Thing[]): readonly Watched[] =>
  things.map((thing) => ({ thing, recipients: [shelf] }));

/** The looks of some mornings, one book for all. */
async function looks(seed: number, days: readonly string[], things = all, folder = temporary()) {
  const whole = year.get(seed);
  if (whole === undefined) throw new Error('no such year');
  const db = openState(folder);
  const said: (readonly [string, string])[] = [];
  for (const day of days) {
    const dataThrough = `${addDays(day, -1)}T22:30:00Z`;
    const warehouse = { ...whole, state: async () => ({ ...(await whole.state()), dataThrough }) };
    const frame = {
      company: 'Cima & Fell',
      logo: null,
      contact: null,
      confidentiality: null,
      zone: company.zone,
    };
    const order = {
      warehouse,
      context: {},
      db,
      archive: join(folder, 'archive'),
      watched: watched(things),
      frame,
    };
    const raised = await look({ ...order, language: 'en', now: new Date(`${day}T06:00:00Z`) });
    said.push(...raised.map(({ sentence }) => [day, sentence] as const));
  }
  return { said, db, folder };
}

test.each([1, 3])(
  'year %d: the quiet months raise nothing, the fault one message for its thing',
  async (seed) => {
    const quiet = await looks(seed, ['2025-03-31', '2025-04-28']);
    expect(quiet.said).toEqual([]);
    const may = ['2025-05-19', '2025-05-26'];
    const { said } = await looks(seed, may, all, quiet.folder);
    expect(said.filter(([, sentence]) => sentence.includes('Warranty fault'))).toHaveLength(1);
    expect(said.filter(([, sentence]) => !sentence.includes('Warranty fault'))).toEqual([]);
  },
  300_000,
);

test('a second look without change is silent, and its message says what was found and what to do', async () => {
  const { said, db, folder } = await looks(1, ['2025-05-26', '2025-05-26', '2025-05-27'], [fault]);
  expect(said).toHaveLength(1);
  const parcels = parcelsOf(db, 10);
  expect(parcels).toHaveLength(1);
  const { subject, attachments } = unwrap(join(folder, 'archive'), parcels[0]?.content ?? '');
  expect(subject).toContain('Allerta precoce: Casi aperti (prodotto: Vetta GPS watch');
  const text = new TextDecoder().decode(attachments[0]?.bytes);
  expect(text).toContain('Leggere dieci dei nuovi casi');
  expect(text).toMatch(/Casi aperti: in aumento da .* verso/);
});

test('what was acknowledged stays silent until it is over; what is snoozed is told again on its day', async () => {
  const { db, folder } = await looks(1, ['2025-05-26'], [fault]);
  const key = warningsOf(db)[0]?.thing ?? '';
  expect(settleWarning(db, key, 'acknowledged', new Date())).toBe(true);
  expect((await looks(1, ['2025-06-09', '2025-06-16'], [fault], folder)).said).toEqual([]);
  const other = await looks(1, ['2025-05-19'], [fault]);
  expect(snooze(other.db, key, '2025-05-26')).toBe(true);
  const later = await looks(1, ['2025-05-23', '2025-05-26', '2025-05-27'], [fault], other.folder);
  expect(later.said.map(([day]) => day)).toEqual(['2025-05-26']);
});

test('urgent cases that wait are told by their numbers, and only new ones again', async () => {
  const thing: Thing = { kind: 'urgent_waiting', longerThanS: 1800, where: [] };
  const { said, db, folder } = await looks(1, ['2025-03-10'], [thing]);
  expect((await looks(1, ['2025-03-10'], [thing], folder)).said).toEqual([]);
  for (const [, sentence] of said)
    expect(sentence).toMatch(/urgent cases? ha(s|ve) waited longer than 30 min/);
  expect(warningsOf(db)).toHaveLength(said.length);
});
