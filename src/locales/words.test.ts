import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { type MessageName, wordsOf } from './index.ts';
import { it } from './it.ts';

const root = new URL('../', import.meta.url).pathname;
const code = globSync('**/*.ts', { cwd: root })
  .filter((file) => !file.startsWith('locales/') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(root + file, 'utf8'))
  .join('\n');
const names = Object.keys(en) as MessageName[];

/** `missing.no_data` is in use where the code says it, or says `missing.${…}`. */
function isUsed(name: string): boolean {
  const cuts = [...name.matchAll(/\./g)].map(({ index }) => `\`${name.slice(0, index + 1)}\${`);
  const insightStems = [...name.matchAll(/[A-Z]/g)].map(({ index }) => `\${reading}${name.slice(index)}`);
  return code.includes(`'${name}'`) || [...cuts, ...insightStems].some((start) => code.includes(start));
}

test('no message is left that nothing says', () => {
  expect(
    names.filter((name) => !isUsed(name) && !(name.startsWith('problem.') && name.endsWith('.advice'))),
  ).toEqual([]);
});

const facts = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{([a-z]\w*)(?=[,}])/g)].map(([, name = '']) => name))].sort();

test.each(names)('%s uses the same facts in Italian as in English', (name) => {
  expect(facts(it[name]).filter((fact) => fact !== 'n')).toEqual(
    facts(en[name]).filter((fact) => fact !== 'n'),
  );
});

test('every message is well formed in both languages', () => {
  const anything = Object.fromEntries(names.flatMap((name) => facts(en[name])).map((fact) => [fact, 3]));
  for (const language of ['en', 'it'] as const) {
    const words = wordsOf(language);
    for (const name of names) expect(words.say(name, anything)).not.toContain('{');
  }
});

test.each([
  ['en', 1, 'One day has no record at all and is left as a gap: 1 May.'],
  ['it', 1, 'Un giorno non ha alcun record ed è lasciato vuoto: 1 May.'],
  ['it', 2, '2 giorni non hanno alcun record e sono lasciati vuoti: 1 May.'],
] as const)('%s says %d with its plural', (language, n, sentence) => {
  expect(wordsOf(language).say('block.quality.gaps', { n, days: '1 May' })).toBe(sentence);
});
