/** `npm run bench [NAME…]`: every benchmark in one run, as a table, and as JSON in bench/results/. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Measure } from './measure.ts';

const benches = {
  import: async () => (await import('./import.ts')).bench(),
  memory: async () => (await import('./memory.ts')).bench(),
  facts: async () => (await import('./facts.ts')).bench(),
  demo: async () => (await import('./demo.ts')).bench(),
  report: async () => (await import('./report.ts')).bench(),
  questions: async () => (await import('./questions.ts')).bench(),
  mailing: async () => (await import('./mailing.ts')).bench(),
  cluster: async () => (await import('./cluster.ts')).bench(),
  verdicts: async () => (await import('./verdicts.ts')).bench(),
} as const satisfies Readonly<Record<string, () => Promise<readonly Measure[]>>>;

const asked = process.argv.slice(2);
const chosen = Object.entries(benches).filter(([name]) => asked.length === 0 || asked.includes(name));
if (chosen.length === 0)
  throw new Error(`no benchmark ${asked.join(', ')}: there are ${Object.keys(benches).join(', ')}`);

const measures: Measure[] = [];
for (const [name, bench] of chosen) {
  process.stderr.write(`${name} …\n`);
  measures.push(...(await bench()));
}

const ratio = ({ seconds, against }: Measure): string =>
  against === undefined ? '' : `${(seconds / against.seconds).toFixed(2)} × ${against.what}`;
console.table(
  measures.map((measure) => ({
    what: measure.what,
    seconds: measure.seconds.toFixed(3),
    ratio: ratio(measure),
    goal: measure.goal ?? '',
    more: measure.more ?? '',
  })),
);

const results = join(import.meta.dirname, 'results');
mkdirSync(results, { recursive: true });
const machine = { cores: cpus().length, node: process.versions.node };
writeFileSync(join(results, 'latest.json'), `${JSON.stringify({ machine, measures }, null, 2)}\n`);
