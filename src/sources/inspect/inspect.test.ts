import { existsSync, globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseMapping } from '../mapping/read.ts';
import { fileOf, mapped } from '../testing.ts';
import {
  contactCentre,
  type Export,
  french,
  freshdesk,
  german,
  italian,
  jira,
  spanish,
  zendesk,
} from './fixture-exports.ts';
import { inspectFile } from './inspect.ts';
import type { Inspection } from './inspection.ts';

const inspect = ({ name, content }: Export): Promise<Inspection> =>
  inspectFile(fileOf(content, name), { zone: 'Europe/Rome' });

const partsOf = ({ columns }: Inspection): Record<string, string> =>
  Object.fromEntries(columns.flatMap(({ name, part }) => (part === null ? [] : [[part, name]])));

/** Every record would load, and nothing in it is a word that we do not know. */
function loadsWhole({ trial, records }: Inspection): void {
  expect(trial).toEqual({ loaded: records, quarantined: 0, excluded: 0, reasons: [], drift: [] });
}

test('a ticket export of an English desk: parts, words, what is deleted, the rating, the first reply in minutes', async () => {
  const found = await inspect(zendesk);
  expect(found.record).toBe('cases');
  expect(partsOf(found)).toMatchObject({
    id: 'Id',
    opened_at: 'Created at',
    resolved_at: 'Solved at',
    version_at: 'Updated at',
    channel: 'Via',
    owner_id: 'Assignee',
    team: 'Group',
    customer_id: 'Requester',
  });
  loadsWhole(found);
  const { outputs } = await mapped(fileOf(zendesk.content, zendesk.name), found.mapping ?? '');
  expect(outputs[0]?.slice(0, 6).map(({ status }) => status)).toEqual([
    'open',
    'pending',
    'resolved',
    'closed',
    'on_hold',
    'closed',
  ]);
  expect(outputs[0]?.[5]).toMatchObject({ left_out: 'deleted' });
  expect(outputs[0]?.[0]).toMatchObject({
    channel: 'email',
    priority: 'urgent',
    first_response_at: '2025-03-01 07:05:00+00',
    tags: ['vip', 'order'],
  });
  expect(
    outputs
      .at(-1)
      ?.slice(0, 4)
      .map(({ score, _present }) => [_present, score]),
  ).toEqual([
    [true, 1],
    [true, 0],
    [true, null],
    [false, null],
  ]);
});

test('what looks personal is masked in examples, and kept out of what is left beside', async () => {
  const found = await inspect(zendesk);
  const examples = found.columns
    .filter(({ name }) => ['Requester', 'Requester email', 'Subject', 'Assignee'].includes(name))
    .flatMap((column) => column.examples);
  expect(examples.join(' ')).not.toMatch(/anna|rossi|joe|order/i);
  const attributes = parseMapping(found.mapping ?? '', 'm').outputs[0].attributes;
  expect(attributes).not.toContain('Requester email');
});

test('another desk: a byte order mark, nobody as an agent, a time of work', async () => {
  const found = await inspect(freshdesk);
  expect(partsOf(found)).toMatchObject({
    id: 'Ticket ID',
    first_response_at: 'Initial response time',
    handle_s: 'Time tracked',
    channel: 'Source',
  });
  expect(found.mapping).toContain('unknown_if: [No Agent]');
  loadsWhole(found);
});

test('an issue tracker with months by name and a 12-hour clock', async () => {
  const found = await inspect(jira);
  expect(partsOf(found)).toMatchObject({ id: 'Issue key', opened_at: 'Created', subject: 'Summary' });
  expect(found.columns.find(({ name }) => name === 'Created')?.type).toBe('time, DD/MMM/YY hh:mm A');
  loadsWhole(found);
});

test('a contact centre: durations, and a column that says who was lost', async () => {
  const found = await inspect(contactCentre);
  expect(found.record).toBe('interactions');
  expect(partsOf(found)).toMatchObject({
    arrived_at: 'Date',
    wait_s: 'Total Queue',
    talk_s: 'Total Talk',
    hold_s: 'Total Hold',
    wrap_s: 'Total ACW',
    outcome: 'Abandoned',
    agent_id: 'Users',
  });
  loadsWhole(found);
  const { outputs } = await mapped(fileOf(contactCentre.content), found.mapping ?? '');
  expect(outputs[0]?.slice(0, 2).map(({ outcome }) => outcome)).toEqual(['abandoned_in_queue', 'answered']);
});

