import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { emptyFolder, tidemark } from './tidemark.ts';

const config = `
company: { name: Lumen & Vale }
loads:
  - { name: desk, files: in/*.csv, every: 1m }
delivery:
  schedules:
    - name: monthly
      every: month
      to: [{ folder: out, format: [json] }]
watch:
  things: [{ urgent_waiting: 1h }]
  to: [{ folder: alarms, format: [text] }]
`;

const cases = (first: number, count: number): string =>
  [
    'id,opened_at,priority,customer_id',
    ...Array.from(
      { length: count },
      (_, i) =>
        `T${first + i},2025-0${1 + (i % 9)}-1${i % 9}T09:00:00Z,${i === 0 ? 'urgent' : 'normal'},c${i}`,
    ),
    '',
  ].join('\n');

function project(): string {
  const folder = emptyFolder();
  for (const name of ['in', 'mappings']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'tidemark.yaml'), config);
  writeFileSync(
    join(folder, 'mappings', 'cases.yaml'),
    'source: desk\nfiles: "cases*.csv"\nrecord: cases\ncolumns: by_name\n',
  );
  return folder;
}

/** A file that nobody has written to for a minute. */
function put(folder: string, name: string, text: string): void {
  const path = join(folder, 'in', name);
  writeFileSync(path, text);
  const before = new Date(Date.now() - 60_000);
  utimesSync(path, before, before);
}

test('one round loads what is new and delivers what is due; a broken file holds up no other', {
  timeout: 300_000,
}, () => {
  const folder = project();
  put(folder, 'cases-1.csv', cases(1, 40));
  put(folder, 'cases-2.csv', cases(100, 40));
  put(folder, 'cases-3.csv', 'nothing,that\nfits,here\n');
  const first = tidemark(folder, 'run', '--once');
  expect(first.out).toMatch(/load desk failed \(3 files\): .*cases-3\.csv/);
  expect(first.out).toMatch(/load desk: 1 file, 40 records: 40 loaded, 0 duplicates, 0 set aside/);
  expect(first.out).toMatch(/load desk failed \(.*cases-3\.csv\)/);
  expect(first.out).toMatch(/delivery: 1 sent, 0 waiting, 0 given up/);
  expect(first.code).toBe(2);
  expect(readdirSync(join(folder, 'out'))).toHaveLength(1);
});

test('another "run" is refused in a sentence while one is at work, and SIGTERM ends it cleanly', {
  timeout: 300_000,
}, async () => {
  const folder = project();
  put(folder, 'cases-1.csv', cases(1, 30));
  const { child, heard } = started(folder);
  await until(() => heard().includes('delivery:'));
  const second = tidemark(folder, 'run', '--once');
  expect(second.code).toBe(2);
  expect(second.words).toContain('another "tidemark run" of this project at work');
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(heard()).toMatch(/stopped\n$/);
  expect(tidemark(folder, 'run', '--once').code).toBe(0);
});

function started(folder: string): { readonly child: ChildProcess; readonly heard: () => string } {
  const bin = join(import.meta.dirname, '../../bin/tidemark.js');
  const child = spawn(process.execPath, [bin, '--project', folder, 'run'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let all = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (all += String(text)));
  return { child, heard: () => all };
}

async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 600 && !isSo(); i++) await sleep(100);
  expect(isSo()).toBe(true);
}
