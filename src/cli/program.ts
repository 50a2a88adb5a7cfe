/** Every command by name, and what an error becomes: one sentence and an exit code. */
import { Command, CommanderError } from 'commander';
import { Problem } from '../model/index.ts';
import { commandsFor } from './commands.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

const guide = `
A first report in a minute:
  $ tidemark inspect calls.csv     shows what is in the file and writes a mapping
  $ tidemark import calls.csv      loads it; every record is accounted for
  $ tidemark report                two pages, and what stands behind them

Exit codes: 0 done, 2 the input cannot be used, 3 the disk is full, 130 stopped.`;

export function program(io: Terminal): { run(words: readonly string[]): Promise<number> } {
  const root = new Command('tidemark')
    .description('Customer-service reports that tell the tide from the waves.')
    .version(version)
    .option('--project <folder>', 'the project folder (default: the nearest upward with a tidemark.yaml)')
    .option('--debug', 'show where an unexpected fault came from')
    .addHelpText('after', guide)
    .exitOverride()
    .configureOutput({ writeErr: (text) => io.say(text.trimEnd()), writeOut: (text) => io.result(text) })
    .showHelpAfterError('(try "tidemark --help")');
  return {
    run: async (words) => {
      for (const add of await commandsFor(words)) add(root, io);
      inherit(root);
      return await outcome(root, words, io);
    },
  };
}

/** The two options that every command takes stand after its name as well. */
function inherit(command: Command): void {
  for (const child of command.commands) {
    child.exitOverride().showHelpAfterError(`(try "tidemark ${child.name()} --help")`);
    child.configureOutput(command.configureOutput());
    if (child.commands.length === 0 || child.registeredArguments.length > 0) {
      child.option(
        '--project <folder>',
        'the project folder (default: the nearest upward with a tidemark.yaml)',
      );
      child.option('--json', 'print the result as JSON, alone on stdout');
    }
    inherit(child);
  }
}

async function outcome(root: Command, words: readonly string[], io: Terminal): Promise<number> {
  try {
    await root.parseAsync(words, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Problem) {
      io.say(`tidemark: ${error.message}`);
      return error.code === 'stopped' ? 130 : error.exitCode;
    }
    const detail =
      error instanceof Error
        ? (root.opts()['debug'] === true && error.stack) || error.message
        : String(error);
    io.say(`tidemark: an unexpected fault: ${detail}`);
    io.say(
      'This is a fault of Tidemark, not of your data. Run it again with --debug and report what it prints.',
    );
    return 1;
  }
}