test('a survey whose columns are called by their questions', async () => {
  const rows = Array.from({ length: 40 }, (_, n) =>
    [
      `R${n}`,
      1000 + n,
      'Feb 03, 2026 09:15 AM',
      n % 2 ? `Feb 04, 2026 0${1 + (n % 9)}:10 PM` : '',
      n % 2 ? 1 + (n % 5) : '',
      n % 2 ? 'thanks' : '',
    ].join('\t'),
  );
  const head = 'Response ID\tTicket\tSent\tAnswered on\tHow satisfied were you? (1-5)\tComment';
  const found = await inspect({ name: 'pulse.tsv', content: Buffer.from([head, ...rows, ''].join('\n')) });
  expect(found.record).toBe('surveys');
  expect(partsOf(found)).toMatchObject({
    id: 'Response ID',
    case_id: 'Ticket',
    sent_at: 'Sent',
    answered_at: 'Answered on',
    score: 'How satisfied were you? (1-5)',
    comment: 'Comment',
  });
  expect(found.mapping).toContain('kind: { value: csat }');
  loadsWhole(found);
});

test('how long it took, where no column says when it ended; nobody is asked who was not offered to answer', async () => {
  const rows = Array.from({ length: 60 }, (_, n) =>
    [
      n,
      `2026-01-02 08:${String(n).padStart(2, '0')}`,
      n % 3 ? 'Closed' : 'Open',
      n % 3 ? 90 : '',
      ['Good', 'Bad', 'Offered', 'Unoffered'][n % 4],
    ].join(','),
  );
  const head = 'Ticket ID,Created at,Status,Full resolution time in minutes,Satisfaction Score';
  const content = Buffer.from([head, ...rows, ''].join('\n'));
  const found = await inspect({ name: 'desk.csv', content });
  loadsWhole(found);
  const { outputs } = await mapped(fileOf(content, 'desk.csv'), found.mapping ?? '');
  expect(outputs[0]?.[1]).toMatchObject({ resolved_at: '2026-01-02 08:31:00+00' });
  expect(outputs.at(-1)?.slice(0, 4)).toMatchObject([
    { _present: true, score: 1, sent_at: null },
    { _present: true, score: 0, sent_at: '2026-01-02 08:31:00+00' },
    { _present: true, score: null, sent_at: '2026-01-02 08:32:00+00' },
    { _present: false },
  ]);
  expect(found.questions.join(' ')).toContain('the time the case was resolved stands in');
});

test('Italian tickets: semicolons, Windows-1252, day first, decimal commas', async () => {
  const found = await inspect(italian);
  expect(found.format).toMatchObject({ type: 'csv', encoding: 'windows-1252' });
  expect(partsOf(found)).toMatchObject({
    id: 'Numero ticket',
    opened_at: 'Data apertura',
    closed_at: 'Data chiusura',
    customer_id: 'Codice cliente',
    handle_s: 'Tempo lavorazione (min)',
  });
  loadsWhole(found);
  const { outputs } = await mapped(fileOf(italian.content), found.mapping ?? '');
  expect(outputs[0]?.[1]).toMatchObject({
    handle_s: 90,
    status: 'open',
    priority: 'normal',
    channel: 'phone',
    owner_id: null,
    opened_at: '2025-03-01 07:37:00+00',
  });
});

test('German calls: a date beside a time of day, durations as clocks', async () => {
  const found = await inspect(german);
  expect(found.mapping).toContain('arrived_at: { column: Datum, format: DD.MM.YYYY, clock: Uhrzeit }');
  expect(found.columns.find(({ name }) => name === 'Uhrzeit')).toMatchObject({
    part: 'arrived_at',
    why: 'goes with another column',
  });
  expect(partsOf(found)).toMatchObject({
    queue: 'Warteschlange',
    outcome: 'Ergebnis',
    wait_s: 'Wartezeit (s)',
    talk_s: 'Gesprächsdauer',
    agent_id: 'Mitarbeiter',
  });
  loadsWhole(found);
});

