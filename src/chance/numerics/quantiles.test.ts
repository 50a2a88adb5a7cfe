import { expect, test } from 'vitest';
import { beta } from './beta.ts';
import type { Distribution } from './distribution.ts';
import { gamma } from './gamma.ts';
import { normal } from './normal.ts';
import { studentT } from './student-t.ts';

const shares: readonly number[] = [1e-8, 0.03, 0.3, 0.5, 0.8, 0.999];

/** Each quantile from below, from above, and back again. */
function holds(law: Distribution, expected: readonly number[], at: readonly number[] = shares): void {
  at.forEach((p, i) => {
    const wanted = expected[i] ?? Number.NaN;
    expect(law.quantile(p) / wanted).toBeCloseTo(1, 9);
    if (p > 1e-6) expect(law.upperQuantile(1 - p) / wanted).toBeCloseTo(1, 7);
    expect(law.below(law.quantile(p)) / p).toBeCloseTo(1, 9);
    // Near 1 a number has too few digits left for what is above it.
    if (p > 1e-6) expect(law.above(law.upperQuantile(p)) / p).toBeCloseTo(1, 9);
  });
}

/** qbeta(c(1e-8, .03, .3, .5, .8, .999), a, b) of R 4. */
test.each([
  [
    2,
    3,
    [
      4.08259402160924e-5, 0.0743876649265493, 0.272383942075105, 0.38572756813239, 0.582453574524333,
      0.935961860897167,
    ],
  ],
  [
    0.5,
    0.5,
    [2.46740110027234e-16, 0.00221901769845999, 0.206107373853764, 0.5, 0.904508497187474, 0.999997532600929],
  ],
  [1, 1, [1e-8, 0.03, 0.3, 0.5, 0.8, 0.999]],
  [
    30,
    2,
    [
      0.493187730080701, 0.838894242920726, 0.92312206933738, 0.946447947882997, 0.973328385290366,
      0.998512313863058,
    ],
  ],
  [
    0.3,
    8,
    [
      1.96242128162343e-28, 7.64184482037446e-7, 0.00166114920929096, 0.00950761857749056, 0.0583181577448257,
      0.452296528063826,
    ],
  ],
  [
    400,
    700,
    [
      0.285285092748834, 0.336583423349142, 0.355969661291355, 0.363553690399372, 0.375819407583631,
      0.409076659589072,
    ],
  ],
] as const)('beta(%d, %d)', (a, b, expected) => holds(beta(a, b), expected));

/** 2 * qgamma(…, a): a scale of 2. */
test.each([
  [
    0.4,
    [
      1.48307093651279e-20, 0.000231206969742892, 0.0750837728748461, 0.290156283286871, 1.29114203495499,
      10.0852171769199,
    ],
  ],
  [
    1,
    [
      2.00000000999999e-8, 0.0609184149694171, 0.713349887877465, 1.38629436111989, 3.2188758248682,
      13.8155105579643,
    ],
  ],
  [
    3,
    [
      0.00783740889316459, 1.32960821560358, 3.82755158825413, 5.34812062744712, 8.55805972025067,
      22.4577444848253,
    ],
  ],
  [
    12,
    [
      2.50888456462037, 12.7542712743215, 19.9432287420387, 23.3367263060895, 29.5533152395252,
      51.1785977773774,
    ],
  ],
  [
    150,
    [
      182.18589492685, 255.650489406063, 286.687757905005, 299.333597349218, 320.397108594434,
      381.425248520412,
    ],
  ],
] as const)('gamma(%d), twice as wide', (a, expected) => holds(gamma(a, 2), expected));

/** qt(…, df), a hair above the middle in the place of the middle. */
test.each([
  [
    1,
    [
      -31830988.6183791, -10.5788949934056, -0.726542528005361, 3.14159265330141e-7, 1.37638192047117,
      318.30883898555,
    ],
  ],
  [
    2.5,
    [
      -1389.22758302754, -3.28452378614189, -0.597307738252316, 2.76389134171706e-7, 1.01016387472224,
      13.822193110866,
    ],
  ],
  [
    7,
    [
      -27.8022831881199, -2.2408792888867, -0.549109657947285, 2.59746027392217e-7, 0.896029644313765,
      4.78528962863833,
    ],
  ],
  [
    30,
    [
      -7.5565346518854, -1.95464549578846, -0.530019003906505, 2.52760022479268e-7, 0.853767261471298,
      3.38518486682931,
    ],
  ],
  [
    250,
    [
      -5.79958110006985, -1.88936591678602, -0.525069800239265, 2.50913614862607e-7, 0.843061360740335,
      3.12315022902708,
    ],
  ],
  [
    5000,
    [
      -5.62113201477515, -1.8812203981001, -0.524433944832573, 2.50675360785782e-7, 0.841693127663504,
      3.09186311996098,
    ],
  ],
] as const)('Student’s t with %d degrees', (df, expected) => {
  const law = studentT(df);
  const at = shares.map((p) => (p === 0.5 ? 0.500_000_1 : p));
  expected.forEach((wanted, i) => {
    const p = at[i] ?? 0;
    const digits = i === 3 ? 7 : 10;
    expect(law.quantile(p) / wanted).toBeCloseTo(1, digits);
    expect(law.upperQuantile(p) / -wanted).toBeCloseTo(1, digits);
    expect(law.below(law.quantile(p)) / p).toBeCloseTo(1, 10);
  });
});

