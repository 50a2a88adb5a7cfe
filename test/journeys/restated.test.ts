import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, textOf, tidemark } from './tidemark.ts';

/** A case every three hours of a month, opened at noon of its day or about it. */
function cases(month: string, first: number, count: number): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const day = String(1 + (i % 28)).padStart(2, '0');
    const hour = String(8 + (Math.floor(i / 28) % 10)).padStart(2, '0');
    return `T${first + i},${month}-${day}T${hour}:00:00Z`;
  });
  return `${['id,opened_at', ...rows].join('\n')}\n`;
}

test('the next report says which figures of the last one later data has changed; the last one is printed again as it stood', {
  timeout: 300_000,
}, () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'mappings'));
  writeFileSync(join(folder, 'tidemark.yaml'), 'company: { name: Lumen & Vale }\n');
  const mapping = 'source: desk\nfiles: "cases*.csv"\nrecord: cases\ncolumns: by_name\n';
  writeFileSync(join(folder, 'mappings', 'cases.yaml'), mapping);
  const load = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    expect(tidemark(folder, 'import', join(folder, name)).code).toBe(0);
  };
  const report = (period: string) => {
    expect(tidemark(folder, 'report', '--period', period, '--format', 'text').code).toBe(0);
    return textOf(join(folder, 'reports', `whole-picture-${period}-en.txt`));
  };
  load('cases-1.csv', cases('2025-01', 1, 200));
  const january = report('2025-01');
  load('cases-2.csv', cases('2025-02', 1000, 180));
  expect(report('2025-02')).not.toContain('Cases opened  January 2025');
  load('cases-3.csv', cases('2025-01', 5000, 25));
  const [, told = ''] = report('2025-02').split('Restated since it was reported');
  expect(told.replaceAll(/\s+/g, ' ')).toMatch(/Cases opened January 2025 200 225 \+25/);
  const manifest = join(folder, 'reports', 'whole-picture-2025-01-en.manifest.json');
  expect(tidemark(folder, 'report', '--again', manifest, '--json').json<{ same: boolean }>().same).toBe(true);
  expect(textOf(join(folder, 'reports', 'whole-picture-2025-01-en.txt'))).toBe(january);
});
