// Builds what is published: JavaScript and types in dist/, and beside them the files that are not code.
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
rmSync(join(root, 'dist'), { recursive: true, force: true });
const { status } = spawnSync('tsc', ['-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
const forTests = ['**/reference-values.json'];
for (const file of globSync('src/**/*.{yaml,svg,typ,json}', { cwd: root, exclude: forTests })) {
  cpSync(join(root, file), join(root, file.replace(/^src/, 'dist')));
}
