/** A hurried person at the terminal: their own file in a minute, and one sentence for everything that goes wrong. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { outputSchemas } from '../../src/cli/output-schemas.ts';
import { encodeRowsKey } from '../../src/metrics/rows-key.ts';
import { emptyFolder, textOf, tidemark } from './tidemark.ts';

/** Two months of a small desk: every fifth ticket is answered late. */
function tickets(): string {
  const rows = Array.from({ length: 400 }, (_, i) => {
    const day = String((i % 28) + 1).padStart(2, '0');
    const month = i < 200 ? '03' : '04';
    const answered = i % 5 === 0 ? '17:30' : '10:05';
    const score = i % 3 === 0 ? (i % 7 === 0 ? 2 : 5) : '';
    return [
      `T-${1000 + i}`,
      `${day}/${month}/2025 09:00`,
      `${day}/${month}/2025 ${answered}`,
      `${day}/${month}/2025 18:00`,
      ['Email', 'Phone'][i % 2],
      ['Billing', 'Delivery'][i % 2],
      `customer${i % 90}`,
      score,
    ].join(';');
  });
  return `Ticket ID;Created at;First response at;Solved at;Channel;Category;Requester;Satisfaction\n${rows.join('\n')}\n`;
}

describe('a person with their own export', () => {
  const folder = emptyFolder();
  const file = join(folder, 'tickets.csv');
  const run = (...args: readonly string[]) => tidemark(folder, ...args);
  beforeAll(() => {
    writeFileSync(file, tickets());
    run('inspect', file);
    run('import', file);
  });

  test('inspect makes the project and a mapping that loads as it is', () => {
    expect(existsSync(join(folder, 'tidemark.yaml'))).toBe(true);
    expect(readFileSync(join(folder, 'mappings/tickets.yaml'), 'utf8')).toContain('DD/MM/YYYY');
  });

  test('a mapping that stands is kept', () => {
    expect(run('inspect', file).words).toContain('Kept the mapping that is there');
  });

  test('figures come with interval and verdict, JSON alone on stdout', () => {
    const { out, words } = run(
      'metrics',
      'first_response_time',
      '--period',
      '2025-04',
      '--compare',
      'previous',
      '--json',
    );
    expect(words).toBe('');
    const [median] = outputSchemas.metrics.parse(JSON.parse(out)).figures;
    expect(median).toMatchObject({ n: 200, value: 3900, unit: 'seconds' });
    expect(median?.comparison?.verdict).toBe('no_change_bigger_than');
  });

  test('who names no period gets the last full month, and is told which', () => {
    const { out, words } = run('metrics', 'cases_opened', '--json');
    expect(words).toBe('Period: 2025-03. --period names another.\n');
    expect(outputSchemas.metrics.parse(JSON.parse(out)).figures).toMatchObject([{ n: 200 }]);
  });

  test('a filter on what is there, but not in the period, has no cases', () => {
    const { out, code } = run(
      'metrics',
      'cases_opened',
      '--period',
      '2031',
      '--where',
      'channel=phone',
      '--json',
    );
    const [opened] = outputSchemas.metrics.parse(JSON.parse(out)).figures;
    expect([code, opened?.n]).toEqual([0, 0]);
  });

  test('where there is no figure, it says why in words', () => {
    const { out } = run('metrics', 'csat', '--period', '2031');
    expect(out).toContain('\nWithout a value\n  csat: There is no data.\n');
  });

  test('the report comes in three forms with a manifest, the same bytes each time', () => {
    const once = run('report', '--out', join(folder, 'a'), '--json').json<{ files: string[] }>().files;
    const again = run('report', '--out', join(folder, 'b'), '--json').json<{ files: string[] }>().files;
    expect(once.map((path) => path.replace(/^.*\./, ''))).toEqual(['html', 'pdf', 'txt', 'json']);
    for (const [i, path] of once.entries())
      expect(readFileSync(path).equals(readFileSync(again[i] ?? ''))).toBe(true);
  });

  test('the Italian report has Italian words and numbers', () => {
    const [file] = run('report', '--lang', 'it', '--format', 'text', '--json').json<{ files: string[] }>()
      .files;
    const text = textOf(file);
    expect(text).toContain('Gli indicatori che contano');
    expect(text).not.toMatch(/Too early|Steady|This period|channel|missing\./);
  });

  test('an undone load is gone as if it had never been, and can come back', () => {
    const version = run('doctor', '--json').json<{ dataVersion: string }>().dataVersion;
    expect(run('loads', 'undo', '1').code).toBe(0);
    expect(run('report').words).toContain('no records in this project');
    run('import', file);
    expect(run('doctor', '--json').json<{ dataVersion: string }>().dataVersion).toBe(version);
  });
});

test('answers without dates are told for all time, and refused by slices of it', () => {
  const folder = emptyFolder();
  const file = join(folder, 'answers.csv');
  writeFileSync(file, `id,nps\n${Array.from({ length: 50 }, (_, i) => `A${i},${i % 11}`).join('\n')}\n`);
  tidemark(folder, 'inspect', file);
  tidemark(folder, 'import', file);
  expect(tidemark(folder, 'metrics', 'nps')).toMatchObject({
    code: 0,
    words: 'Period: all. --period names another.\n',
  });
  for (const words of [
    ['metrics', 'nps', '--grain', 'month'],
    ['chart', 'nps'],
  ]) {
    const refused = tidemark(folder, ...words);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.words).toContain('nothing that is loaded has a date; expected dates');
  }
});

