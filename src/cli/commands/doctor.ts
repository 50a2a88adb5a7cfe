/** `tidemark doctor`: is everything in place, and what is in the warehouse? */
import { existsSync, statSync } from 'node:fs';
import type { Command } from 'commander';
import { wordsOf } from '../../locales/index.ts';
import { withProject } from '../project.ts';
import type { Terminal } from '../terminal.ts';
import { version } from '../version.ts';

export function doctor(program: Command, io: Terminal): void {
  program.command('doctor').action(async (options: { json?: boolean }, command: Command) => {
    const found = await withProject(command, async ({ config, warehouse }) => ({
      tidemark: version,
      node: process.versions.node,
      project: config.folder,
      warehouse: config.warehouse,
      bytes: existsSync(config.warehouse) ? statSync(config.warehouse).size : null,
      mappings: config.mappings,
      ...(await warehouse.state()),
    }));
    if (options.json === true) io.result(`${JSON.stringify(found, null, 2)}\n`);
    else io.result(told(found));
  });
}

type Found = Readonly<Record<'tidemark' | 'node' | 'project' | 'warehouse', string>> & {
  readonly bytes: number | null;
  readonly mappings: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly dataFrom: string | null;
  readonly dataThrough: string | null;
  readonly dataVersion: string;
};

function told(found: Found): string {
  const { forms } = wordsOf('en');
  const counts = Object.entries(found.counts).filter(([, count]) => count > 0);
  const lines = [
    ['tidemark', `${found.tidemark} on Node ${found.node}`],
    ['project', found.project],
    [
      'mappings',
      found.mappings.length === 0
        ? 'none yet: run "tidemark inspect FILE"'
        : found.mappings.join('\n'.padEnd(13)),
    ],
    [
      'warehouse',
      `${found.warehouse}${found.bytes === null ? '' : ` (${forms.count(found.bytes / 1e6, 1)} MB)`}`,
    ],
    [
      'records',
      counts.length === 0
        ? 'none yet: run "tidemark import FILE"'
        : counts.map(([name, n]) => `${forms.count(n)} ${name}`).join(', '),
    ],
    ['data', found.dataFrom === null ? 'undated' : `${found.dataFrom} to ${found.dataThrough}`],
    ['version', found.dataVersion],
  ];
  return `${lines.map(([name = '', text]) => `${name.padEnd(12)}${text}`).join('\n')}\n`;
}
