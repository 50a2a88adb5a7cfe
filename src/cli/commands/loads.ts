/** `tidemark loads`: what was loaded, and undoing it. */
import { type Command, InvalidArgumentError } from 'commander';
import { listLoads, type PastLoad, undoLoad } from '../../intake/index.ts';
import { laidOut } from '../lay-out.ts';
import { intakeOptions } from '../load-files.ts';
import { changeProject, withProject } from '../project.ts';
import type { Terminal } from '../terminal.ts';

export function loads(program: Command, io: Terminal): void {
  const group = program.command('loads');
  group
    .command('list')
    .description('every load, the newest first')
    .action(async (options: { json?: boolean }, command: Command) => {
      const found = await withProject(command, ({ warehouse }) => listLoads(warehouse));
      io.result(options.json === true ? `${JSON.stringify({ loads: found }, null, 2)}\n` : table(found));
    });
  group
    .command('undo')
    .description('take a load away as if it had never been')
    .argument('<load>', 'its number', number)
    .action(async (load: number, options: { json?: boolean }, command: Command) => {
      const undone = await changeProject(command, ({ config, warehouse }) =>
        undoLoad(load, intakeOptions({ config, warehouse, io })),
      );
      if (options.json === true) io.result(`${JSON.stringify({ undone }, null, 2)}\n`);
      else io.say(`Load ${load} is undone: ${undone.files.map(({ file }) => file).join(', ')}.`);
    });
  group
    .command('tidy')
    .description('give back the room of what was replaced or taken away')
    .option('--keep-days <n>', 'on a cluster: keep earlier states of the tables so long', days, 7)
    .action(async (options: { keepDays: number; json?: boolean }, command: Command) => {
      await changeProject(command, ({ warehouse }) => warehouse.tidy(options.keepDays));
      if (options.json === true) io.result(`${JSON.stringify({ tidied: true })}\n`);
      else io.say('Tidied.');
    });
}

function number(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('expected the number of a load, see "tidemark loads list"');
}

function days(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('expected a whole number of days');
}

function table(found: readonly PastLoad[]): string {
  const rows = found.flatMap(({ load, at, undoneAt, files }) =>
    files.map((file) => [
      String(load),
      at.slice(0, 19).replace('T', ' '),
      file.file.replace(/^.*[/\\]/, ''),
      String(file.records),
      String(file.loaded),
      undoneAt === null ? '' : 'undone',
    ]),
  );
  if (rows.length === 0) return 'No loads yet.\n';
  return `${laidOut([['load', 'at (UTC)', 'file', 'records', 'loaded', ''], ...rows], { right: [3, 4] })}\n`;
}
