/** One table seen twice: what the terminal says of the differences is what was planted. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { outputSchemas } from '../../src/cli/output-schemas.ts';
import { absent, emptyFolder, example, shared, tidemark } from './tidemark.ts';

const incidents = 'tickets/bpi2014-rabobank-1000/incidents.csv';

describe.skipIf(absent(incidents))(`two sources (skipped without shared data: ${incidents})`, () => {
  const project = emptyFolder();

  beforeAll(() => {
    const mapping = readFileSync(join(example('rabobank'), 'mappings/incidents.yaml'), 'utf8');
    const ours = mapping.replace(/^source: .*/m, 'source: ours');
    // Theirs lacks the last hundred, reads the times as UTC, and takes hours for minutes.
    const theirs = mapping
      .replace(/^source: .*/m, 'source: theirs')
      .replace(/^files: .*/m, 'files: ["theirs.csv"]')
      .replace(/^zone: .*/m, 'zone: UTC')
      .replace('unit: hours', 'unit: minutes');
    mkdirSync(join(project, 'mappings'));
    writeFileSync(join(project, 'mappings/ours.yaml'), ours);
    writeFileSync(join(project, 'mappings/theirs.yaml'), theirs);
    writeFileSync(
      join(project, 'tidemark.yaml'),
      'company: { name: Two views }\nzone: Europe/Amsterdam\nsources: [{ id: ours }, { id: theirs }]\n',
    );
    const lines = readFileSync(join(shared, incidents), 'utf8').split('\n').slice(0, 901);
    writeFileSync(join(project, 'theirs.csv'), `${lines.join('\n')}\n`);
    tidemark(project, 'import', join(shared, incidents), join(project, 'theirs.csv'));
  });

  const args = ['reconcile', '--source', 'ours', '--source', 'theirs'];

  test('every difference of nine hundred records has its reason; four of the missing hundred have none', () => {
    const told = tidemark(project, ...args, '--json').json<{
      both: number;
      unexplained: number;
      differences: { where: string; column: string | null; reason: string | null; count: number }[];
    }>();
    outputSchemas.reconcile.parse(told);
    expect([told.both, told.unexplained]).toEqual([900, 4]);
    expect(
      told.differences.map(({ where, column, reason, count }) => [where, column, reason, count]),
    ).toEqual([
      ['only_a', null, 'not_yet_loaded', 96],
      // Within the hours by which theirs is ahead.
      ['only_a', null, null, 4],
      ['differs', 'opened_at', 'other_time_zone', 900],
      ['differs', 'resolved_at', 'other_time_zone', 871],
      ['differs', 'reopened_at', 'other_time_zone', 49],
      ['differs', 'closed_at', 'other_time_zone', 900],
      ['differs', 'handle_s', 'other_unit', 896],
    ]);
  });

  test('the rows are as many as were counted', () => {
    const rows = tidemark(project, ...args, '--rows')
      .out.trim()
      .split('\n');
    expect(rows).toHaveLength(100 + 900 + 871 + 49 + 900 + 896);
    expect(JSON.parse(rows.at(-1) ?? '')).toMatchObject({ column: 'handle_s', reason: 'other_unit' });
  });

  test('a source that is not there is refused with the nearest', () => {
    const refused = tidemark(project, 'reconcile', '--source', 'ours', '--source', 'their');
    expect([refused.code, refused.words]).toEqual([2, expect.stringContaining('did you mean "theirs"?')]);
  });
});
