/** `tidemark reconcile`: theirs against ours; every difference with its reason, or counted as unexplained. */
import { once } from 'node:events';
import { type Command, InvalidArgumentError } from 'commander';
import {
  differenceRows,
  holdTotals,
  logAndTable,
  logAndTableRows,
  reconcileSources,
  type Sides,
} from '../../metrics/reconcile/index.ts';
import { Problem, type RecordKind, recordKinds } from '../../model/index.ts';
import type { Row } from '../../warehouse/index.ts';
import { type Project, withProject } from '../project.ts';
import { answerContext, repeated } from '../question.ts';
import { readTotals } from '../read-totals.ts';
import { heldJson } from '../reconcile-json.ts';
import { logAndTableText, sourcesText, totalsText } from '../reconcile-text.ts';
import type { Terminal } from '../terminal.ts';

const examples = `
Examples:
  $ tidemark reconcile --totals helpdesk-report.csv              metric,period,value: under which rules is theirs ours?
  $ tidemark reconcile --source desk --source export             the cases of two sources, one by one
  $ tidemark reconcile --source desk --source export --record messages --key id --key attributes.number
  $ tidemark reconcile --source desk                             what its table states against what its log says
  $ tidemark reconcile --source desk --source export --rows      every difference as a JSON line`;

interface ReconcileOptions {
  readonly source: readonly string[];
  readonly record: RecordKind;
  readonly key: readonly string[];
  readonly totals?: string;
  readonly period: string;
  readonly zone: readonly string[];
  readonly rows?: boolean;
  readonly json?: boolean;
}

export function reconcile(program: Command, io: Terminal): void {
  program
    .command('reconcile')
    .option(
      '--source <id>',
      'two sources to hold against each other, or one against its own log',
      repeated,
      [],
    )
    .option('--record <kind>', recordKinds.join(', '), recordKind, 'cases')
    .option(
      '--key <key>',
      'what names a record: id, a column or attributes.NAME; twice where it differs',
      repeated,
      [],
    )
    .option('--totals <file>', 'stated totals as CSV or YAML: metric, value, period, dimensions')
    .option('--period <period>', 'of totals that name none', 'all')
    .option('--zone <zone>', 'another zone to try for totals; may be repeated', repeated, [])
    .option('--rows', 'every difference as a JSON line')
    .addHelpText('after', examples)
    .action(async (options: ReconcileOptions, command: Command) => {
      await withProject(command, async (project) => {
        if (options.totals !== undefined) return io.result(await totals(project, options.totals, options));
        if (options.rows === true) return print(differences(project, options), io);
        io.result(await records(project, options));
      });
    });
}

async function totals(
  { config, warehouse }: Project,
  path: string,
  options: ReconcileOptions,
): Promise<string> {
  const others = ['UTC', ...config.sources.flatMap(({ zone }) => zone ?? []), ...options.zone];
  const held = await holdTotals(warehouse, readTotals(path, options.period), {
    zone: config.zone,
    zones: [...new Set(others)].filter((zone) => zone !== config.zone),
    context: answerContext(config),
  });
  return options.json === true ? heldJson(held) : totalsText(held);
}

async function records({ warehouse }: Project, options: ReconcileOptions): Promise<string> {
  const sides = sidesOf(options);
  if (sides === null) {
    const columns = await logAndTable(warehouse, options.source[0] ?? '');
    return options.json === true ? `${JSON.stringify({ columns }, null, 2)}\n` : logAndTableText(columns);
  }
  const found = await reconcileSources(warehouse, sides);
  return options.json === true ? `${JSON.stringify(found, null, 2)}\n` : sourcesText(found);
}

function differences({ warehouse }: Project, options: ReconcileOptions): AsyncIterable<readonly Row[]> {
  const sides = sidesOf(options);
  return sides === null
    ? logAndTableRows(warehouse, options.source[0] ?? '')
    : differenceRows(warehouse, sides);
}

async function print(batches: AsyncIterable<readonly Row[]>, io: Terminal): Promise<void> {
  for await (const batch of batches) {
    if (io.signal.aborted) return;
    const text = batch.map((row) => `${JSON.stringify(row)}\n`).join('');
    if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}

/** null where one source is held against itself. @throws Problem `sources_missing` */
function sidesOf({ source: [a, b], record, key }: ReconcileOptions): Sides | null {
  if (a === undefined) throw nothingNamed();
  const [first = 'id', second = first] = key;
  return b === undefined ? null : { record, a, b, keys: { a: first, b: second } };
}

function recordKind(text: string): RecordKind {
  const kind = recordKinds.find((each) => each === text);
  if (kind !== undefined) return kind;
  throw new InvalidArgumentError(`expected one of ${recordKinds.join(', ')}`);
}

const nothingNamed = (): Problem =>
  new Problem('sources_missing', {
    found: 'neither --source nor --totals',
    expected: 'what to hold against ours',
    todo: 'name two sources (--source desk --source export), one, or a file of totals (--totals report.csv)',
  });
