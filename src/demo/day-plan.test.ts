import { expect, test } from 'vitest';
import { chanceOf } from './chance.ts';
import { allDay, lived, sumsOf, workday } from './day-plan.ts';

const hour = 3600;

test('a day is lived without holes, and as busy as it was to be', () => {
  const chance = chanceOf(3);
  for (let day = 0; day < 50; day++) {
    const plan = workday(false, day % 2 === 1, day % 5 === 0);
    const pieces = lived(plan, { chance, occupancy: 0.7, longLunch: 0 });
    for (const [i, piece] of pieces.entries()) if (i > 0) expect(piece.from).toBe(pieces[i - 1]?.to);
    const { busy_s, signed_in_s, adhered_s, planned_s, paid_s } = sumsOf(plan, pieces);
    expect(busy_s / signed_in_s).toBeCloseTo(0.7, 3);
    expect(adhered_s / planned_s).toBeGreaterThan(0.94);
    expect(paid_s).toBe(8 * hour);
  }
});

test('an absence is paid and not served', () => {
  expect(sumsOf(allDay('absent'), [])).toMatchObject({ paid_s: 8 * hour, planned_s: 0, served_s: 0 });
});

test('a long lunch costs adherence', () => {
  const plan = workday(false, false, false);
  const kept = (longLunch: number) =>
    sumsOf(plan, lived(plan, { chance: chanceOf(1), occupancy: 0.7, longLunch })).adhered_s;
  expect(kept(0) - kept(1800)).toBe(1800);
});
