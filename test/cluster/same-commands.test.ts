import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { tidemark } from '../journeys/tidemark.ts';
import { apart } from './same.ts';

const { embedded, onCluster } = inject('onBoth');

/** What a command prints in both projects, as JSON. */
function both(...args: readonly string[]): readonly [unknown, unknown] {
  const told = [embedded, onCluster].map((project) => tidemark(project, ...args, '--json'));
  expect(told.map(({ code, words }) => [code, words])).toEqual([
    [0, told[0]?.words],
    [0, told[0]?.words],
  ]);
  const [here, there] = told.map((run) => run.json<unknown>());
  return [here, there];
}

test.each([
  [
    'compare',
    'first_response_time',
    '--period',
    '2025-10',
    '--rule',
    'open_cases=finished_only',
    '--stat',
    'mean',
    '--by',
    'channel',
  ],
  ['compare', 'csat', '--change', 'CH1'],
  ['people', 'csat', '--period', '2025', '--by', 'channel'],
  ['power', 'csat', '--detect', '0.05'],
  ['targets', '--period', '2025-10', '--by', 'team'],
  ['changes'],
  ['chart', 'cases_opened', '--period', '2025', '--grain', 'day', '--rule', 'all'],
  [
    'metrics',
    'cases_opened',
    '--period',
    '2025-10',
    '--by',
    'tag',
    '--compare',
    'last_year',
    '--compare',
    'target',
  ],
  ['loads', 'list'],
])('%s %s says the same', (...args) => {
  expect(apart(...both(...args))).toEqual([]);
});

test('what a source states is held against its log alike', () => {
  expect(apart(...both('reconcile', '--source', 'desk'))).toEqual([]);
});

test('what was set aside is listed alike', () => {
  const [here, there] = [embedded, onCluster].map(
    (project) => tidemark(project, 'quarantine', 'list', '--json').out,
  );
  expect(there).toBe(here);
  expect(here).toContain('"code"');
});

test('a figure opens to the same rows', () => {
  const [here] = both('metrics', 'first_response_time', '--period', '2025-10', '--by', 'channel') as [
    { figures: readonly { rows: string }[] },
    unknown,
  ];
  const key = here.figures[0]?.rows ?? '';
  const [a, b] = [embedded, onCluster].map((project) => tidemark(project, 'rows', key).out);
  expect(b).toBe(a);
  expect(a?.split('\n').length).toBeGreaterThan(1);
});

test.each([
  ['whole-picture', 'en'],
  ['raise-satisfaction', 'it'],
])('the report %s (%s) is the same to the last letter', (template, language) => {
  const pages = [embedded, onCluster].map((project) => {
    const out = mkdtempSync(join(tmpdir(), 'tidemark-report-'));
    const run = tidemark(
      project,
      'report',
      template,
      '--period',
      '2025-10',
      '--lang',
      language,
      '--format',
      'html,text',
      '--out',
      out,
    );
    expect(run.words).not.toContain('tidemark:');
    return readdirSync(out)
      .filter((name) => !name.endsWith('.manifest.json'))
      .sort()
      .map((name) => [name, readFileSync(join(out, name), 'utf8')]);
  });
  expect(pages[1]).toEqual(pages[0]);
  expect(pages[0]?.length).toBe(2);
});
