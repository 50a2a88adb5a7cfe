/** Every sentence of a report that has a number in it, held against a computation over the raw file that knows nothing of the product. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bankRules } from './sentences/bank.ts';
import { rabobankRules } from './sentences/rabobank.ts';
import { notBorneOut, type SaidReport, said } from './sentences/said.ts';
import { absent, example, shared, textOf, tidemark } from './tidemark.ts';

function reportOf(project: string, period: string): SaidReport {
  const args = ['--period', period, '--format', 'json', '--out', join(project, 'out'), '--json'];
  const { files } = tidemark(project, 'report', ...args).json<{ files: readonly string[] }>();
  return JSON.parse(textOf(files.find((file) => file.endsWith('.json') && !file.endsWith('.manifest.json'))));
}

const january = 'calls/anonymous-bank-1999-january/january.txt';

describe.skipIf(absent(january))(`a bank's calls (skipped without shared data: ${january})`, () => {
  test('every number in every sentence is the one that the raw file gives', () => {
    const project = example('anonymous-bank');
    tidemark(project, 'import', join(shared, january));
    const sentences = said(reportOf(project, '1999-01'));
    expect(sentences.length).toBeGreaterThan(20);
    expect(notBorneOut(sentences, bankRules(join(shared, january)))).toEqual([]);
  });
});

const rabobank = 'tickets/bpi2014-rabobank-1000';

describe.skipIf(absent(rabobank))(`a bank's incidents (skipped without shared data: ${rabobank})`, () => {
  test('every number in every sentence is the one that table and log give', () => {
    const project = example('rabobank');
    const folder = join(shared, rabobank);
    tidemark(project, 'import', join(folder, 'incidents.csv'), join(folder, 'activities.csv'));
    const sentences = said(reportOf(project, '2013-10'));
    expect(sentences.length).toBeGreaterThan(30);
    expect(notBorneOut(sentences, rabobankRules(folder))).toEqual([]);
  });
});
