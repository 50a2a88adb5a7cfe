import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreement } from './agreement.ts';

test('two reviewers of a hundred contacts', () => {
  const { observed, kappa, kappaError, ac1 } = agreement([
    [45, 15],
    [25, 15],
  ]);
  expect([observed, kappa, kappaError, ac1]).toEqual(
    [0.6, 0.130434782609, 0.106499554034, 0.266055045872].map((x) => expect.closeTo(x, 10)),
  );
});

test('where nearly all is alike, AC1 keeps its head and kappa does not', () => {
  const { observed, kappa, ac1 } = agreement([
    [95, 3],
    [2, 0],
  ]);
  expect(observed).toBe(0.95);
  expect(kappa).toBeLessThan(0);
  expect(ac1).toBeGreaterThan(0.9);
});

test('perfect agreement is 1, and the order of the classes does not matter', () => {
  const count = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(
      fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
      (table) => {
        const turned = [...table].reverse().map((row) => [...row].reverse());
        expect(agreement(turned).kappa).toBeCloseTo(agreement(table).kappa, 10);
        expect(agreement(turned).ac1).toBeCloseTo(agreement(table).ac1, 10);
      },
    ),
  );
  expect(
    agreement([
      [5, 0, 0],
      [0, 3, 0],
      [0, 0, 9],
    ]),
  ).toMatchObject({ observed: 1, kappa: 1, ac1: 1, kappaError: 0 });
});