test('a French survey: the scale is told from the values, the words stay unseen', async () => {
  const found = await inspect(french);
  expect(found.record).toBe('surveys');
  expect(found.mapping).toMatch(
    /kind: \{ value: csat \}.*\n.*scale_min: \{ value: 1 \}\n.*scale_max: \{ value: 5 \}/,
  );
  expect(found.columns.flatMap(({ examples }) => examples).join(' ')).not.toMatch(/Déçu|Léa/);
  loadsWhole(found);
});

test('Spanish incidents: days counted by a spreadsheet, with a decimal comma', async () => {
  const found = await inspect(spanish);
  expect(found.mapping).toContain('opened_at: { column: fecha_creacion, format: excel }');
  expect(found.mapping).toContain('unknown_if: ["0"]');
  loadsWhole(found);
});

test('where day and month cannot be told apart it is a question, and other columns of the file decide', async () => {
  const rows = Array.from(
    { length: 30 },
    (_, n) => `${n},0${1 + (n % 9)}/0${1 + (n % 5)}/2025,${14 + (n % 9)}/02/2025,open`,
  );
  const sure = await inspectFile(fileOf(`id,created,closed,status\n${rows.join('\n')}\n`));
  expect(sure.mapping).toContain('opened_at: { column: created, format: DD/MM/YYYY }');
  expect(sure.questions.join()).toContain('as in the other dates of this file');
  const unsure = await inspectFile(
    fileOf(`id,created,status\n${rows.map((row) => row.split(',').toSpliced(2, 1).join(',')).join('\n')}\n`),
  );
  expect(unsure.questions.join()).toContain('the other reading is MM/DD/YYYY');
});

test('a key is tried on the whole file: alone, then with others', async () => {
  const rows = Array.from(
    { length: 60 },
    (_, n) => `${n % 20},L${Math.floor(n / 20)},2025-01-01 08:00:00,10,answered`,
  );
  const found = await inspectFile(fileOf(`call_id,line,start,wait_time,result\n${rows.join('\n')}\n`));
  expect(found.key.chosen).toEqual({ columns: ['call_id', 'line'], shared: 0 });
  expect(found.key.tried[0]).toEqual({ columns: ['call_id'], shared: 60 });
});

test('an id that comes again with a newer version is a key all the same', async () => {
  const found = await inspectFile(
    fileOf(
      'id,updated_at,created_at,status\n1,2025-01-02 08:00:00,2025-01-01 08:00:00,open\n1,2025-01-03 08:00:00,2025-01-01 08:00:00,closed\n',
    ),
  );
  expect(found.mapping).toContain(
    'key: id # 2 records share theirs: versions of the same record, the newest wins',
  );
});

test('a file without a header keeps its first record, and says so', async () => {
  const found = await inspectFile(
    fileOf('1,2025-01-01 08:00:00,12\n2,2025-01-01 08:01:00,15\n3,2025-01-01 08:02:00,9\n'),
  );
  expect([found.records, found.columns.map(({ name }) => name)]).toEqual([
    3,
    ['column_1', 'column_2', 'column_3'],
  ]);
  expect(found.notes).toContain('the first row looks like a record: there is no header');
});

test('lines before the header go into the mapping', async () => {
  const rows = Array.from({ length: 20 }, (_, n) => `${n};2025-01-01 08:00:00;${n};angenommen`);
  const found = await inspectFile(fileOf(`Bericht März\n\nid;start;wait time;result\n${rows.join('\n')}\n`));
  expect(found.mapping).toContain('skip: 2');
  loadsWhole(found);
});

test('where no kind fits, it says what is lacking', async () => {
  const talk = await inspectFile(
    fileOf('conversationId,author,message\n1,agent,hello there my friend\n1,customer,I have a problem\n'),
  );
  expect([talk.record, talk.mapping]).toEqual([null, null]);
  expect(talk.why).toContain('it reads like messages, but no column can be at (when)');
});

const data = '../shared/data';

