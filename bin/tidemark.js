#!/usr/bin/env node
// Plain JavaScript that any Node can read: finds a Node that is new enough, or says which one is needed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const needed = 24;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'src', 'cli', 'main.ts');
const main = existsSync(source) ? source : join(root, 'dist', 'cli', 'main.js');
const own = join(root, 'node_modules', 'node', 'bin', 'node');

if (Number(process.versions.node.split('.')[0]) >= needed) {
  // What is young in memory may not grow to many megabytes: the engine needs them, and nothing gets slower.
  setFlagsFromString('--semi-space-growth-factor=1');
  await import(pathToFileURL(main).href);
} else if (existsSync(own)) {
  const child = spawn(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
} else {
  process.stderr.write(
    `tidemark needs Node ${needed} or newer and this is Node ${process.versions.node}; ` +
      'install a newer Node, or run "npm ci" in a clone of the project, which brings one.\n',
  );
  process.exitCode = 2;
}
