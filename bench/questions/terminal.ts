/** A tile asked on the terminal: what it costs to start the program and open a warehouse of any size. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const program = join(import.meta.dirname, '..', '..', 'bin', 'tidemark.js');

/** Runs `tidemark metrics` in a project of its own; nobody else may hold the warehouse. */
export async function askOnTerminal(
  warehouse: string,
  metrics: readonly string[],
  zone: string,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-terminal-'));
  try {
    const config = { company: { name: 'Bench' }, zone, warehouse };
    // JSON is YAML.
    writeFileSync(join(folder, 'tidemark.yaml'), JSON.stringify(config));
    const question = ['--period', '2025-10', '--compare', 'previous', '--json', '--project', folder];
    await promisify(execFile)(process.execPath, [program, 'metrics', ...metrics, ...question]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
