// Installs what is missing, so that one command is all a newcomer types. Plain JavaScript for any Node ≥ 20.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const installed = join(root, 'node_modules', '.package-lock.json');
const changed = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

if (changed(installed) < changed(join(root, 'package-lock.json'))) {
  process.stderr.write('Installing what is missing (once) …\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    process.stderr.write('npm ci did not succeed; see above, then try again.\n');
    process.exit(2);
  }
}
