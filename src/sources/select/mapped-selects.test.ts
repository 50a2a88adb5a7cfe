import { expect, test } from 'vitest';
import { fileOf, mapped, type Row } from '../testing.ts';

const head = (more: string): string => `source: desk\nfiles: "*"\nformat: { delimiter: "," }\n${more}`;

/** One column of a case, made of one column `v` of a file. */
async function oneValue(
  part: string,
  value: string,
  texts: readonly string[],
  options: { zone?: string; settings?: string } = {},
): Promise<Row[]> {
  const quoted = texts.map((text, id) => `${id},"${text.replaceAll('"', '""')}"`);
  const yaml = head(
    `${options.settings ?? ''}record: cases\ncolumns:\n  opened_at: { value: "2025-01-01 00:00:00" }\n  ${part}: ${value}\n`,
  );
  const { outputs } = await mapped(
    fileOf(`id,v\n${quoted.join('\n')}\n`),
    yaml,
    options.zone === undefined ? {} : { zone: options.zone },
  );
  return outputs[0] ?? [];
}

const values = async (
  part: string,
  value: string,
  texts: readonly string[],
  options = {},
): Promise<unknown[]> =>
  (await oneValue(part, value, texts, options)).map((row) =>
    row['_set_aside'] === null ? row[part] : row['_reason'],
  );

test('times in any notation become instants in UTC', async () => {
  const at = (format: string, text: string, zone = 'UTC') =>
    values('closed_at', `{ column: v, format: "${format}" }`, [text], { zone });
  expect(await at('DD/MM/YYYY HH:mm', '14/03/2025 09:05')).toEqual(['2025-03-14 09:05:00+00']);
  expect(await at('MM/DD/YY h:mm A', '3/14/25 9:05 PM')).toEqual(['2025-03-14 21:05:00+00']);
  expect(await at('DD/MM/YYYY HH:mm', '14/07/2025 09:05', 'Europe/Rome')).toEqual(['2025-07-14 07:05:00+00']);
  expect(await at('YYYY-MM-DD HH:mm:ss', '2025-07-14 09:05:07', 'Europe/Rome')).toEqual([
    '2025-07-14 07:05:07+00',
  ]);
  expect(await at('iso', '2025-07-14T09:05:07+02:00', 'Asia/Tokyo')).toEqual(['2025-07-14 07:05:07+00']);
  expect(await at('iso', '2025-07-14T09:05:07Z', 'Asia/Tokyo')).toEqual(['2025-07-14 09:05:07+00']);
  expect(await at('iso', '2025-07-14', 'Asia/Tokyo')).toEqual(['2025-07-13 15:00:00+00']);
  expect(await at('excel', '45730.5')).toEqual(['2025-03-14 12:00:00+00']);
  expect(await at('excel_1904', '44268.5')).toEqual(['2025-03-14 12:00:00+00']);
  expect(await at('excel', '-1')).toEqual(['date_invalid']);
  expect(await at('unix', '1741943100')).toEqual(['2025-03-14 09:05:00+00']);
  expect(await at('unix_ms', '1741943100250')).toEqual(['2025-03-14 09:05:00.25+00']);
});

test('a date that cannot be is set aside with its reason, its sentence and its raw fields', async () => {
  const [row] = await oneValue('closed_at', '{ column: v, format: DD/MM/YYYY }', ['31/02/2025']);
  expect(row).toMatchObject({
    _place: '2',
    _set_aside: 'quarantined',
    _reason: 'date_invalid',
    _sentence: 'closed_at: "31/02/2025" is not a time from 1900 to 2199 written DD/MM/YYYY',
    _raw: '{"id":"0","v":"31/02/2025"}',
  });
  expect(
    await values('closed_at', 'v', [
      '2024',
      'infinity',
      'epoch',
      '0001-01-01 00:00:00',
      '9999-12-31 00:00:00',
    ]),
  ).toEqual(Array(5).fill('date_invalid'));
  expect(await values('closed_at', '{ column: v, if_invalid: unknown }', ['nonsense'])).toEqual([null]);
});

test('numbers are read by the marks that the mapping names, and never by others', async () => {
  const marks = (decimal: string, thousands: string): string =>
    `format: { delimiter: ",", decimal: "${decimal}", thousands: "${thousands}" }\n`;
  const read = async (settings: string, texts: readonly string[]): Promise<unknown[]> => {
    const yaml = `source: desk\nfiles: "*"\n${settings}record: cases\ncolumns:\n  opened_at: { value: "2025-01-01" }\n  handle_s: v\n`;
    const { outputs } = await mapped(
      fileOf(`id,v\n${texts.map((text, id) => `${id},"${text}"`).join('\n')}\n`),
      yaml,
    );
    return (outputs[0] ?? []).map((row) => row['handle_s'] ?? row['_reason']);
  };
  expect(await read(marks('.', ''), ['1.5', '12', '1,5', '-3', 'abc', '1e400'])).toEqual([
    1.5,
    12,
    'duration_invalid',
    'duration_invalid',
    'duration_invalid',
    'duration_invalid',
  ]);
  expect(await read(marks(',', '.'), ['1,5', '1.234,5', '1.5', '12.34'])).toEqual([
    1.5,
    1234.5,
    'duration_invalid',
    'duration_invalid',
  ]);
  expect(await read(marks('.', ','), ['1,234.5', '1234'])).toEqual([1234.5, 1234]);
});