test('t far out and near the normal', () => {
  const found = [
    studentT(250).upperQuantile(1e-8),
    studentT(1000).upperQuantile(1e-12),
    studentT(300).quantile(0.4),
    studentT(201).quantile(0.9),
    studentT(199).quantile(0.975),
  ];
  const wanted = [5.79958110006985, 7.12422892531439, -0.253571894919583, 1.28577759253232, 1.97195654425175];
  found.forEach((value, i) => {
    expect(value / (wanted[i] ?? 0)).toBeCloseTo(1, 11);
  });
  expect(studentT(1e17)).toBe(normal);
  expect(studentT(1e16)).not.toBe(normal);
  expect(studentT(1e16).quantile(0.975)).toBeCloseTo(normal.quantile(0.975), 12);
});

test('the middle of t is 0, its ends are endless, and beyond the ends there is nothing', () => {
  const law = studentT(5);
  expect([law.quantile(0.5), law.upperQuantile(0.5)].map(Math.abs)).toEqual([0, 0]);
  expect([law.quantile(0), law.quantile(1), law.upperQuantile(0), law.upperQuantile(1)]).toEqual([
    -Infinity,
    Infinity,
    Infinity,
    -Infinity,
  ]);
  for (const p of [-0.1, 1.1, Number.NaN]) expect(law.quantile(p)).toBeNaN();
  expect([law.above(1e200), law.below(-1e200), law.above(-1e200), law.above(0), law.below(0)]).toEqual([
    0, 0, 1, 0.5, 0.5,
  ]);
  expect(law.above(1.2) + law.below(1.2)).toBeCloseTo(1, 14);
  expect(studentT(4).density(0)).toBeCloseTo(0.375, 14);
  expect(studentT(4).density(1.5)).toBeCloseTo(0.12288, 14);
});

test('densities at the ends of beta', () => {
  expect([0, 1, 0.2].map(beta(1, 3).density)).toEqual([3, 0, expect.closeTo(1.92, 12)]);
  expect([0, 1, 0.2].map(beta(3, 1).density)).toEqual([0, 3, expect.closeTo(0.12, 12)]);
  expect([0, 1].map(beta(0.5, 0.7).density)).toEqual([Infinity, Infinity]);
  expect([0, 1].map(beta(2, 0.7).density)).toEqual([0, Infinity]);
  expect([-0.1, 1.1, -5].map(beta(2, 3).density)).toEqual([0, 0, 0]);
  expect([0, 0.5, 1].map(beta(1, 1).density)).toEqual([1, expect.closeTo(1, 14), 1]);
});

test('densities at the ends of gamma', () => {
  expect([0, 2].map(gamma(1, 4).density)).toEqual([0.25, expect.closeTo(0.151632664928158, 13)]);
  expect([gamma(0.5).density(0), gamma(2).density(0), gamma(2).density(-1)]).toEqual([Infinity, 0, 0]);
});

test('ends and nonsense', () => {
  for (const law of [beta(2, 3), beta(0.5, 0.5)]) {
    expect([law.quantile(0), law.quantile(1), law.upperQuantile(0), law.upperQuantile(1)]).toEqual([
      0, 1, 1, 0,
    ]);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(law.quantile(p)).toBeNaN();
    for (const p of [-0.1, 1.1]) expect(law.upperQuantile(p)).toBeNaN();
  }
  const law = gamma(3);
  expect([law.quantile(0), law.quantile(1), law.upperQuantile(0), law.upperQuantile(1)]).toEqual([
    0,
    Infinity,
    Infinity,
    0,
  ]);
  for (const p of [-0.1, 1.1, Number.NaN]) {
    expect(law.quantile(p)).toBeNaN();
    expect(law.upperQuantile(p)).toBeNaN();
  }
  expect([beta(0, 1).quantile(0.5), beta(1, 0).quantile(0.5), gamma(0).quantile(0.5)]).toEqual([
    NaN,
    NaN,
    NaN,
  ]);
});

test('so near to 0 that the first term of the series is the whole series', () => {
  // x^a ÷ (a B(a, b)) = p, and x^a ÷ Γ(a + 1) = p
  const tiny = beta(0.01, 1).quantile(1e-3);
  expect(Math.log(tiny)).toBeCloseTo(Math.log(1e-3) / 0.01, 8);
  expect(gamma(0.01).quantile(1e-2)).toBeCloseTo(0, 100);
  expect(Math.log(gamma(0.02).quantile(1e-3))).toBeCloseTo((Math.log(1e-3) - 0.0112) / 0.02, 0);
});
