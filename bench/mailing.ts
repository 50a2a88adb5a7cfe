/** What a mailing of 300 costs, held against its questions and its printing: node bench/mailing.ts [CASES] [RECIPIENTS] [REPORTS]. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  askOnce,
  errands,
  prepare,
  type ReadyReport,
  type Recipient,
  type ReportOrder,
  type Schedule,
} from '../src/delivery/index.ts';
import { makeReport, type ReportRequest, readTemplate } from '../src/reports/index.ts';
import { letterOf, print } from '../src/reports/print/index.ts';
import { openState } from '../src/state/index.ts';
import type { DuckDbWarehouse, Warehouse } from '../src/warehouse/index.ts';
import type { Measure } from './measure.ts';
import { madeWarehouse } from './report/made-warehouse.ts';
import { octoberRequest } from './report/october-request.ts';

const { period } = octoberRequest;
const now = new Date('2025-11-03T09:00:00Z');
const objectives = [
  'whole-picture',
  'raise-satisfaction',
  'cut-cost',
  'meet-the-agreement',
  'staff-the-channels',
  'understand-customers',
];
/** Ten different reports: each objective, and the whole picture for four teams; fewer where asked for. */
const teams = ['team 0', 'team 1', 'team 2', 'team 3'];
const all: readonly Pick<ReportOrder, 'template' | 'where'>[] = [
  ...objectives.map((template) => ({ template, where: [] })),
  ...teams.map((team) => ({ template: 'whole-picture', where: [{ dimension: 'team', values: [team] }] })),
];
const asked = process.argv[1] === import.meta.filename ? Number(process.argv[4] ?? all.length) : all.length;
const kinds = all.slice(-asked);
const languages = ['en', 'it'] as const;

const requestOf = ({ template, where, language }: Omit<ReportOrder, 'period'>): ReportRequest => ({
  ...octoberRequest,
  template: readTemplate(template, { project: tmpdir() }).template,
  language,
  where,
});

/** Seconds of the processor, all threads together: other work on the machine does not count. */
async function worked<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1e6];
}

/** The same warehouse, with every statement that reaches the engine counted. */
function counting(warehouse: Warehouse): readonly [Warehouse, ReadonlyMap<string, number>] {
  const asked = new Map<string, number>();
  const counted: Warehouse = {
    ...warehouse,
    rows: (query, options) => {
      const compiled = query.compile();
      const key = JSON.stringify([compiled.sql, compiled.parameters]);
      asked.set(key, (asked.get(key) ?? 0) + 1);
      return warehouse.rows({ compile: () => compiled }, options);
    },
  };
  return [counted, asked];
}

const made = async (warehouse: Warehouse, order: ReportOrder): Promise<ReadyReport> => {
  const { report } = await makeReport(warehouse, requestOf(order));
  return { report, name: order.template, manifest: () => '{}' };
};

const recipient = (i: number): Recipient => ({
  way: { kind: 'mail', address: `person-${i}@example.org`, name: null },
  language: languages[i % 2] ?? 'en',
  forms: ['pdf'],
  where: kinds[Math.floor(i / 2) % kinds.length]?.where ?? [],
});

/** A schedule for each template; its people by turns in both languages. */
const schedules = (people: number): readonly Schedule[] =>
  objectives.map((template) => ({
    name: template,
    template,
    every: 'month',
    workingDay: 1,
    at: '08:00',
    zone: 'Europe/Rome',
    recipients: Array.from({ length: people }, (_, i) => i)
      .filter((i) => kinds[Math.floor(i / 2) % kinds.length]?.template === template)
      .map(recipient),
  }));

async function mailing(warehouse: Warehouse, people: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-mailing-'));
  const db = openState(folder);
  const once = askOnce(warehouse);
  const open = errands(db, schedules(people), { now, isWorkingDay: () => true });
  const [, seconds] = await worked(() =>
    prepare(open, { db, archive: join(folder, 'archive'), now, make: (order) => made(once, order) }),
  );
  db.close();
  rmSync(folder, { recursive: true });
  return seconds;
}

const orders = languages.flatMap((language) => kinds.map((kind) => ({ ...kind, language, period })));

/** Every question of the ten reports, each once, in one language. */
async function questions(once: Warehouse): Promise<number> {
  const [, seconds] = await worked(async () => {
    for (const order of orders.slice(0, kinds.length)) await made(once, order);
  });
  return seconds;
}

/** Letter and PDF of each of the twenty reports, in the order of printing. */
async function printing(once: Warehouse): Promise<readonly number[]> {
  const times: number[] = [];
  for (const order of orders) {
    const { report } = await made(once, order);
    const [, seconds] = await worked(async () => {
      await letterOf(report);
      await print(report, 'pdf');
    });
    times.push(seconds);
  }
  return times;
}

const sum = (times: readonly number[]): number => times.reduce((total, one) => total + one, 0);

async function onePdf(warehouse: Warehouse): Promise<number> {
  const request = requestOf({ template: 'whole-picture', where: [], language: 'en' });
  const two = { ...request, template: { ...request.template, behind: [] } };
  const { report } = await makeReport(askOnce(warehouse), two);
  return (await worked(() => print(report, 'pdf')))[1];
}

export async function bench(cases = 200_000, people = 300): Promise<readonly Measure[]> {
  const path = join(tmpdir(), `tidemark-bench-${cases}.duckdb`);
  const warehouse: DuckDbWarehouse = await madeWarehouse(path, cases);
  try {
    const known = askOnce(warehouse);
    const ask = await questions(known);
    const times = await printing(known);
    const [half, printed] = [sum(times.slice(0, times.length / 2)), sum(times)];
    const [counted, statements] = counting(warehouse);
    const whole = await mailing(counted, people);
    const twice = [...statements.values()].filter((times) => times > 1).length;
    const pdf = await onePdf(warehouse);
    return [
      {
        what: `mailing to ${people} in 2 languages, ${kinds.length} reports, over ${cases.toLocaleString('en')} cases`,
        seconds: whole,
        against: { what: '2 × the questions and the printing', seconds: 2 * ask + printed },
        goal: 'at most 1 ×',
        more: `${statements.size} statements, ${twice} of them asked twice; questions ${ask.toFixed(1)} s, printing ${printed.toFixed(1)} s`,
      },
      {
        what: `letter and PDF of ${orders.length} reports`,
        seconds: printed,
        against: { what: 'of the first half', seconds: half },
        goal: 'linear: 2 ×',
      },
      { what: 'one PDF of the two pages', seconds: pdf, goal: 'about 1 s' },
    ];
  } finally {
    await warehouse.close();
  }
}

if (process.argv[1] === import.meta.filename)
  console.table(await bench(Number(process.argv[2] ?? 200_000), Number(process.argv[3] ?? 300)));
