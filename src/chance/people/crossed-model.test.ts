import { expect, test } from 'vitest';
import { crossedModel } from './crossed-model.ts';
import { type Cell, crossedSums } from './crossed-sums.ts';
import { solveMixed } from './mixed-equations.ts';
import { normalDraws } from './normal-draws.ts';
import { comparePeopleByMix, comparePeopleByRate, comparePeopleByShare } from './people-comparison.ts';

const single = (levels: readonly string[], y: number): Cell => ({
  levels,
  n: 1,
  sum: y,
  sumOfSquares: y * y,
});

test('one factor with equal groups is the analysis of variance', () => {
  const groups = { a: [1, 3], b: [5, 7], c: [9, 11] };
  const cells = Object.entries(groups).flatMap(([name, ys]) => ys.map((y) => single([name], y)));
  // mean square between 32, within 2: variance between (32 − 2) ÷ 2
  for (const remlUpTo of [100, 0]) {
    const { factors, residual, mean } = crossedModel(['agent'], cells, { remlUpTo });
    expect(factors[0]?.variance).toBeCloseTo(15, 3);
    expect(residual.variance).toBeCloseTo(2, 3);
    expect(mean).toBeCloseTo(6, 6);
    expect(factors[0]?.share).toBeCloseTo(15 / 17, 4);
    expect(factors[0]?.levels[0]?.effect).toBeCloseTo((-4 * 15) / 16, 3);
  }
});

/** Agents who differ, calls that differ more, and an unfair mix: agent i gets mostly calls of kind i. */
function unfairMix(spreadOfAgents: number) {
  const draw = normalDraws(8);
  const agents = Array.from({ length: 12 }, () => spreadOfAgents * draw());
  const kinds = Array.from({ length: 6 }, (_, k) => k * 1.5);
  const rows = Array.from({ length: 6000 }, (_, i) => {
    const agent = i % 12;
    const kind = i % 5 === 0 ? Math.floor(i / 60) % 6 : agent % 6;
    const y = 10 + (agents[agent] ?? 0) + (kinds[kind] ?? 0) + draw();
    return { agent, kind, day: Math.floor(i / 400), y };
  });
  return {
    agents,
    cells: rows.map((r) => single([`agent ${r.agent}`, `kind ${r.kind}`, `day ${r.day}`], r.y)),
  };
}

const factors = ['agent', 'kind', 'day'];

test('an unfair mix of work is allowed for', () => {
  const { agents, cells } = unfairMix(0.5);
  const middle = agents.reduce((a, b) => a + b) / agents.length;
  for (const remlUpTo of [100_000, 0]) {
    const { people, allChance, shares } = comparePeopleByMix(factors, cells, 'agent', { remlUpTo });
    expect(allChance).toBe(false);
    const level = people.reduce((sum, { value }) => sum + value, 0) / people.length;
    for (const { name, value, raw } of people) {
      const truth = (agents[Number(name.slice(6))] ?? 0) - middle;
      expect(value - level).toBeCloseTo(truth, 0);
      expect(Math.abs(value - level - truth)).toBeLessThan(0.25);
      expect(raw).not.toBeCloseTo(value, 3);
    }
    expect(shares.map(({ name }) => name)).toEqual([...factors, 'chance']);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  }
});

test('agents who do not differ are all chance', () => {
  const { cells } = unfairMix(0);
  const { allChance, people, between } = comparePeopleByMix(factors, cells, 'agent');
  expect(allChance).toBe(true);
  expect(between).toBeLessThan(0.1);
  expect(people.every(({ verdict }) => verdict !== 'signal')).toBe(true);
});

test('cells added up in the warehouse give the same model as single rows', () => {
  const { cells } = unfairMix(0.5);
  const added = new Map<string, Cell>();
  for (const cell of cells) {
    const key = cell.levels.join('|');
    const sum = added.get(key) ?? { levels: cell.levels, n: 0, sum: 0, sumOfSquares: 0 };
    added.set(key, {
      ...sum,
      n: sum.n + 1,
      sum: sum.sum + cell.sum,
      sumOfSquares: sum.sumOfSquares + cell.sumOfSquares,
    });
  }
  const [rows, aggregated] = [cells, [...added.values()]].map((these) => crossedModel(factors, these));
  aggregated?.factors.forEach((factor, f) => {
    expect(factor.variance).toBeCloseTo(rows?.factors[f]?.variance ?? 0, 6);
  });
});

test('it does not matter which factor is swept out of the equations', () => {
  const { cells } = unfairMix(0.5);
  const sums = crossedSums(factors, cells);
  const scales = [0.4, 2, 0.1];
  const solved = [0, 1, 2].map((keep) => solveMixed(sums, scales, { keep }));
  for (const solution of solved) {
    expect(solution?.penalised).toBeCloseTo(solved[0]?.penalised ?? 0, 6);
    expect(solution?.logDeterminant).toBeCloseTo(solved[0]?.logDeterminant ?? 0, 8);
    solution?.effects().forEach((effects, f) => {
      effects.forEach((effect, l) => {
        expect(effect).toBeCloseTo(solved[0]?.effects()[f]?.[l] ?? 0, 8);
      });
    });
  }
});

test('shares of people: the small record is pulled to the middle and told how much is missing', () => {
  const names = ['few', 'low', 'middle', 'high'];
  const { people, middle, allChance } = comparePeopleByShare(names, [9, 50, 30, 70], [10, 100, 40, 80]);
  const [few, low] = people;
  expect(allChance).toBe(false);
  expect(few).toMatchObject({ raw: 0.9, verdict: 'cannot_tell_yet' });
  expect(few?.value).toBeLessThan(0.9);
  expect(few?.moreNeeded).toBeGreaterThan(10);
  expect(low?.verdict).toBe('signal');
  expect(low?.interval.high).toBeLessThan(middle);
  expect(low?.standing.expected).toBeGreaterThan(3.9);
});

test('people whom nothing tells apart share every rank', () => {
  const { allChance, people } = comparePeopleByShare(['a', 'b', 'c'], [5, 10, 20], [10, 20, 40], {
    smallest: 0.05,
  });
  expect(allChance).toBe(true);
  expect(people.map(({ standing }) => [standing.low, standing.high])).toEqual([
    [1, 3],
    [1, 3],
    [1, 3],
  ]);
  expect(people.every(({ verdict }) => verdict === 'no_change_bigger_than')).toBe(true);
});

test('rates of people are compared per exposure', () => {
  const { people, middle } = comparePeopleByRate(['a', 'b', 'c'], [100, 210, 20], [50, 70, 40]);
  expect(people.map(({ raw }) => raw)).toEqual([2, 3, 0.5]);
  expect(people[2]?.value).toBeGreaterThan(0.5);
  expect(middle).toBeGreaterThan(0.5);
});

test('a factor that is not there cannot be compared', () => {
  expect(() => comparePeopleByMix(['agent'], [single(['a'], 1), single(['b'], 2)], 'team')).toThrow(
    RangeError,
  );
});
