/** `npm run mutation [FOLDER | FOLDER/FILE…]`: how many small breaks in src/chance its tests notice; into docs/chance. */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Mutant, mutate } from './mutate.ts';
import { breaks, noticed, scoreOf, total } from './score.ts';
import { asJson, type Scores, withTable } from './score-page.ts';
import { survivors } from './survivors.ts';

const root = join(import.meta.dirname, '..', '..');
const room = join(root, 'src/chance');
const page = join(root, 'docs/chance/mutation.md');
const kept = join(root, 'docs/chance/mutation.json');
const lists = join(root, 'reports/mutation');
const all = globSync('*/*.ts', { cwd: room, exclude: ['**/*.test.ts'] }).toSorted();

const asked = process.argv.slice(2);
const isAsked = (file: string) => asked.some((name) => file.startsWith(`${name}/`) || file === `${name}.ts`);
const files = asked.length > 0 ? all.filter(isAsked) : all;
if (files.length === 0) {
  process.stderr.write(
    `src/chance has no folder or file ${asked.join(', ')}; name one like intervals or power/size-for.\n`,
  );
  process.exit(2);
}

mkdirSync(lists, { recursive: true });
for (const [folder, own = []] of Object.entries(Object.groupBy(files, (file) => file.split('/')[0] ?? ''))) {
  const mutants = await mutate(
    `src/chance/${folder}`,
    own.map((file) => `src/chance/${file}`),
  );
  const byFile = own.map((file) => [file, mutants.filter((mutant) => isOf(file, mutant))] as const);
  for (const [file, broken] of byFile) {
    writeFileSync(
      join(lists, `${file.replace('/', '-').replace(/\.ts$/, '')}.txt`),
      `${survivors(broken).join('\n')}\n`,
    );
  }
  keep(Object.fromEntries(byFile.map(([file, broken]) => [file, scoreOf(broken)])));
}

function isOf(file: string, { fileName }: Mutant): boolean {
  return fileName.replaceAll('\\', '/').endsWith(`/chance/${file}`);
}

/** Adds what was measured to what is known of files that are still there. */
function keep(measured: Scores): void {
  const known: Scores = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
  const merged = Object.entries({ ...known, ...measured });
  const scores = Object.fromEntries(merged.filter(([file]) => all.includes(file)));
  writeFileSync(kept, asJson(scores));
  writeFileSync(page, withTable(readFileSync(page, 'utf8'), scores, all));
  const found = total(Object.values(measured));
  const names = Object.keys(measured);
  process.stdout.write(
    `${names.join(' ')}: ${noticed(found)} of ${breaks(found)} noticed; see reports/mutation\n`,
  );
}