test('durations come in units and as clocks', async () => {
  expect(await values('handle_s', '{ column: v, unit: minutes }', ['1.5'])).toEqual([90]);
  expect(await values('handle_s', '{ column: v, unit: hours }', ['2'])).toEqual([7200]);
  expect(
    await values('handle_s', '{ column: v, unit: "H:mm:ss" }', ['0:02:03', '26:00:00', '0:99:00']),
  ).toEqual([123, 93_600, 'duration_invalid']);
  expect(await values('handle_s', '{ column: v, unit: "mm:ss" }', ['2:03'])).toEqual([123]);
  expect(await values('handle_s', '{ column: v, if_invalid: unknown }', ['-1'])).toEqual([null]);
});

test('whole numbers, truth and lists', async () => {
  expect(await values('reopens', 'v', ['3', '3.5'])).toEqual(['3', 'number_invalid']);
  expect(await values('is_public', 'v', ['TRUE', 'no', 'sì', 'perhaps'])).toEqual([
    true,
    false,
    true,
    'boolean_invalid',
  ]);
  expect(await values('tags', 'v', ['a, b', '["x","y"]'])).toEqual([
    ['a', 'b'],
    ['x', 'y'],
  ]);
});

test('a placeholder is nobody, also one that a spreadsheet made', async () => {
  const spec = '{ column: v, unknown_if: ["0", NO_SERVER, "/^[0-9.]+E[+][0-9]+$/"] }';
  expect(await values('customer_id', spec, ['0', 'NO_SERVER', '3.27E+11', '327', ' 12 '])).toEqual([
    null,
    null,
    null,
    '327',
    '12',
  ]);
});

test('blanks and the words of the mapping are missing', async () => {
  expect(
    await values('category', 'v', ['', '  ', 'NA', 'na', '?'], { settings: 'missing: ["", NA, "?"]\n' }),
  ).toEqual([null, null, null, 'na', null]);
});

const calls = `day,id,start,answered,ended,state,agent,phone
2025-01-05,1,23:59:50,0:00:10,0:03:00,AGENT,ann,x
2025-01-05,2,10:00:00,0:00:00,10:01:00,HANG,,x
2025-01-05,3,10:00:10,10:00:05,10:02:00,AGENT,bob,x
2025-01-05,4,11:00:00,0:00:00,11:00:02,TEST,,x
2025-01-05,,11:00:00,0:00:00,11:00:02,HANG,,x
2025-01-05,6,11:00:00,0:00:00,11:00:02,PARKED,,x
`;

const callMapping = head(`zone: Asia/Jerusalem
record: interactions
columns:
  arrived_at: { column: day, clock: start }
  answered_at: { column: day, clock: answered, unknown_if: "0:00:00", after: arrived_at }
  ended_at: { column: day, clock: ended, after: arrived_at }
  outcome:
    choose:
      - { when: { column: state, is: AGENT }, value: answered }
      - { when: { all: [{ column: state, is: HANG }, { column: agent, filled: false }] }, value: abandoned_in_queue }
      - { column: state }
  agent_id: agent
attributes: [state]
exclude:
  - { reason: test_call, sentence: a call of our own, when: { column: state, matches: "^TE" } }
`);

test('clocks without a date roll over midnight after the beginning; a small step back is noise', async () => {
  const { outputs } = await mapped(fileOf(calls), callMapping);
  expect(outputs[0]?.slice(0, 3)).toMatchObject([
    {
      arrived_at: '2025-01-05 21:59:50+00',
      answered_at: '2025-01-05 22:00:10+00',
      ended_at: '2025-01-05 22:03:00+00',
    },
    { answered_at: null, outcome: 'abandoned_in_queue' },
    { arrived_at: '2025-01-05 08:00:10+00', answered_at: '2025-01-05 08:00:05+00' },
  ]);
});

test('exclusions, missing keys and unknown words each end where they belong', async () => {
  const { outputs, drift } = await mapped(fileOf(calls), callMapping);
  const fates = outputs[0]?.map(({ id, _set_aside, _reason, _sentence }) => [
    id,
    _set_aside,
    _reason,
    _sentence,
  ]);
  expect(fates?.slice(3)).toEqual([
    ['4', 'excluded', 'test_call', 'a call of our own'],
    [null, 'quarantined', 'key_missing', 'no value in the key (id)'],
    ['6', null, null, null],
  ]);
  expect(drift).toEqual([{ column: 'outcome', word: 'PARKED', count: '1' }]);
});

