import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { rememberedActions } from '../../src/cli/remembered-actions.ts';
import { requestOf } from '../../src/cli/report-request.ts';
import { readConfig } from '../../src/config/index.ts';
import { askOnce } from '../../src/delivery/index.ts';
import { en } from '../../src/locales/en.ts';
import { it as italian } from '../../src/locales/it.ts';
import { catalogue, ruleOf, ruleTokens } from '../../src/metrics/index.ts';
import { makeReport } from '../../src/reports/index.ts';
import { print } from '../../src/reports/print/index.ts';
import { openWarehouse } from '../../src/warehouse/index.ts';
import { emptyFolder, textOf, tidemark } from './tidemark.ts';

const ours = [
  'whole-picture',
  'raise-satisfaction',
  'cut-cost',
  'meet-the-agreement',
  'staff-the-channels',
  'understand-customers',
  'review-people',
];

const project = join(emptyFolder(), 'demo');
beforeAll(() => {
  expect(tidemark('.', 'demo', '--out', project, '--cases', '3000').code).toBe(0);
});

const report = (...args: readonly string[]) =>
  tidemark(project, 'report', ...args, '--format', 'text', '--json');
const printed = (...args: readonly string[]): string =>
  textOf(report(...args).json<{ files: string[] }>().files[0]);

test('what is decided is told by the next report, and whether it worked', () => {
  const decided = ['--decided', '2025-09-20', '--due', '2025-10-10', '--owner', 'Digital Desk'];
  const aim = ['--metric', 'cases_opened', '--direction', 'down', '--scope', 'category=invoice'];
  const [added] = tidemark(
    project,
    'actions',
    'add',
    'A page on invoices',
    ...decided,
    ...aim,
    '--json',
  ).json<{
    actions: { id: number; overdue: boolean }[];
  }>().actions;
  expect(added).toMatchObject({ id: 1, overdue: true });
  expect(printed('--period', '2025-11')).toMatch(/A page on invoices\s+Overdue by \d+ days/);
  tidemark(project, 'actions', 'done', '1', '--on', '2025-10-06');
  expect(printed('--period', '2025-12')).toMatch(
    /A page on invoices\s+Done on 6 October 2025\s+✓? ?It worked/,
  );
  expect(tidemark(project, 'actions', 'list').out).toContain('came with less: Cases opened is');
});

test('what a report asks to decide can be taken, once, and is not asked again', () => {
  const first = printed('--period', '2025-10');
  const [, asked = ''] = /DECIDE\n\n1\. ([^\n]{20,50})/.exec(first) ?? [];
  expect(tidemark(project, 'actions', 'take', '1', '--owner', 'Anna').code).toBe(0);
  const again = tidemark(project, 'actions', 'take', '1');
  expect([again.code, again.words]).toEqual([
    2,
    expect.stringContaining('follows the same advice and is open'),
  ]);
  const then = printed('--period', '2025-10');
  const decide = then.slice(then.indexOf('DECIDE'), then.indexOf('earlier decisions'));
  expect(asked).not.toBe('');
  expect(decide).not.toContain(asked);
  expect(tidemark(project, 'actions', 'take', '7').words).toContain('nothing with the number "7" to decide');
});

test.each([
  [['--where', 'team=Base Cmp'], /no record with team=Base Cmp; expected .*; did you mean "Base Camp"\?/],
  [
    ['--where', 'team=Base Camp', '--where', 'team=Gear Lab', '--where', 'channel=fax'],
    /no record with channel=fax/,
  ],
  [['nobodys-template'], /no template "nobodys-template"; expected cut-cost, /],
  [['docs'], /docs: a folder, not a file/],
])('%s is refused in one sentence, and nothing is printed', (args, message) => {
  const out = join(emptyFolder(), 'out');
  const refused = report(...args, '--period', '2025-10', '--out', out);
  expect(refused.code).toBe(2);
  expect(refused.words.trim().split('\n')).toHaveLength(1);
  expect(refused.words).toMatch(message);
  expect(existsSync(out)).toBe(false);
});

test('a note that is not there in the language of the report is missed, not left out', () => {
  writeFileSync(join(project, 'reports', 'noted.yaml'), 'include: whole-picture\nnote: { it: Buon mese. }\n');
  expect(report('noted').words).toContain('a note in it, and a report in en');
  expect(printed('noted', '--lang', 'it')).toContain('Buon mese.');
});

