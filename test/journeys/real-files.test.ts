/** Files that nobody here wrote: what the terminal says of them is held against counts made apart from the product. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { outputSchemas } from '../../src/cli/output-schemas.ts';
import { openWarehouse } from '../../src/warehouse/index.ts';
import { absent, example, shared, textOf, tidemark } from './tidemark.ts';

interface Figures {
  readonly figures: readonly {
    readonly metric: string;
    readonly stat: string;
    readonly segment: Readonly<Record<string, string | null>>;
    readonly value: number | null;
    readonly n: number;
    readonly missing: string | null;
    readonly from: string | null;
    readonly rows: string;
    readonly comparison: { readonly missing: string | null } | null;
    readonly countedOut: Readonly<Record<string, number>>;
  }[];
}

function ask(project: string, ...args: readonly string[]): Figures['figures'] {
  const answer = tidemark(project, 'metrics', ...args, '--json').json<Figures>();
  outputSchemas.metrics.parse(answer);
  return answer.figures;
}

const january = 'calls/anonymous-bank-1999-january/january.txt';

describe.skipIf(absent(january))(`a bank's calls (skipped without shared data: ${january})`, () => {
  let project = '';
  beforeAll(() => {
    project = example('anonymous-bank');
    tidemark(project, 'import', join(shared, january));
  });

  test('every record is loaded or excluded, and loading again changes nothing', () => {
    const again = tidemark(project, 'import', join(shared, january), '--json').json<unknown>();
    expect(outputSchemas.import.parse(again).files[0]).toMatchObject({
      records: 31_599,
      loaded: 0,
      duplicates: 31_359,
      quarantined: 0,
      excluded: 240,
    });
  });

  const share = (base: string, value: number, n: number) =>
    [`abandonment.base=${base}`, 'abandonment_rate', value, n] as const;
  const level = (base: string, value: number, n: number) =>
    [`service_level.base=${base}`, 'service_level', value, n] as const;
  test.each([
    share('offered', 0.1028, 30_161),
    share('queued', 0.1848, 16_665),
    share('without_short', 0.097, 29_966),
    level('answered_or_abandoned_late', 0.5626, 29_155),
    level('answered', 0.6061, 27_060),
    level('offered', 0.5438, 30_161),
    level('arrived', 0.523, 31_359),
  ])('%s: %s is %d of %d', (rule, metric, value, n) => {
    const [figure] = ask(project, metric, '--period', '1999-01', '--rule', rule);
    expect(figure?.n).toBe(n);
    expect(figure?.value).toBeCloseTo(value, 4);
  });

  test.each([
    ['speed_of_answer', 27_060, 35.03, 3],
    ['wait_time', 16_665, 68.18, 46],
    ['talk_time', 27_018, 183.74, 113],
  ] as const)('%s of %d calls: mean %d s, median %d s', (metric, n, mean, median) => {
    const figures = ask(project, metric, '--period', '1999-01', '--stat', 'mean,median');
    expect(figures.map((figure) => [figure.stat, figure.n])).toEqual([
      ['mean', n],
      ['median', n],
    ]);
    expect(figures[0]?.value).toBeCloseTo(mean, 2);
    expect(figures[1]?.value).toBe(median);
  });

  test('their 18.48 % is ours under another base, and their 60.61 % under another', () => {
    const totals = join(project, 'totals.csv');
    writeFileSync(
      totals,
      'metric,period,value\nabandonment_rate,1999-01,18.48 %\nservice_level,1999-01,60.61 %\nspeed_of_answer,1999-01,35.03 s\n',
    );
    const told = tidemark(project, 'reconcile', '--totals', totals, '--json').json<{
      totals: { outcome: string; way: { rules: object } | null }[];
    }>();
    outputSchemas.reconcile.parse(told);
    expect(told.totals.map(({ outcome, way }) => way?.rules ?? outcome)).toEqual([
      { 'abandonment.base': 'queued' },
      { 'service_level.base': 'answered' },
      'equal',
    ]);
  });

  test('two days without records are gaps, not zeros', () => {
    const days = ask(project, 'contacts_arrived', '--period', '1999-01', '--grain', 'day');
    expect(days).toHaveLength(31);
    expect(days.filter(({ value }) => value === null).map(({ from }) => from?.slice(0, 10))).toEqual([
      '1999-01-11',
      '1999-01-12',
    ]);
  });

  test('there is no earlier period, and it says so', () => {
    const [figure] = ask(project, 'abandonment_rate', '--period', '1999-01', '--compare', 'previous');
    expect(figure?.comparison?.missing).toBe('no_earlier_period');
  });

  test('after-call work is not recorded: there is no handle time, and 490 answered calls are nobody’s', () => {
    const [handle] = ask(project, 'handle_time', '--period', '1999-01');
    expect([handle?.value, handle?.missing]).toEqual([null, 'not_recorded']);
    const outcomes = ask(project, 'contacts_arrived', '--period', '1999-01', '--by', 'outcome');
    const count = (outcome: string) => outcomes.find(({ segment }) => segment['outcome'] === outcome)?.value;
    expect([count('answered'), count('abandoned_in_menu'), count('abandoned_in_queue')]).toEqual([
      27_060, 1_198, 3_101,
    ]);
  });

  test('a figure opens to exactly its rows', () => {
    const [figure] = ask(project, 'abandonment_rate', '--period', '1999-01-04');
    const rows = tidemark(project, 'rows', figure?.rows ?? '')
      .out.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { _hit: boolean });
    expect(rows).toHaveLength(figure?.n ?? 0);
    expect(rows.filter(({ _hit }) => _hit).length / rows.length).toBeCloseTo(figure?.value ?? 0, 12);
  });

  test('the report names the gaps, the missing past and the rule it prints', () => {
    const folder = join(project, 'out');
    const files = tidemark(project, 'report', '--format', 'text', '--out', folder, '--json').json<{
      files: string[];
    }>().files;
    const text = textOf(files[0]);
    expect(text).toContain('11 January 1999 and 12 January 1999');
    expect(text).toContain('There is no earlier period to compare with');
    expect(text).toContain('10.28%');
    expect(text.replace(/\s+/g, ' ')).toContain('abandoned out of: all contacts offered');
  });
});

const rabobank = 'tickets/bpi2014-rabobank-1000';

describe.skipIf(absent(rabobank))(`a bank's incidents (skipped without shared data: ${rabobank})`, () => {
  let project = '';
  beforeAll(() => {
    project = example('rabobank');
    tidemark(
      project,
      'import',
      join(shared, rabobank, 'incidents.csv'),
      join(shared, rabobank, 'activities.csv'),
    );
  });

  test('resolution takes 23.15 h in the middle of the 968 that state one', () => {
    const [figure] = ask(
      project,
      'resolution_time',
      '--period',
      'all',
      '--stat',
      'median',
      '--rule',
      'open_cases=finished_only',
    );
    expect(figure?.n).toBe(968);
    expect((figure?.value ?? 0) / 3600).toBeCloseTo(23.15, 2);
  });

  test('log and table disagree on reopenings and reassignments, and the report shows both', () => {
    const out = tidemark(
      project,
      'report',
      '--period',
      'all',
      '--format',
      'markdown',
      '--out',
      join(project, 'out'),
      '--json',
    ).json<{ files: string[] }>();
    const text = textOf(out.files[0]).replace(/\s+/g, ' ');
    expect(text).toContain('the log says 64 times in 47 cases, the case table says 50 in 50 cases');
    expect(text).toContain('the log says 1,452, the case table says 1,474');
  });

  test('table and log are reconciled case by case; two differences of two thousand stay unexplained', () => {
    const told = tidemark(project, 'reconcile', '--source', 'rabobank', '--json').json<{
      columns: { column: string; equal: number; differences: { reason: string | null; count: number }[] }[];
    }>();
    outputSchemas.reconcile.parse(told);
    const of = (name: string) => told.columns.find(({ column }) => column === name);
    const count = (name: string, reason: string | null) =>
      of(name)?.differences.find((each) => each.reason === reason)?.count;
    expect([of('reopens')?.equal, of('reassignments')?.equal]).toEqual([985, 973]);
    expect(count('reopens', 'whether_not_how_often')).toBe(12);
    expect(count('reassignments', 'first_assignment_counted')).toBe(23);
    expect(count('closed_at', 'closed_again_later')).toBe(4);
    expect([count('reassignments', null), count('closed_at', null)]).toEqual([1, 1]);
  });

  test('first-contact resolution has no figure: no customer and no message is known', () => {
    for (const rule of ['one_touch', 'not_again', 'closed_once']) {
      const [figure] = ask(
        project,
        'first_contact_resolution',
        '--period',
        'all',
        '--rule',
        `first_contact=${rule}`,
      );
      if (rule === 'closed_once') continue;
      expect([figure?.value, figure?.missing?.startsWith('no_customer')]).toEqual([null, true]);
    }
  });
});

const garden = 'surveys/nps-garden-retailer-fr/nps-t0.csv';

describe.skipIf(absent(garden))(`a retailer's survey (skipped without shared data: ${garden})`, () => {
  let project = '';
  beforeAll(() => {
    project = example('garden-nps');
    tidemark(project, 'import', join(shared, garden));
  });

  test('the score is 53.09 of 2,976 answers, undated, with a response rate that nobody knows', () => {
    const [nps, response] = ask(project, 'nps', 'survey_response_rate', '--period', 'all');
    expect([nps?.n, nps?.from]).toEqual([2_976, null]);
    expect(nps?.value).toBeCloseTo(53.09, 2);
    expect([response?.value, response?.missing]).toEqual([null, 'no_invitations_known']);
  });

  test('the comments read as they were written, in spite of two encodings', async () => {
    const warehouse = await openWarehouse({ path: join(project, 'tidemark.duckdb'), readOnly: true });
    const rows = await warehouse.rows(
      warehouse.db.selectFrom('surveys').select('comment').where('comment', 'is not', null),
    );
    await warehouse.close();
    const comments = rows.map(({ comment }) => String(comment)).join('\n');
    expect(comments).toContain('très');
    expect(comments).not.toMatch(/[\u0080-\u009f\ufffd]|\p{L}‚\p{L}/u);
  });
});

const seeds = 'helpdesk/fivetran-dbt_zendesk';

describe.skipIf(absent(seeds))(`a helpdesk's tables (skipped without shared data: ${seeds})`, () => {
  let project = '';
  beforeAll(() => {
    project = example('zendesk-seeds');
    tidemark(project, 'import', join(shared, seeds));
  });

  test('six tables load by their mappings to the last row', () => {
    const again = tidemark(project, 'import', join(shared, seeds), '--json').json<unknown>();
    const files = outputSchemas.import.parse(again).files;
    expect(
      files.map(({ file, records, duplicates }) => [file.split('/').at(-1), records, duplicates]),
    ).toEqual([
      ['ticket_comment_data.csv', 20, 20],
      ['ticket_data.csv', 10, 10],
      ['ticket_field_history_data.csv', 38, 38],
      ['ticket_schedule_data.csv', 10, 10],
      ['ticket_sla_policy_data.csv', 10, 10],
      ['user_data.csv', 10, 10],
    ]);
  });

  test('every row that hangs on nothing is counted and named as a data problem', () => {
    const out = join(project, 'out');
    const args = ['--period', 'all', '--format', 'markdown', '--out', out, '--json'];
    const { files } = tidemark(project, 'report', ...args).json<{ files: string[] }>();
    const text = textOf(files[0]).replace(/\s+/g, ' ');
    for (const [what, rows] of [
      ['Events that name a case not to be found (25 names)', 26],
      ['Messages that name a case not to be found (7 names)', 20],
      ['Messages that name a person not to be found (4 names)', 20],
      ['Cases that name a customer not to be found (9 names)', 9],
      ['Cases that name an agent not to be found (6 names)', 8],
    ] as const) {
      expect(text).toContain(`${what} | ${rows} |`);
    }
  });

  test('no figure is made of rows whose ticket is not there, nor of deleted tickets', () => {
    const [opened] = ask(project, 'cases_opened', '--period', 'all');
    expect(opened).toMatchObject({ value: 8, countedOut: { deleted: 2 } });
    const nothing = ['first_response_time', 'first_contact_resolution', 'messages_per_case', 'csat'];
    for (const { value } of ask(project, ...nothing, '--period', 'all')) expect(value).toBeNull();
  });
});
