import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'hours-and-promises.md'), 'utf8');
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '').join('\n');

test('the examples of the page are a configuration', () => {
  const { calendars, sla } = read(examples);
  expect(calendars.map(({ name }) => name)).toEqual(['night', 'office']);
  expect(sla.policies.map(({ name, validFrom, validTo }) => [name, validFrom, validTo])).toEqual([
    ['gold', null, null],
    ['standard', null, '2025-12-31T23:00:00Z'],
    ['standard', '2025-12-31T23:00:00Z', null],
  ]);
});

test('a target without a clock takes that of its policy, and a waiting customer is not waited for', () => {
  const { sla } = read(`sla:
  policies:
    all: { clock: calendar, targets: { resolution: { within: { urgent: 30m } }, requester_wait: { within: 2d } } }`);
  expect(sla.atRisk).toBe(0.8);
  expect(sla.policies[0]?.targets).toEqual([
    { target: 'resolution', within: { urgent: 1800 }, clock: 'calendar', pauseWhile: [] },
    { target: 'requester_wait', within: 172_800, clock: 'calendar', pauseWhile: ['pending'] },
  ]);
});

test('a target that nobody knows is refused', () => {
  expect(() => read('sla: { policies: { all: { targets: { answer: { within: 1h } } } } }')).toThrow(/answer/);
});
