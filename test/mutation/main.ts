/** `npm run mutation [FOLDER…]`: how many small breaks in src/chance its tests notice; into docs/chance/mutation.md. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutate } from './mutate.ts';
import { mutantsOf, noticed, scoreOf } from './score.ts';
import { withScores } from './score-table.ts';
import { survivors } from './survivors.ts';

const root = join(import.meta.dirname, '..', '..');
const page = join(root, 'docs/chance/mutation.md');
const lists = join(root, 'reports/mutation');
const folders = readdirSync(join(root, 'src/chance'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !folders.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`src/chance has no folder ${unknown.join(', ')}. It has ${folders.join(', ')}.\n`);
  process.exit(2);
}

mkdirSync(lists, { recursive: true });
for (const folder of asked.length > 0 ? asked : folders) {
  const mutants = await mutate(`src/chance/${folder}`);
  const score = scoreOf(folder, mutants);
  writeFileSync(join(lists, `${folder}.txt`), `${survivors(mutants).join('\n')}\n`);
  writeFileSync(page, withScores(readFileSync(page, 'utf8'), [score]));
  const share = (100 * noticed(score)).toFixed(1);
  process.stdout.write(
    `${folder}: ${share} % of ${mutantsOf(score)} noticed; the rest in reports/mutation/${folder}.txt\n`,
  );
}
