import { expect, test } from 'vitest';
import { studentT } from '../numerics/student-t.ts';
import { normalDraws } from '../people/normal-draws.ts';
import { tailOf, tailWeights } from './tail-weight.ts';

const ordinary = [
  0.3, -1.2, 0.8, 2.1, -0.4, 0.1, -0.9, 1.4, -2.2, 0.6, 5.5, -0.2, 0.9, -1.1, 0.2, -0.7, 1.8, -4.1, 0.5, 0,
];
const only = (k: number) => Array.from({ length: 8 }, (_, i) => (i === k ? 1 : 0));
const halves = Array.from({ length: 8 }, (_, k) => 0.5 ** k / (2 - 0.5 ** 7));

test('a further normal point is Student’s with one degree less than there are points', () => {
  // pt((3 - mean(y)) / (sd(y) * sqrt(1 + 1 / n)), n - 1, lower.tail = FALSE)
  expect(tailOf(ordinary, only(0)).beyond(3)).toBeCloseTo(0.0792809649536, 12);
});

test('tails of 30, 5 and 3 degrees, fitted by eight weighted rounds in R', () => {
  expect(tailOf(ordinary, only(1)).beyond(3)).toBeCloseTo(0.06460539312, 10);
  expect(tailOf(ordinary, only(5)).beyond(3)).toBeCloseTo(0.04677486331, 10);
  expect(tailOf(ordinary, only(7)).beyond(3)).toBeCloseTo(0.04921694392, 10);
});

test('the points themselves speak for and against each tail: mixed in R', () => {
  const { beyond } = tailOf(ordinary, halves);
  expect(beyond(3)).toBeCloseTo(0.0635299298009, 11);
  expect(beyond(-6)).toBeCloseTo(0.00298133911621, 12);
  expect(beyond(12)).toBeCloseTo(0.000120810123579, 13);
});

test('how far out a point lies does not depend on where and how wide the scale is', () => {
  const moved = tailOf(
    ordinary.map((value) => 1000 + 50 * value),
    halves,
  );
  expect(moved.beyond(1000 + 50 * 3)).toBeCloseTo(tailOf(ordinary, halves).beyond(3), 10);
  const mirrored = tailOf(
    ordinary.map((value) => -value),
    halves,
  );
  expect(mirrored.beyond(6)).toBeCloseTo(tailOf(ordinary, halves).beyond(-6), 12);
});

/** So many charts of normal points, or of Student's with 3 degrees. */
function charts(count: number, wild: boolean, seed: number, points = 60): number[][] {
  const draw = normalDraws(seed);
  const t = () => draw() / Math.sqrt((draw() ** 2 + draw() ** 2 + draw() ** 2) / 3);
  return Array.from({ length: count }, () => Array.from({ length: points }, wild ? t : draw));
}

test('one chart alone is given the prior: each heavier tail half as likely', () => {
  const [own = []] = tailWeights(charts(1, true, 1));
  expect(own.map((weight, k) => weight - (halves[k] ?? 1)).every((off) => Math.abs(off) < 1e-12)).toBe(true);
  expect(tailWeights([])).toEqual([]);
});

test('two charts learn from each other, not from themselves', () => {
  const [calm = [], wild = []] = [charts(1, false, 2)[0], charts(1, true, 3)[0]];
  const [ofCalm = [], ofWild = []] = tailWeights([calm, wild]);
  const heavy = (weights: readonly number[]) => weights.slice(4).reduce((a, b) => a + b, 0);
  expect(heavy(ofCalm)).toBeGreaterThan(heavy(halves));
  expect(heavy(ofWild)).toBeLessThan(heavy(halves));
});

test('what is learnt from one other chart: half as one tail, half as a mixture, for both explain it equally well', () => {
  const pair = charts(2, true, 4);
  const chances = pair.map((values) => {
    const logs = [Infinity, 30, 15, 10, 7, 5, 4, 3].map((degrees) => logOf(values, degrees));
    return logs.map((log) => Math.exp(log - Math.max(...logs)));
  });
  const shared = (chance: readonly number[], weights: readonly number[]) => {
    const all = chance.reduce((sum, c, k) => sum + c * (weights[k] ?? 0), 0);
    return chance.map((c, k) => (c * (weights[k] ?? 0)) / all);
  };
  let weights: readonly number[] = halves;
  let shares: readonly (readonly number[])[] = [];
  for (let round = 0; round < 20; round++) {
    shares = chances.map((chance) => shared(chance, weights));
    weights = halves.map((half, k) => (2 * half + (shares[0]?.[k] ?? 0) + (shares[1]?.[k] ?? 0)) / 4);
  }
  const asOne = shared(chances[1] ?? [], halves);
  const [own = []] = tailWeights(pair);
  own.forEach((weight, k) => {
    const mixed = (2 * (halves[k] ?? 0) + (shares[1]?.[k] ?? 0)) / 3;
    expect(weight).toBeCloseTo((asOne[k] ?? 0) / 2 + mixed / 2, 6);
  });
});

/** ln likelihood after eight rounds of weights, from the density itself. */
function logOf(values: readonly number[], degrees: number): number {
  const n = values.length;
  let level = values.reduce((a, b) => a + b, 0) / n;
  let variance = values.reduce((all, v) => all + (v - level) ** 2, 0) / n;
  for (let round = 0; round < 8 && degrees < Infinity; round++) {
    const weights = values.map((v) => (degrees + 1) / (degrees + (v - level) ** 2 / variance));
    const total = weights.reduce((a, b) => a + b, 0);
    const old = level;
    level = values.reduce((all, v, i) => all + v * (weights[i] ?? 0), 0) / total;
    variance = values.reduce((all, v, i) => all + (weights[i] ?? 0) * (v - old) ** 2, 0) / n;
  }
  const spread = Math.sqrt(variance);
  const law = studentT(degrees === Infinity ? 1e7 : degrees);
  return values.reduce((all, v) => all + Math.log(law.density((v - level) / spread) / spread), 0);
}

test('many like charts agree on one tail; charts that differ are taken for a mixture', () => {
  const [calm = []] = tailWeights(charts(20, false, 5));
  expect(calm[0]).toBeGreaterThan(0.4);
  const [wild = []] = tailWeights(charts(20, true, 6));
  expect((wild[6] ?? 0) + (wild[7] ?? 0)).toBeGreaterThan(0.9);
  const [both = []] = tailWeights([...charts(10, false, 7, 300), ...charts(10, true, 8, 300)]);
  expect(both[0]).toBeGreaterThan(0.1);
  expect((both[5] ?? 0) + (both[6] ?? 0) + (both[7] ?? 0)).toBeGreaterThan(0.3);
  for (const weights of [calm, wild, both]) expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
});

test('of a long chart, every second or third point teaches', () => {
  const long = charts(1, true, 9, 800)[0] ?? [];
  const third = long.filter((_, i) => i % 3 === 0);
  const guest = charts(1, false, 10)[0] ?? [];
  expect(tailWeights([guest, long])[0]).toEqual(tailWeights([guest, third])[0]);
  const year = charts(1, true, 11, 365)[0] ?? [];
  const changed = year.with(1, 40);
  expect(tailWeights([guest, year])[0]).not.toEqual(tailWeights([guest, changed])[0]);
});
