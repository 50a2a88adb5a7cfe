import { Command } from 'commander';
import { expect, test } from 'vitest';
import { commands, commandsFor } from './commands.ts';
import { terminal } from './terminal.ts';

const io = terminal({
  stdout: process.stdout,
  stderr: process.stderr,
  signal: new AbortController().signal,
});

async function shapes(words: readonly string[]) {
  const root = new Command();
  for (const add of await commandsFor(words)) add(root, io);
  return root.commands.map((command) => ({
    name: command.name(),
    about: command.description(),
    arguments: command.registeredArguments.map((each) => [each.name(), each.required, each.variadic]),
    isGroup: command.commands.length > 0 && command.registeredArguments.length === 0,
  }));
}

test('help lists each command as the command shows itself', async () => {
  const all = await shapes(['--debug', ...Object.keys(commands)]);
  expect(await shapes(['--help'])).toEqual(all);
  expect(all.every(({ about }) => about !== '')).toBe(true);
});

test('a command that the words begin with is the only one', async () => {
  expect((await shapes(['--project', 'rows', 'chart'])).map(({ name }) => name)).toEqual(['chart']);
});