test('times of a case become events, made only where they are filled', async () => {
  const yaml = head(`record: cases
columns: { opened_at: opened, resolved_at: solved, status: state }
events: [opened, resolved]
also:
  - record: surveys
    when: { column: stars, filled: true }
    columns: { kind: { value: csat }, score: stars }
attributes: [state]
`);
  const file = fileOf(
    'id,opened,solved,state,stars\n7,2025-01-01 08:00:00,,open,\n8,2025-01-01 08:00:00,2025-01-02 08:00:00,closed,4\n',
  );
  const { outputs } = await mapped(file, yaml);
  expect(outputs.map((rows) => rows.map(({ _present, id }) => (_present ? id : null)))).toEqual([
    ['7', '8'],
    ['7#opened', '8#opened'],
    [null, '8#resolved'],
    [null, '8#surveys1'],
  ]);
  expect(outputs[2]?.[1]).toMatchObject({
    case_id: '8',
    at: '2025-01-02 08:00:00+00',
    kind: 'resolved',
    source: 'desk',
  });
  expect(outputs[3]?.[1]).toMatchObject({ case_id: '8', score: 4 });
});

test('a time can be stated as so long after another', async () => {
  const yaml = head(
    'record: cases\ncolumns: { opened_at: opened, first_response_at: { column: opened, plus: reply, unit: minutes } }\n',
  );
  const { outputs } = await mapped(
    fileOf('id,opened,reply\n1,2025-01-01 08:00:00,90\n2,2025-01-01 08:00:00,\n'),
    yaml,
  );
  expect(outputs[0]).toMatchObject([
    { first_response_at: '2025-01-01 09:30:00+00', _set_aside: null },
    { first_response_at: null, _set_aside: null },
  ]);
});

test('parts of a key cannot run into each other', async () => {
  const yaml = head('record: cases\nkey: [a, b]\ncolumns: { opened_at: { value: "2025-01-01" } }\n');
  const { outputs } = await mapped(fileOf('a,b\nx|,y\nx,|y\nx\\,y\nx,\\y\n'), yaml);
  expect(new Set(outputs[0]?.map(({ id }) => id)).size).toBe(4);
});

test('without a key the fields themselves name a record, or its place does', async () => {
  const yaml = (key: string): string =>
    head(`record: surveys\nkey: ${key}\ncolumns: { kind: { value: csat }, score: s }\n`);
  const ids = async (key: string): Promise<unknown[]> =>
    ((await mapped(fileOf('s,t\n1,a\n1,a\n1,b\n'), yaml(key))).outputs[0] ?? []).map(({ id }) => id);
  const byContent = await ids('content');
  expect([new Set(byContent).size, byContent[0] === byContent[1]]).toEqual([2, true]);
  expect(await ids('place')).toEqual(['file.csv:2', 'file.csv:3', 'file.csv:4']);
});

test('a file that speaks our names needs no columns, and what is left is kept', async () => {
  const yaml = head('record: cases\ncolumns: by_name\n');
  const { outputs } = await mapped(
    fileOf('id,opened_at,status,version_at,floor\n1,2025-01-01T08:00:00Z,open,2025-02-01T00:00:00Z,3\n'),
    yaml,
  );
  expect(outputs[0]).toMatchObject([
    {
      id: '1',
      opened_at: '2025-01-01 08:00:00+00',
      status: 'open',
      version_at: '2025-02-01 00:00:00+00',
      attributes: '{"floor":"3"}',
    },
  ]);
});

test('a column that is not there is found by name, with the nearest one offered', async () => {
  const yaml = head('record: cases\ncolumns: { opened_at: Opend At }\n');
  await expect(mapped(fileOf('id,opened at\n1,2025-01-01\n'), yaml)).rejects.toMatchObject({
    code: 'column_missing',
    facts: { place: 'mapping.yaml', todo: 'did you mean "opened at"?' },
  });
});

test('names and words of a file or a mapping never become part of a statement', async () => {
  const evil = `x'); DROP TABLE raw; --`;
  const yaml = head(
    `record: cases\ncolumns:\n  opened_at: { value: "2025-01-01" }\n  category: { column: ${JSON.stringify(evil)}, words: { ${JSON.stringify(evil)}: ${JSON.stringify(evil)} }, unknown_if: [${JSON.stringify(`'; --`)}] }\nattributes: rest\n`,
  );
  const { outputs, table } = await mapped(fileOf(`id,"${evil}"\n1,"${evil}"\n2,'; --\n`), yaml);
  expect(outputs[0]?.map(({ category }) => category)).toEqual([evil, null]);
  expect(await table.rows('SELECT count(*) AS n FROM raw')).toEqual([{ n: '2' }]);
});
