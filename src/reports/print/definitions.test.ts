import { expect, test } from 'vitest';
import type { Section } from '../report.ts';
import { definitionsOf } from './definitions.ts';

const terms = ['Wait', 'Wait of those who waited', 'CSAT'].map((term) => ({
  term,
  text: `${term} is …`,
  rules: '',
}));
const section: Section = { page: 'behind', title: '', blocks: [{ kind: 'definitions', items: terms }] };
const definitions = definitionsOf({ sections: [section] });

test('a line is about the longest term it begins with', () => {
  expect(definitions.find('CSAT')?.id).toBe('definition-3');
  expect(definitions.find('Wait of those who waited, median')?.id).toBe('definition-2');
});

test('a line about something else has no definition', () => {
  expect(definitions.find('Waiting room')).toBeUndefined();
});
