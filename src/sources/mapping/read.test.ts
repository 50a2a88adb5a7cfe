import { expect, test } from 'vitest';
import { isFor, parseMapping } from './read.ts';

const parse = (text: string) => parseMapping(text, 'calls.yaml');
const whole = 'source: desk\nfiles: ["calls*.csv"]\nrecord: cases\ncolumns: { opened_at: created }\n';

test('a small mapping is written out in full', () => {
  const mapping = parse(whole);
  expect(mapping).toMatchObject({
    source: 'desk',
    zone: null,
    missing: [''],
    decimal: '.',
    outputs: [{ record: 'cases', key: ['id'], attributes: 'rest' }],
  });
  expect([isFor(mapping, '/data/Calls_2025.csv'), isFor(mapping, 'tickets.csv')]).toEqual([true, false]);
});

test.each<readonly [string, string, RegExp]>([
  ['an unknown key', whole.replace('record:', 'recrod:'), /calls\.yaml:3:1: .*did you mean "record"/],
  ['an unknown kind', whole.replace('cases', 'casess'), /calls\.yaml:3:9: .*did you mean "cases"/],
  [
    'a column of ours that is none',
    whole.replace('opened_at', 'opend_at'),
    /"opend_at".*did you mean "opened_at"/,
  ],
  ['a required column that is missing', whole.replace('opened_at', 'closed_at'), /no opened_at for cases/],
  ['a zone that is none', `${whole}zone: Europe/Roma\n`, /calls\.yaml:5:7/],
  ['two origins of one value', whole.replace('created', '{ column: a, value: b }'), /exactly one of/],
  [
    'a condition that tests nothing',
    `${whole}exclude: [{ reason: x, when: { column: a } }]\n`,
    /one of is, is_not, matches or filled/,
  ],
  [
    'a pattern that the engine cannot run',
    `${whole}exclude: [{ reason: x, when: { column: a, matches: "(?=a)" } }]\n`,
    /regular expression/,
  ],
  [
    'a time to follow that is no part',
    whole.replace('created', '{ column: a, after: nowhere }'),
    /"nowhere"/,
  ],
  ['an event whose time is not mapped', `${whole}events: [resolved]\n`, /resolved_at/],
  ['no YAML', 'source: [', /calls\.yaml:1/],
])('%s is said with its place and what to do', (_what, text, message) => {
  expect(() => parse(text)).toThrow(message);
  expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'mapping_invalid' }) as Error);
});
