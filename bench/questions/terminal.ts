/** What it costs to start the program: the terminal answers without a warehouse. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const program = join(import.meta.dirname, '..', '..', 'bin', 'tidemark.js');

export async function startProgram(): Promise<void> {
  await promisify(execFile)(process.execPath, [program, 'explain', 'cases_opened']);
}
