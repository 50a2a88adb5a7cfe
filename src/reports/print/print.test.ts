import { expect, test } from 'vitest';
import type { Report } from '../report.ts';
import { fixture } from './fixture.ts';
import { hostile } from './fixture-hostile.ts';
import { type Form, print, printers } from './index.ts';

const forms = Object.keys(printers) as readonly Form[];
const empty: Report = {
  ...fixture('en'),
  title: '',
  sources: [],
  missingDays: null,
  contact: null,
  confidentiality: null,
  logo: null,
  sections: [],
};

test.each(forms)('%s: the same report gives the same bytes', async (form) => {
  expect(await print(fixture('it'), form)).toEqual(await print(fixture('it'), form));
});

test.each(forms)('%s: hostile words change nothing but the words', async (form) => {
  await expect(print(hostile(fixture('en')), form)).resolves.toBeInstanceOf(Uint8Array);
});

test.each(forms)('%s: a report with nothing in it is still a report', async (form) => {
  await expect(print(empty, form)).resolves.toBeInstanceOf(Uint8Array);
});
