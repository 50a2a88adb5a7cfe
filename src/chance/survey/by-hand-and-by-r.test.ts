import { describe, expect, test } from 'vitest';
import { effectiveSize, weightingDesignEffect } from './design-effect.ts';
import { postStratify } from './post-stratify.ts';
import { propensity } from './propensity.ts';
import { rake, rakeTable } from './rake.ts';
import { responseBias } from './response-bias.ts';

const near = (x: number, digits = 9) => expect.closeTo(x, digits);

describe('who answers', () => {
  test('classes beside numbers, as R’s glm has them; the first class in the alphabet is the reference', () => {
    const channel = Array.from({ length: 30 }, (_, i) => ['mail', 'chat', 'phone'][i % 3] ?? '');
    const days = Array.from({ length: 30 }, (_, i) => (i * 7) % 11);
    const answered = [
      1, 0, 1, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 1, 0, 1, 1, 0, 0, 1,
    ];
    const found = propensity(
      { channel, days },
      answered.map((x) => x === 1),
    );
    expect(found?.terms).toEqual([
      { name: '(intercept)', coefficient: near(1.086982911056898), error: near(0.90727243051752, 7) },
      { name: 'channelmail', coefficient: near(-0.817239429191507), error: near(0.94057801785075, 7) },
      { name: 'channelphone', coefficient: near(-0.424063300169846), error: near(0.94841665183744, 7) },
      { name: 'days', coefficient: near(-0.049943420189698), error: near(0.11983905655411, 7) },
    ]);
    expect(found?.deviance).toBeCloseTo(39.36592170288251, 9);
    expect([found?.fitted[0], found?.fitted[29]]).toEqual([near(0.56702992905388), near(0.60185553148288)]);
    expect(found?.converged).toBe(true);
  });

  test('the bias of each class at 90 %, and the test of all, as R’s chisq.test has it', () => {
    const found = responseBias(
      [
        { name: 'a', asked: 40, answered: 30 },
        { name: 'b', asked: 40, answered: 12 },
        { name: 'c', asked: 80, answered: 20 },
      ],
      { level: 0.9 },
    );
    expect(found).toMatchObject({ chi2: near(29.809084924292), df: 2, p: near(3.3654214109178e-7, 14) });
    expect(found.strength).toBeCloseTo(Math.sqrt(29.809084924292 / 160), 9);
    expect(found.classes[0]).toEqual({
      name: 'a',
      responseRate: 0.75,
      difference: near(0.3818301514054),
      interval: { low: near(0.2631664887021), high: near(0.49222116821082), level: 0.9, method: 'newcombe' },
    });
  });

  test('where nobody or everybody answered nothing can be biased', () => {
    const nobody = responseBias([
      { name: 'a', asked: 4, answered: 0 },
      { name: 'b', asked: 6, answered: 0 },
    ]);
    expect(nobody).toMatchObject({ chi2: 0, df: 1, p: 1, strength: 0 });
  });
});

describe('weights', () => {
  test('Kish’s effect by hand, of a group without answers too', () => {
    expect(weightingDesignEffect([1, 2, 3])).toBeCloseTo((3 * 14) / 36, 14);
    expect(effectiveSize(120, 1.5)).toBe(80);
    // shares ½, 3/10 and 1/5, the last without answers: weights ½ on 10, 3/10 on 30
    const {
      designEffect,
      effectiveSize: worth,
      value,
    } = postStratify([
      { population: 500, respondents: 10, positive: 5 },
      { population: 300, respondents: 30, positive: 6 },
      { population: 200, respondents: 0, positive: 0 },
    ]);
    const effect = (40 * (0.25 / 10 + 0.09 / 30)) / 0.64;
    expect(designEffect).toBeCloseTo(effect, 12);
    expect(worth).toBeCloseTo(40 / effect, 10);
    expect(value).toBeNull();
  });

  test('raking by hand: one margin is done in one round and a second to see it', () => {
    const classes = ['mail', 'chat', 'chat'];
    expect(rake([{ classes, totals: { mail: 50, chat: 50 } }])).toEqual({
      weights: [50, 25, 25],
      rounds: 2,
      miss: 0,
    });
    expect(rake([{ classes, totals: { mail: 2, chat: 2 } }], { start: [1, 1, 3] }).weights).toEqual([
      2, 0.5, 1.5,
    ]);
    expect(rake([{ classes, totals: { mail: 50, chat: 50 } }], { rounds: 1 })).toMatchObject({
      rounds: 1,
      miss: 49,
    });
    expect(rake([]).weights).toEqual([]);
  });

  test('a class that nobody answered from is missed by all of it, one that nobody is in is not missed', () => {
    const classes = ['mail', 'chat'];
    expect(rake([{ classes, totals: { mail: 5, chat: 5, fax: 1 } }], { rounds: 3 }).miss).toBe(Infinity);
    expect(rake([{ classes, totals: { mail: 5, chat: 5, fax: 0 } }]).miss).toBe(0);
    expect(rake([{ classes, totals: { mail: 5 } }]).weights).toEqual([5, 1]);
    expect(rake([{ classes, totals: { mail: 5, chat: 0 } }]).weights).toEqual([5, 0]);
  });

  test('a table is scaled until both its margins agree, and keeps its odds ratio', () => {
    const { cells, miss } = rakeTable(
      [
        [10, 20],
        [30, 40],
      ],
      { rows: [50, 50], columns: [40, 60] },
    );
    const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = cells;
    expect([a + b, c + d, a + c, b + d]).toEqual([50, 50, 40, 60].map((x) => near(x)));
    expect((a * d) / (b * c)).toBeCloseTo((10 * 40) / (20 * 30), 9);
    expect(miss).toBeLessThan(1e-11);
  });
});
