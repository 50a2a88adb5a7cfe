import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { templateNames } from './find-template.ts';
import { readTemplate } from './read-template.ts';

let project = '';
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'tidemark-template-'));
  mkdirSync(join(project, 'reports'));
});

const write = (name: string, text: string | Uint8Array): void =>
  writeFileSync(join(project, 'reports', name), text);
const read = (name: string) => readTemplate(name, { project }).template;

test('each of ours can be read by its name', () => {
  const names = templateNames(project);
  expect(names).toContain('whole-picture');
  for (const name of names) expect(read(name).figures.length).toBeGreaterThan(3);
});

test('what a template does not say comes from the one that it includes', () => {
  write(
    'mine.yaml',
    'include: whole-picture\nfigures:\n  - { metric: csat, stats: [share] }\n  - { metric: sentiment }\none: [headline]\n',
  );
  const mine = read('mine');
  const ours = read('whole-picture');
  expect(mine.one).toEqual(['headline']);
  expect(mine.two).toEqual(ours.two);
  expect(mine.figures[0]).toEqual({ metric: 'csat', stats: ['share'] });
  expect(mine.figures.map(({ metric }) => metric)).toEqual([
    ...ours.figures.map(({ metric }) => metric),
    'sentiment',
  ]);
});

test('targets of all counts, the own one last; the own filter wins', () => {
  write(
    'house.yaml',
    'include: whole-picture\nwhere: { team: Milan, channel: chat }\ntargets: [{ metric: csat, value: 0.8 }]\n',
  );
  write('mine.yaml', 'include: house\nwhere: { team: Rome }\ntargets: [{ metric: csat, value: 0.9 }]\n');
  const mine = read('mine');
  expect(mine.where).toEqual({ team: 'Rome', channel: 'chat' });
  expect(mine.targets.map(({ value }) => value)).toEqual([0.8, 0.9]);
});

test.each([
  ['figures: [{ metric: csatt }]', 'mine.yaml:1:21: "csatt" for "figures.0.metric"; expected perhaps csat'],
  ['include: whole-picture\none: [hedline]', 'mine.yaml:2:7: "hedline" in "one.0"'],
  ['figures: [{ metric: csat, stats: [medain] }]', 'mine.yaml:1:35: "medain" for "figures.0.stats.0"'],
  [
    'include: whole-picture\nwhere: { taem: Milan }',
    'mine.yaml:2:16: "taem" for "where.taem"; expected perhaps team',
  ],
  ['include: whole-pictur', 'mine.yaml:1:10: "whole-pictur" for "include"'],
  [
    'include: whole-picture\nnote: { fr: Bonjour }',
    'mine.yaml:2:9: the key "fr" in "note"; expected one of en, it',
  ],
  ['include: whole-picture\ncompare: [previus]', 'mine.yaml:2:11: "previus" for "compare.0"'],
  ['include: whole-picture\ntargets: [{ metric: csat }]', 'mine.yaml:2:11: nothing for "targets.0.value"'],
  [
    'include: whole-picture\nquestions: [{ ask: { en: Loyal? }, metrics: [retention] }]',
    'mine.yaml: a question that retention is to answer, which is no figure of this template',
  ],
  [
    'include: whole-picture\nactions: [{ what: x, owner: y, decided: 2025-01-01, scope: taem=Milan }]',
    'mine.yaml:2:60: "taem" for "actions.0.scope"; expected perhaps team',
  ],
  ['- 1', 'mine.yaml:1:1: [1] for the file; expected object'],
  ['objective: cut_cost', 'mine.yaml: a template without figures; expected objective, figures and one'],
])('%s is refused with its place', (text, message) => {
  write('mine.yaml', text);
  expect(() => read('mine')).toThrow(message);
});

test('a loop of includes is told with its chain', () => {
  write('a.yaml', 'include: b');
  write('b.yaml', 'include: [whole-picture, c]');
  write('c.yaml', 'include: a');
  expect(() => read('a')).toThrow(
    'reports/c.yaml:1:10: "a" for "include"; expected no loop of includes, as reports/a.yaml → reports/b.yaml → reports/c.yaml → reports/a.yaml is; take one of these includes out.',
  );
});

test('the same template may be included by two others', () => {
  write('a.yaml', 'include: [b, c]');
  write('b.yaml', 'include: whole-picture');
  write('c.yaml', 'include: whole-picture');
  expect({ ...read('a'), name: '' }).toEqual({ ...read('whole-picture'), name: '' });
});

test.each([
  [
    'a folder',
    (name: string) => mkdirSync(join(project, 'reports', name)),
    /mine\.yaml: a folder, not a file/,
  ],
  ['an empty file', (name: string) => write(name, ' \n'), /mine\.yaml: an empty file/],
  ['a picture', (name: string) => write(name, Buffer.from([137, 80, 78, 71, 0, 1])), /holds no text/],
  ['Latin-1', (name: string) => write(name, Buffer.from([0x61, 0xe9, 0x61])), /not text in UTF-8/],
])('%s is no template', (_, make, message) => {
  make('mine.yaml');
  expect(() => read('mine')).toThrow(message);
});