describe('what goes wrong is one sentence with what was found, what was expected and what to do', () => {
  const folder = emptyFolder();
  const path = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const good = path('tickets.csv', tickets());
  beforeAll(() => {
    tidemark(folder, 'inspect', good);
    tidemark(folder, 'import', good);
  });
  const wrong = (old: string, by: string): string => {
    const mapping = readFileSync(join(folder, 'mappings/tickets.yaml'), 'utf8');
    expect(mapping).toContain(old);
    return path('wrong.yaml', mapping.replaceAll(old, by));
  };

  const rowsOfNobody = encodeRowsKey({
    metric: 'cases_opened',
    rules: {},
    period: null,
    zone: 'UTC',
    where: [{ dimension: 'channel', values: ['emial'] }],
  });

  const cases: readonly (readonly [string, () => readonly string[], RegExp])[] = [
    ['a missing file', () => ['import', join(folder, 'tikets.csv')], /no such file; expected a CSV/],
    [
      'a folder with nothing to load in it',
      () => ['import', mkdtempSync(join(folder, 'empty-'))],
      /no file in .* that a mapping is for; expected files to load/,
    ],
    ['an empty file', () => ['import', path('empty.csv', '')], /empty file/],
    [
      'a binary file',
      () => [
        'inspect',
        path(
          'photo.csv',
          Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256),
        ),
      ],
      /binary|not text/,
    ],
    [
      'an old workbook',
      () => [
        'inspect',
        path(
          'old.xls',
          Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]),
        ),
      ],
      /\.xls/,
    ],
    [
      'a mapping with a typo',
      () => ['import', good, '--mapping', wrong('columns:', 'colums:')],
      /wrong\.yaml:\d+:\d+: .*did you mean "columns"/,
    ],
    [
      'a column that is not there',
      () => ['import', good, '--mapping', wrong('Ticket ID', 'TicketID')],
      /TicketID.*Ticket ID/s,
    ],
    [
      'a key that is not unique',
      () => ['import', good, '--mapping', wrong('key: Ticket ID', 'key: Channel')],
      /key|Channel/,
    ],
    [
      'a metric with a typo',
      () => ['metrics', 'first_respones_time', '--period', 'all'],
      /perhaps first_response_time/,
    ],
    [
      'a period that ends before it starts',
      () => ['metrics', 'csat', '--period', '2025-04..2025-03'],
      /ends before it starts/,
    ],
    [
      'a dimension that is not there',
      () => ['metrics', 'csat', '--period', 'all', '--by', 'chanel'],
      /write channel/,
    ],
    [
      'a filter on a value that is nowhere',
      () => ['metrics', 'csat', '--period', 'all', '--where', 'channel=Emial'],
      /no record with channel=emial; .*did you mean "email"\?/i,
    ],
    [
      'the same beside a value that is there, of a chart',
      () => ['chart', 'csat', '--period', 'all', '--where', 'channel=email', '--where', 'channel=fone'],
      /no record with channel=fone; .*did you mean "phone"\?/,
    ],
    [
      'the other side of a comparison that is nowhere',
      () => ['compare', 'csat', '--period', '2025-04', '--where', 'channel=email', '--with', 'channel=phon'],
      /no record with channel=phon; .*did you mean "phone"\?/,
    ],
    [
      'the other side of a change split by its segments',
      () => ['compare', 'csat', '--period', '2025-04', '--by', 'channel', '--with', 'segment:channel=phon'],
      /no record with channel=phon; .*did you mean "phone"\?/,
    ],
    [
      'a sample size for nobody',
      () => ['power', 'csat', '--detect', '0.02', '--where', 'category=Biling'],
      /no record with category=Biling; .*did you mean "Billing"\?/i,
    ],
    [
      'parts side by side of nobody',
      () => ['people', 'csat', '--period', 'all', '--by', 'category', '--where', 'channel=emial'],
      /no record with channel=emial; .*did you mean "email"\?/,
    ],
    [
      'rows of nobody',
      () => ['rows', rowsOfNobody],
      /no record with channel=emial; .*did you mean "email"\?/,
    ],
    [
      'a report about nobody',
      () => ['report', '--where', 'channel=emial'],
      /no record with channel=emial; .*did you mean "email"\?/,
    ],
    [
      'a wrong rule',
      () => ['metrics', 'resolution_time', '--period', 'all', '--rule', 'clock=busines'],
      /write clock=business/,
    ],
    ['a wrong form', () => ['report', '--format', 'docx'], /"docx" after --format; expected html/],
    [
      'figures per person while people are off',
      () => ['metrics', 'cases_opened', '--period', 'all', '--by', 'owner'],
      /people/,
    ],
    ['a key that opens nothing', () => ['rows', 'abc'], /key/],
  ];
  test.each(cases)('%s', (_name, args, sentence) => {
    const { code, out, words } = tidemark(folder, ...args());
    expect(words).toMatch(sentence);
    expect(words).not.toMatch(/\n\s+at |unexpected fault/);
    expect([code, out]).toEqual([2, '']);
  });

  test('a configuration with a typo names the line and the nearest key', () => {
    const project = emptyFolder();
    writeFileSync(join(project, 'tidemark.yaml'), 'company:\n  name: X\nlangage: it\n');
    expect(tidemark(project, 'doctor')).toMatchObject({
      code: 2,
      words: expect.stringMatching(/tidemark\.yaml:3:1: .*did you mean "language"\?/),
    });
  });

  test('no project at all', () => {
    expect(tidemark(emptyFolder(), 'doctor').words).toContain('run "tidemark init" there');
  });

  test('of two files one of which is wrong, none is loaded', () => {
    const project = emptyFolder();
    const one = join(project, 'tickets.csv');
    writeFileSync(one, tickets());
    tidemark(project, 'inspect', one);
    expect(tidemark(project, 'import', one, join(project, 'tickets-missing.csv')).code).toBe(2);
    expect(tidemark(project, 'report').words).toContain('no records in this project');
  });
});
