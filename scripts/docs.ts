/** Writes what is generated from the code: schemas and reference pages. `--check` only says whether they are current. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pages } from '../src/cli/pages.ts';

const root = join(import.meta.dirname, '..');
const stale = Object.entries(pages()).filter(([path, text]) => {
  const file = join(root, path);
  return !existsSync(file) || readFileSync(file, 'utf8') !== text;
});

for (const [path, text] of stale) {
  console.log(`${process.argv.includes('--check') ? 'not current' : 'written'}: ${path}`);
  if (process.argv.includes('--check')) continue;
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
if (process.argv.includes('--check') && stale.length > 0) process.exitCode = 1;
