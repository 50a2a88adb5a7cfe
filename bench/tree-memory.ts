/** How much memory a program and all that it starts hold at once, and for how long it runs. Linux only. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

export interface TreeMemory {
  readonly code: number | null;
  readonly out: string;
  readonly words: string;
  readonly seconds: number;
  /** The most at any moment. What processes share counts once. */
  readonly mb: number;
  /** The same with shared pages counted for every process, as `ps` does. */
  readonly residentMb: number;
}

export const canMeasureTrees = existsSync('/proc/self/smaps_rollup');

/** @example await memoryOfTree('node', ['bin/tidemark.js', 'import', 'calls.csv']) */
export async function memoryOfTree(command: string, words: readonly string[]): Promise<TreeMemory> {
  const began = performance.now();
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', words: '' };
  child.stdout.on('data', (text: Buffer) => {
    said.out += text;
  });
  child.stderr.on('data', (text: Buffer) => {
    said.words += text;
  });
  let code: number | null | undefined;
  child.on('error', () => {
    code = null;
  });
  child.on('close', (ended) => {
    code = ended;
  });
  let mb = 0;
  let residentMb = 0;
  while (code === undefined) {
    const held = treeOf(child.pid ?? 0).map(heldBy);
    mb = Math.max(mb, sum(held.map(({ share }) => share)));
    residentMb = Math.max(residentMb, sum(held.map(({ resident }) => resident)));
    await setTimeout(40);
  }
  return { code, ...said, seconds: (performance.now() - began) / 1000, mb, residentMb };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function treeOf(pid: number): readonly number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(treeOf)];
}

function heldBy(pid: number): { readonly share: number; readonly resident: number } {
  const rollup = read(`/proc/${pid}/smaps_rollup`);
  const mb = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0) / 1024;
  return { share: mb('Pss'), resident: mb('Rss') };
}

/** A process that has just ended holds nothing. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
