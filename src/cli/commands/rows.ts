/** `tidemark rows`: the rows behind a figure, each with its link into its own tool. */
import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, InvalidArgumentError } from 'commander';
import type { Config } from '../../config/index.ts';
import { questionBehind, refuseUnknownValues, rowsBehind } from '../../metrics/index.ts';
import type { Row } from '../../warehouse/index.ts';
import { csvLines } from '../csv-lines.ts';
import { withProject } from '../project.ts';
import { answerContext } from '../question.ts';
import type { Terminal } from '../terminal.ts';

interface RowsOptions {
  readonly limit?: number;
  readonly skip?: number;
  readonly csv?: boolean;
  readonly out?: string;
}

const examples = `
Examples:
  $ tidemark rows KEY --limit 50                    the first page
  $ tidemark rows KEY --limit 50 --skip 50          the second
  $ tidemark rows KEY --csv --out rows.csv          all of them, however many, for a spreadsheet`;

export function rows(program: Command, io: Terminal): void {
  program
    .command('rows')
    .argument('<key>', 'the key that stands with the figure, in the report and in "tidemark metrics --json"')
    .option('--limit <number>', 'so many rows at most', whole)
    .option('--skip <number>', 'leave out so many at the beginning', whole)
    .option('--csv', 'CSV with a header instead of JSON lines')
    .option('--out <file>', 'write into a file')
    .addHelpText('after', examples)
    .action(async (key: string, options: RowsOptions, command: Command) => {
      const { limit, skip, csv = false, out } = options;
      await withProject(command, async ({ config, warehouse }) => {
        const page = { ...(limit === undefined ? {} : { limit }), ...(skip === undefined ? {} : { skip }) };
        const context = answerContext(config);
        await refuseUnknownValues(warehouse, questionBehind(key), context);
        const found = rowsBehind(warehouse, key, context, { signal: io.signal, ...page });
        const lines = csv ? csvLines(linked(found, config)) : jsonLines(linked(found, config));
        await pipeline(lines, out === undefined ? standardOut() : createWriteStream(out, { mode: 0o600 }));
      });
    });
}

/** Standard output stays open when the rows end. */
const standardOut = (): Writable =>
  new Writable({
    write: (chunk, _encoding, done) => void process.stdout.write(chunk, (error) => done(error ?? null)),
  });

function whole(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('a whole number is expected');
  return Number(text);
}

async function* jsonLines(found: AsyncIterable<Row>): AsyncGenerator<string> {
  for await (const row of found) yield `${JSON.stringify(row)}\n`;
}

/** With the record's address in its own tool, where the source has one. */
async function* linked(found: AsyncIterable<Row>, { sources }: Config): AsyncGenerator<Row> {
  const urls = new Map(sources.flatMap(({ id, caseUrl }) => (caseUrl === undefined ? [] : [[id, caseUrl]])));
  for await (const row of found) {
    const url = urls.get(String(row['source']));
    const id = row['case_id'] ?? row['id'];
    yield url === undefined || id === null || id === undefined
      ? row
      : { ...row, case_url: url.replace('{id}', encodeURIComponent(String(id))) };
  }
}
