/** The chance room against outside answers (R, scipy, 60-digit arithmetic). */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { answerCases, type OracleCase } from './answer-cases.ts';
import { isClose } from './is-close.ts';

interface Case extends OracleCase {
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tol: number;
  readonly tol_abs?: Readonly<Record<string, number>>;
  readonly relative?: boolean;
}

const SHARED = fileURLToPath(new URL('../../../shared', import.meta.url));
const FILE = `${SHARED}/oracles/chance.json`;
const ELSEWHERE = [
  'erlang-a',
  'erlang-b',
  'erlang-c',
  'queue',
  'des-target',
  'scheduling',
  'forecast-primitives',
];

const cases = existsSync(FILE)
  ? (JSON.parse(readFileSync(FILE, 'utf8')) as { readonly cases: readonly Case[] }).cases
  : [];
const ours = cases.filter(({ area }) => !ELSEWHERE.includes(area));
const areas = [...new Set(ours.map(({ area }) => area))];

describe.skipIf(cases.length === 0)('outside answers (skipped where ../shared/oracles is not there)', () => {
  const { answers } = answerCases(ours, SHARED);

  test.each(areas)('every case of %s is right and none is absent', (area) => {
    for (const each of ours.filter((one) => one.area === area)) {
      const given = answers[each.id] as Readonly<Record<string, unknown>> | undefined;
      for (const [key, expected] of Object.entries(each.expected)) {
        const tolerance = { ...each, absolute: each.tol_abs?.[key] };
        const isBetterOptimum = key === 'loglik' && Number(given?.[key]) > Number(expected);
        const where = `${each.id}.${key}: ${JSON.stringify(given?.[key])} for ${JSON.stringify(expected)}`;
        expect(isBetterOptimum || isClose(given?.[key], expected, tolerance), where).toBe(true);
      }
    }
  });
});

test('a case of an unknown area, or with inputs that make no sense, is left out and named', () => {
  const { answers, unanswered } = answerCases(
    [
      { id: 'a', area: 'nowhere', inputs: {} },
      { id: 'b', area: 'quantile-ci', inputs: {} },
    ],
    '.',
  );
  expect(answers).toEqual({});
  expect(Object.keys(unanswered)).toEqual(['a', 'b']);
});
