/** A company with words and numbers of its own: written in the configuration, asked for, opened and explained like ours. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { emptyFolder, tidemark } from './tidemark.ts';

const folder = emptyFolder();
const file = join(folder, 'tickets.csv');
const run = (...args: readonly string[]) => tidemark(folder, ...args);

const tickets = Array.from({ length: 60 }, (_, i) =>
  [
    `T-${i}`,
    `${String((i % 28) + 1).padStart(2, '0')}/03/2025 09:00`,
    `${String((i % 28) + 1).padStart(2, '0')}/03/2025 ${i % 4 === 0 ? '12:00' : '09:30'}`,
    ['Email', 'Phone'][i % 2],
    `customer${i % 9}`,
  ].join(';'),
);

const own = `
metrics:
  - name: answered_in_an_hour
    called: { en: Answered within an hour, it: Risposta entro un'ora }
    fact: case_facts
    kind: ratio
    hits: [{ column: responded, is: true }, { column: response_s, at_most: 1 h }]
    better: up
dimensions:
  - name: wait_band
    called: { en: wait, it: attesa }
    fact: case_facts
    column: response_s
    ranges: [{ up_to: 1 h, called: quick }, { called: slow }]
`;

beforeAll(() => {
  writeFileSync(file, `Ticket ID;Created at;First response at;Channel;Requester\n${tickets.join('\n')}\n`);
  run('inspect', file);
  run('import', file);
  appendFileSync(join(folder, 'tidemark.yaml'), own);
});

const first = (...args: readonly string[]): { value: number; n: number; rows: string } => {
  const { figures } = run('metrics', ...args, '--period', '2025-03', '--json').json<{
    figures: { value: number; n: number; rows: string }[];
  }>();
  return figures[0] ?? { value: Number.NaN, n: 0, rows: '' };
};

test('a metric of the company is answered, and split by a dimension of the company', () => {
  expect(first('answered_in_an_hour')).toMatchObject({ value: 0.75, n: 60 });
  const { out } = run('metrics', 'cases_opened', '--by', 'wait_band', '--period', '2025-03');
  expect(out).toMatch(/quick\s+45/);
  expect(out).toMatch(/slow\s+15/);
});

test('its rows come in pages that fit together, and as a file for a spreadsheet', () => {
  const { rows, n } = first('answered_in_an_hour');
  const page = (...more: readonly string[]): string[] =>
    run('rows', rows, ...more)
      .out.trimEnd()
      .split('\n');
  const all = page();
  expect(all).toHaveLength(n);
  expect([
    ...page('--limit', '25'),
    ...page('--limit', '25', '--skip', '25'),
    ...page('--skip', '50'),
  ]).toEqual(all);
  const csv = join(folder, 'rows.csv');
  run('rows', rows, '--csv', '--out', csv);
  const lines = readFileSync(csv, 'utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(n + 1);
  expect(lines[0]).toMatch(/^source,id,.*_hit,case_url$/);
});

test('it is explained with its formula and its statement, where nothing of it is text', () => {
  const { out } = run('explain', 'answered_in_an_hour');
  expect(out).toContain('cases with responded = true, response_s ≤ 3600 ÷ all cases');
  expect(out).toMatch(/\$\d = 3600/);
});

test('a slip in the configuration is told with its line and the nearest column', () => {
  const path = join(folder, 'tidemark.yaml');
  const good = readFileSync(path, 'utf8');
  writeFileSync(path, good.replace('column: responded', 'column: responed'));
  const { code, words } = run('metrics', 'csat', '--period', '2025-03');
  writeFileSync(path, good);
  expect(code).toBe(2);
  expect(words).toMatch(/tidemark\.yaml:\d+:\d+: "responed" for .*perhaps responded/);
});