test('a preview shows mistakes with their place, goes on, and leaves cleanly', async () => {
  const file = join(project, 'reports', 'seen.yaml');
  const write = (block: string) =>
    writeFileSync(file, `include: whole-picture\none: [${block}]\ntwo: []\nbehind: []\n`);
  write('headline');
  const bin = join(import.meta.dirname, '../../bin/tidemark.js');
  const child = spawn(process.execPath, [bin, '--project', project, 'report', 'seen', '--watch']);
  let [out, words] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    words += String(chunk);
  });
  const until = async (has: () => boolean): Promise<void> => {
    for (let tries = 0; tries < 300 && !has(); tries++) await pause(100);
    expect(has()).toBe(true);
  };
  await until(() => words.includes('Ctrl-C ends it'));
  expect(out).toContain('The figures that matter');
  write('headlin');
  await until(() => words.includes('seen.yaml:2:7: "headlin"'));
  write('flow');
  await until(
    () =>
      out.lastIndexOf('still open at the end') > out.indexOf('Reproduce') &&
      (words.match(/Ctrl-C/g) ?? []).length === 2,
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

/** Words of every language that the product itself prints: messages, definitions, rules. */
const vocabulary = (texts: unknown): ReadonlySet<string> =>
  new Set(
    JSON.stringify(texts)
      .replace(/\\n/g, ' ')
      .match(/[\p{L}’']{3,}/gu)
      ?.map((word) => word.toLowerCase()),
  );
const definitions = (language: 'en' | 'it') => [
  catalogue.map(({ words }) => words[language]),
  ruleTokens
    .map(ruleOf)
    .map(({ words, values = {} }) => [
      words[language],
      Object.values(values).map((value) => value[language]),
    ]),
];
const english = vocabulary([en, definitions('en')]);
const inItalian = vocabulary([italian, definitions('it')]);
/** What the company itself says: names of its data, its confidentiality line, what it decided, the commands to type. */
const data = (): ReadonlySet<string> =>
  vocabulary([
    readFileSync(join(project, 'tidemark.yaml'), 'utf8'),
    readFileSync(join(project, 'data', 'truth.json'), 'utf8'),
    readFileSync(join(project, 'data', 'changes.csv'), 'utf8'),
    rememberedActions({ folder: project }),
    'tidemark report npx rows period lang consumer club partner Kaplan Meier',
  ]);

test('no report of ours has an English word in Italian, but names and data', async () => {
  const config = readConfig(project);
  const warehouse = await openWarehouse({ path: config.warehouse, readOnly: true });
  const once = askOnce(warehouse);
  const known = data();
  const foreign: Record<string, readonly string[]> = {};
  for (const name of ours) {
    const asked = { language: 'it', where: [], rules: {} } as const;
    const request = requestOf(config, name, { from: '2025-10-01', to: '2025-11-01' }, asked);
    const { report: made } = await makeReport(once, request);
    foreign[name] = englishIn(new TextDecoder().decode(await print(made, 'text')), known);
  }
  await warehouse.close();
  expect(foreign).toEqual(Object.fromEntries(ours.map((name) => [name, []])));
});

/** What is typed to choose a rule, in every language. */
const ruleNames = ruleTokens.flatMap((token) => [
  token,
  ...Object.keys(ruleOf(token).values ?? {}).filter((value) => value.includes('_')),
]);

/** Words that only the English messages have, and names of the code. */
function englishIn(text: string, known: ReadonlySet<string>): readonly string[] {
  expect(text.length).toBeGreaterThan(3000);
  const spoken = ruleNames.reduce((rest, name) => rest.replaceAll(name, ' '), text);
  const ownWords = spoken.replace(/«[^»]*»|“[^”]*”|npx tidemark rows \S+/g, ' ');
  const words = (ownWords.match(/[\p{L}’']{3,}/gu) ?? []).map((word) => word.toLowerCase());
  const foreign = words.filter((word) => english.has(word) && !inItalian.has(word) && !known.has(word));
  return [...new Set([...foreign, ...(ownWords.match(/\b[a-z]+_[a-z_]+\b/g) ?? [])])];
}

test('a template of your own is made by options alone, and printed', () => {
  const made = tidemark(
    project,
    'report',
    'new',
    '--objective',
    'meet_agreement',
    '--where',
    'team=Base Camp',
    '--name',
    'Base',
  );
  expect(made.code).toBe(0);
  expect(existsSync(join(project, 'reports', 'Base.yaml'))).toBe(true);
  expect(printed('Base', '--period', '2025-10')).toContain('October 2025 · team: Base Camp');
  expect(tidemark(project, 'report', 'new', '--name', 'Base').words).toContain(
    'reports/Base.yaml is there already',
  );
});
