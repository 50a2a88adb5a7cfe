import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from './read.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stated-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function configOf(...lines: readonly string[]) {
  writeFileSync(join(folder, 'tidemark.yaml'), ['company: { name: Acme }', ...lines, ''].join('\n'));
  return readConfig(folder);
}

test('a target can be for a segment, from a day on, and agreed with somebody', () => {
  const { targets } = configOf(
    'targets:',
    '  - { metric: csat, value: 0.85 }',
    '  - { metric: first_response_time, stat: p90, value: 4h, where: { team: Milan, channel: [chat, email] }, from: 2025-04-01, contract: Beta }',
  );
  expect(targets).toEqual([
    { metric: 'csat', value: 0.85, where: [] },
    {
      metric: 'first_response_time',
      stat: 'p90',
      value: 14_400,
      where: [
        { dimension: 'team', values: ['Milan'] },
        { dimension: 'channel', values: ['chat', 'email'] },
      ],
      from: '2025-04-01',
      contract: 'Beta',
    },
  ]);
});

test('a benchmark is nothing without its source and date', () => {
  expect(
    configOf('benchmarks: [{ metric: nps, value: 30, source: a trade journal, date: 2025-02-01 }]')
      .benchmarks,
  ).toEqual([{ metric: 'nps', value: 30, where: [], source: 'a trade journal', date: '2025-02-01' }]);
  expect(() => configOf('benchmarks:', '  - { metric: nps, value: 30, date: 2025-02-01 }')).toThrow(
    /tidemark\.yaml:3:5: nothing for "benchmarks.0.source"/,
  );
});

test.each([
  ['{ metric: csatt, value: 0.8 }', /:3:15: "csatt" for "targets.0.metric"; expected perhaps csat/],
  ['{ metric: csat, value: 0.8, stat: p99 }', /:3:39: "p99" for "targets.0.stat"/],
  ['{ metric: csat, value: 0.8, where: { town: Rome } }', /"town" for "targets.0.where.town"/],
  ['{ metric: csat, value: 0.8, from: 2025-13-01 }', /a date such as/],
])('%s is refused with its place and the nearest', (line, message) => {
  expect(() => configOf('targets:', `  - ${line}`)).toThrow(message);
});
