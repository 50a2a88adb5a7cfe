import { expect, test } from 'vitest';
import { normalRuns, onlineChanges, poissonRuns } from './bayesian-change.ts';

test('the evidence of one count is its negative binomial probability', () => {
  const { logEvidence } = onlineChanges([3], poissonRuns(2, 1), { hazard: 0.1 });
  // Γ(5) ÷ (Γ(2) 3!) · ½² · ½³ = 4 ÷ 32
  expect(Math.exp(logEvidence)).toBeCloseTo(4 / 32, 12);
});

test('a jump in counts resets the most probable run', () => {
  const counts = [...new Array(30).fill(5), ...new Array(10).fill(30)];
  const { mapRunLength, recentChange } = onlineChanges(counts, poissonRuns(2, 0.2), { hazard: 0.02 });
  expect(mapRunLength[29]).toBe(30);
  expect(mapRunLength[34]).toBe(5);
  expect(recentChange[32]).toBeGreaterThan(0.99);
  expect(recentChange[39]).toBeLessThan(0.1);
});

test('a jump in measurements does the same', () => {
  const values = Array.from({ length: 40 }, (_, i) => Math.sin(i * 7) + (i >= 25 ? 8 : 0));
  const prior = { mean: 0, weight: 0.1, shape: 1, rate: 1 };
  const { mapRunLength } = onlineChanges(values, normalRuns(prior), { hazard: 0.02 });
  expect(mapRunLength[24]).toBe(25);
  expect(mapRunLength[34]).toBe(10);
});

test('the first predictive density is Student’s t', () => {
  const prior = { mean: 0, weight: 1, shape: 1, rate: 1 };
  const { logEvidence } = onlineChanges([0], normalRuns(prior), { hazard: 0.5 });
  // t with 2 degrees and scale √2, at its centre: 1 ÷ (2√2 · √2)
  expect(Math.exp(logEvidence)).toBeCloseTo(1 / 4, 12);
});

test('probabilities of recent changes never exceed one', () => {
  const { recentChange } = onlineChanges([1, 900, 2, 0, 0, 44], poissonRuns(1, 1), { hazard: 0.3 });
  expect(recentChange.every((p) => p >= 0 && p <= 1 + 1e-12)).toBe(true);
});
