import { expect, test } from 'vitest';
import { nestedLayers } from './layers.ts';

test('the same expression gets the same name, and stands above what it uses', () => {
  const layers = nestedLayers();
  const clean = layers.name("nullif(raw_0, '')");
  const number = layers.name(`try_cast(${clean} AS DOUBLE)`);
  expect(layers.name("nullif(raw_0, '')")).toBe(clean);
  expect(layers.name('raw_1')).toBe('raw_1');
  expect(layers.print('raw').replace(/\s+/g, ' ')).toBe(
    `(SELECT *, try_cast(${clean} AS DOUBLE) AS ${number} FROM (SELECT *, nullif(raw_0, '') AS ${clean} FROM raw))`,
  );
});
