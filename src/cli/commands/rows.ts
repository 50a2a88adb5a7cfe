/** `tidemark rows`: the rows behind a figure, each with its link into its own tool. */
import { once } from 'node:events';
import type { Command } from 'commander';
import type { Config } from '../../config/index.ts';
import { rowsBehind } from '../../metrics/index.ts';
import type { Row } from '../../warehouse/index.ts';
import { withProject } from '../project.ts';
import type { Terminal } from '../terminal.ts';

export function rows(program: Command, io: Terminal): void {
  program
    .command('rows')
    .description('the rows behind a figure, as JSON lines')
    .argument('<key>', 'the key that stands with the figure, in the report and in "tidemark metrics --json"')
    .option('--limit <number>', 'stop after so many rows')
    .action(async (key: string, options: { limit?: string }, command: Command) => {
      await withProject(command, { readOnly: true }, async ({ config, warehouse }) => {
        let left = options.limit === undefined ? Number.POSITIVE_INFINITY : Number(options.limit);
        const people = config.people !== null;
        for await (const row of rowsBehind(warehouse, key, { people }, { signal: io.signal })) {
          if (left-- <= 0) break;
          if (!process.stdout.write(`${JSON.stringify(linked(row, config))}\n`))
            await once(process.stdout, 'drain');
        }
      });
    });
}

/** The record's address in its own tool, where the source has one. */
function linked(row: Row, { sources }: Config): Row {
  const url = sources.find(({ id }) => id === row['source'])?.caseUrl;
  const id = row['case_id'] ?? row['id'];
  return url === undefined || id === null
    ? row
    : { ...row, case_url: url.replace('{id}', encodeURIComponent(String(id))) };
}
