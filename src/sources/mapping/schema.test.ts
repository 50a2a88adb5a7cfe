import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { mappingSchema } from './schema.ts';

test('the published schema is the one that mappings are checked with ("npm run docs" writes it again)', () => {
  const published = JSON.parse(readFileSync('schema/mapping.json', 'utf8')) as unknown;
  expect(published).toEqual(z.toJSONSchema(mappingSchema, { io: 'input', unrepresentable: 'any' }));
});
