/** `tidemark quarantine`: what was set aside and why, and loading it again once mended. */
import type { Command } from 'commander';
import { listQuarantine, replayQuarantine, type SetAside } from '../../intake/index.ts';
import { intakeOptions } from '../load-files.ts';
import { loadTable } from '../load-table.ts';
import { changeProject, withProject } from '../project.ts';
import type { Terminal } from '../terminal.ts';

interface ListOptions {
  readonly load?: string;
  readonly reason?: string;
  readonly excluded?: boolean;
  readonly limit: string;
  readonly json?: boolean;
}

export function quarantine(program: Command, io: Terminal): void {
  const group = program.command('quarantine');
  group
    .command('list')
    .description('each with its file, place, reason and raw text')
    .option('--load <number>', 'of this load only')
    .option('--reason <code>', 'with this reason only')
    .option('--excluded', 'what a rule of the mapping left out, instead of what is broken')
    .option('--limit <number>', 'stop after so many', '20')
    .action((options: ListOptions, command: Command) => list(options, command, io));
  group
    .command('replay')
    .description('load the broken records again, by the mapping as it is now')
    .option('--load <number>', 'of this load only')
    .option('--file <file>', 'a file with the mended records, written as the first one was')
    .action(async (options: { load?: string; file?: string; json?: boolean }, command: Command) => {
      const result = await changeProject(command, ({ config, warehouse }) =>
        replayQuarantine({
          ...intakeOptions({ config, warehouse, io }),
          mappings: config.mappings,
          ...(options.load === undefined ? {} : { load: Number(options.load) }),
          ...(options.file === undefined ? {} : { file: options.file }),
        }),
      );
      io.result(options.json === true ? `${JSON.stringify(result, null, 2)}\n` : loadTable(result.files));
    });
}

async function list(options: ListOptions, command: Command, io: Terminal): Promise<void> {
  const filter = {
    kind: options.excluded === true ? ('excluded' as const) : ('quarantined' as const),
    ...(options.load === undefined ? {} : { load: Number(options.load) }),
    ...(options.reason === undefined ? {} : { code: options.reason }),
  };
  await withProject(command, async ({ warehouse }) => {
    let left =
      options.json === true && command.getOptionValueSource('limit') === 'default'
        ? Number.POSITIVE_INFINITY
        : Number(options.limit);
    for await (const batch of listQuarantine(warehouse, filter)) {
      const shown = batch.slice(0, left);
      io.result(
        shown
          .map((record) => (options.json === true ? `${JSON.stringify(record)}\n` : told(record, io.width)))
          .join(''),
      );
      left -= batch.length;
      if (left < 0) io.say(`… and more; see them with --limit or --json.`);
      if (left <= 0) break;
    }
  });
}

function told({ file, place, code, sentence, raw }: SetAside, width: number): string {
  const where = `${file.replace(/^.*[/\\]/, '')}${place === null ? '' : `:${place}`}`;
  const text = raw === null ? '(forgotten: past its age limit)' : raw.replace(/\s+/g, ' ');
  return `${where}  ${code}: ${sentence ?? ''}\n    ${text.length > width - 4 ? `${text.slice(0, width - 5)}…` : text}\n`;
}