test.skipIf(!existsSync(data))(
  'real exports of three desks get mappings that load them (needs ../shared/data)',
  async () => {
    const expected: Readonly<Record<string, string>> = {
      'helpdesk/fivetran-dbt_zendesk/ticket_data.csv': 'cases',
      'helpdesk/fivetran-dbt_zendesk/ticket_comment_data.csv': 'messages',
      'helpdesk/fivetran-dbt_zendesk/ticket_field_history_data.csv': 'events',
      'helpdesk/fivetran-dbt_hubspot/ticket_data.csv': 'cases',
      'helpdesk/fivetran-dbt_intercom/conversation_history_data.csv': 'cases',
      'helpdesk/fivetran-dbt_intercom/conversation_part_history_data.csv': 'messages',
      'helpdesk/go-zendesk-fixtures/GET/tickets.json': 'cases',
      'helpdesk/python-freshdesk-samples/v2/all_tickets.json': 'cases',
      'tickets/bpi2014-rabobank-1000/incidents.csv': 'cases',
      'tickets/bpi2014-rabobank-1000/activities.csv': 'events',
      'surveys/nps-garden-retailer-fr/nps-t0.csv': 'surveys',
    };
    for (const [file, record] of Object.entries(expected)) {
      const found = await inspectFile(`${data}/${file}`);
      expect([file, found.record, found.trial?.loaded]).toEqual([file, record, found.records]);
    }
  },
);

test.skipIf(!existsSync(data))('the call log of a bank needs no help (needs ../shared/data)', async () => {
  const found = await inspectFile(`${data}/calls/anonymous-bank-1999-january/january.txt`, {
    zone: 'Asia/Jerusalem',
  });
  expect(found.key.chosen?.columns).toEqual(['call_id', 'vru+line']);
  expect(found.trial).toMatchObject({ loaded: 31_359, excluded: 240, quarantined: 0 });
  expect(found.trial?.drift).toEqual([{ column: 'ivr_s', word: '-53 …', count: 32 }]);
});

test.skipIf(!existsSync(data))(
  'no table that anybody exports makes it fail (needs ../shared/data)',
  async () => {
    const files = globSync(`${data}/{helpdesk/*zendesk,volume,conversations/*}/*.{csv,tsv}`);
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const found = await inspectFile(file);
      expect([file, found.trial?.quarantined ?? 0]).toEqual([file, 0]);
    }
  },
);

const lines = (
  name: string,
  head: string,
  row: (n: number) => string,
): { name: string; content: Buffer } => ({
  name,
  content: Buffer.from([head, ...Array.from({ length: 40 }, (_, n) => row(n)), ''].join('\n')),
});
const day = (n: number, clock: string): string => `2025-03-${String(1 + (n % 28)).padStart(2, '0')} ${clock}`;

test.each([
  [
    'shifts',
    lines('roster.csv', 'Agent,Shift start,Shift end,Activity', (n) =>
      [`A${n}`, day(n, '08:00'), day(n, '16:30'), n % 9 === 0 ? 'Vacation' : 'Available'].join(','),
    ),
  ],
  [
    'agent_states',
    lines('presence.csv', 'Agent,Agent state,Start time,End time', (n) =>
      [`A${n}`, ['Ready', 'On call', 'ACW', 'Lunch'][n % 4], day(n, '08:00'), day(n, '09:15')].join(','),
    ),
  ],
  [
    'outages',
    lines('downtime.csv', 'Service,Outage start,Outage end', (n) =>
      [['shop', 'mail'][n % 2], day(n, '02:00'), day(n, '03:30')].join(','),
    ),
  ],
  [
    'reviews',
    lines('quality.csv', 'Ticket ID,Agent,Evaluator,Evaluation date,Criterion,Points,Max points', (n) =>
      [1000 + n, `A${n % 3}`, 'Q1', day(n, '10:00'), ['tone', 'solution'][n % 2], n % 6, 5].join(','),
    ),
  ],
  [
    'volumes',
    lines('intervals.csv', 'Interval start,Queue,Calls offered,Calls answered,Calls abandoned', (n) =>
      [day(n, '08:30'), 'first line', 20 + n, 18 + n, 2].join(','),
    ),
  ],
] as const)('a file of %s is taken for what it is, and its words for ours', async (record, file) => {
  const inspection = await inspect(file);
  expect(inspection.record).toBe(record);
  loadsWhole(inspection);
});
