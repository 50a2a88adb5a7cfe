import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Evidence } from '../evidence.ts';
import { splitChange } from './split-change.ts';

const share = (successes: number, n: number): Evidence => ({ kind: 'proportion', successes, n });
const points = { smallest: { by: 0.02, relative: false } };

test('a fall because a hard kind of case grew is a change of mix, and no change of rates', () => {
  const split = splitChange(
    [
      { now: share(4500, 5000), before: share(6750, 7500) },
      { now: share(2500, 5000), before: share(1250, 2500) },
    ],
    points,
  );
  expect(split?.difference).toBeCloseTo(-0.1, 12);
  expect(split?.mix).toMatchObject({ verdict: 'signal' });
  expect(split?.rate).toMatchObject({ verdict: 'no_change_bigger_than' });
  expect(split?.mix.difference).toBeCloseTo(-0.1, 12);
});

test('a fall in one segment is its rate effect, with the interval of its own difference times its weight', () => {
  const split = splitChange(
    [
      { now: share(700, 1000), before: share(900, 1000) },
      { now: share(900, 1000), before: share(900, 1000) },
    ],
    points,
  );
  const [fell, kept] = split?.parts ?? [];
  expect(fell?.rate).toBeCloseTo(-0.1, 12);
  expect(fell?.rateVerdict?.verdict).toBe('signal');
  expect(kept?.rateVerdict?.verdict).toBe('no_change_bigger_than');
  expect(split?.rate.interval.low).toBeLessThan(-0.1);
});

test('what is no mean of its parts is not split', () => {
  const median: Evidence = { kind: 'quantile', q: 0.5, n: 3, steps: [] };
  expect(splitChange([{ now: median, before: median }], points)).toBeNull();
  expect(splitChange([{ now: share(1, 2), before: null }], points)).toBeNull();
});

const counts = fc.integer({ min: 1, max: 400 }).chain((n) => fc.record({ n: fc.constant(n), k: fc.nat(n) }));
const anyShare = fc.option(counts, { nil: null });
test('all effects of shares together are the difference of the totals', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ now: anyShare, before: anyShare }), { minLength: 1, maxLength: 6 }),
      (parts) => {
        const evidence = (side: { n: number; k: number } | null) =>
          side === null ? null : share(side.k, side.n);
        const split = splitChange(
          parts.map(({ now, before }) => ({ now: evidence(now), before: evidence(before) })),
          points,
        );
        const total = (of: 'now' | 'before') => {
          const known = parts.map((part) => part[of]).filter((side) => side !== null);
          return known.reduce((all, { k }) => all + k, 0) / known.reduce((all, { n }) => all + n, 0);
        };
        if (split === null) return;
        expect(split.difference).toBeCloseTo(total('now') - total('before'), 9);
        expect(split.rate.difference + split.mix.difference).toBeCloseTo(split.difference, 9);
      },
    ),
  );
});

/** A fixed stream of uniform numbers (Park and Miller, 1988). */
function uniforms(): () => number {
  let state = 20250;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

test('where nothing changed, few in twenty totals say that something did', () => {
  const next = uniforms();
  const draw = (): { [kind: string]: Evidence } => {
    const found = { a: { n: 0, k: 0 }, b: { n: 0, k: 0 } };
    for (let i = 0; i < 400; i++) {
      const kind = next() < 0.6 ? 'a' : 'b';
      found[kind].n += 1;
      found[kind].k += next() < (kind === 'a' ? 0.9 : 0.6) ? 1 : 0;
    }
    return { a: share(found.a.k, found.a.n), b: share(found.b.k, found.b.n) };
  };
  const outside = { rate: 0, mix: 0 };
  for (let run = 0; run < 400; run++) {
    const [now, before] = [draw(), draw()];
    const split = splitChange(
      ['a', 'b'].map((kind) => ({ now: now[kind] ?? null, before: before[kind] ?? null })),
      { smallest: { by: 0, relative: false } },
    );
    if (split?.rate.verdict === 'signal') outside.rate += 1;
    if (split?.mix.verdict === 'signal') outside.mix += 1;
  }
  expect(outside.rate / 400).toBeLessThan(0.085);
  expect(outside.mix / 400).toBeLessThan(0.085);
  expect(outside.rate + outside.mix).toBeGreaterThan(12);
});
