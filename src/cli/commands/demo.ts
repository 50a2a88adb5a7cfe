/** `tidemark demo`: the made-up company's year, loaded and reported, so that there is something to look at. */
import { existsSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../../config/index.ts';
import { Problem } from '../../model/index.ts';
import { openWarehouse } from '../../warehouse/index.ts';
import { makeDemoProject } from '../demo-project.ts';
import { loadFiles } from '../load-files.ts';
import type { Terminal } from '../terminal.ts';
import { writeReport } from './report.ts';

interface DemoOptions {
  readonly out: string;
  readonly cases: number;
  readonly seed: number;
  readonly json?: boolean;
}

export function demo(program: Command, io: Terminal): void {
  program
    .command('demo')
    .option('--out <folder>', 'where the demo project goes', 'demo')
    .option('--cases <number>', 'how many cases the year has', whole, 50_000)
    .option('--seed <number>', 'another seed is another year of luck', whole, 1)
    .action(async (options: DemoOptions) => {
      const began = performance.now();
      const folder = emptied(resolve(options.out));
      io.say(`Making a year of ${options.cases.toLocaleString('en')} cases in ${options.out} …`);
      const { seed, cases } = options;
      const files = await makeDemoProject({ folder, seed, cases, signal: io.signal });
      const written = await loadAndReport(folder, files, io);
      const seconds = ((performance.now() - began) / 1000).toFixed(0);
      if (options.json === true) io.result(`${JSON.stringify({ project: folder, files: written })}\n`);
      else io.say(next(written, options.out, seconds));
    });
}

function whole(text: string): number {
  if (/^\d+$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError('expected a whole number above zero');
}

/** Only a folder that an earlier demo made is emptied. */
function emptied(folder: string): string {
  if (!existsSync(folder)) return folder;
  if (!existsSync(join(folder, 'data', 'truth.json'))) {
    throw new Problem('folder_taken', {
      found: `${folder}, which no demo made`,
      expected: 'a folder that is not there yet, or an earlier demo',
      todo: 'choose another with --out',
    });
  }
  for (const part of ['data', 'reports', 'mappings', 'tidemark.duckdb', 'tidemark.duckdb.wal']) {
    rmSync(join(folder, part), { recursive: true, force: true });
  }
  return folder;
}

async function loadAndReport(
  folder: string,
  files: readonly string[],
  io: Terminal,
): Promise<readonly string[]> {
  const config = readConfig(folder);
  const warehouse = await openWarehouse({ path: config.warehouse });
  try {
    await loadFiles({ config, warehouse, files, io });
    const options = { period: '2025-10', where: [], rule: [] };
    const forms = ['html', 'pdf', 'text'] as const;
    return await writeReport(warehouse, config, { template: 'whole-picture', options, forms, io });
  } finally {
    await warehouse.close();
  }
}

function next(written: readonly string[], out: string, seconds: string): string {
  return `
Done in ${seconds} s. The report:
${written.map((path) => `  ${relative('.', path)}`).join('\n')}

Try next:
  npx tidemark --project ${out} metrics csat --period 2025 --grain month
  npx tidemark --project ${out} metrics first_response_time --period 2025-10 --by channel --compare previous
  npx tidemark --project ${out} report --period 2025-03 --lang it
  npx tidemark --project ${out} warnings look
  npx tidemark inspect YOUR-FILE.csv`;
}
