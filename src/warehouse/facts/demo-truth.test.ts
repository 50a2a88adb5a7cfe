import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { company, generateDemo } from '../../demo/index.ts';
import { importFiles } from '../../intake/index.ts';
import type { RecordKind } from '../../model/index.ts';
import { openWarehouse, type Row } from '../index.ts';

const recordOf: Readonly<Record<string, RecordKind>> = {
  cases: 'cases',
  events: 'events',
  messages: 'messages',
  calls: 'interactions',
  customers: 'customers',
  agents: 'agents',
  surveys: 'surveys',
};

/** One row about the demo company's cases, and what its generator knows to be true of them. */
async function asked(folder: string, statement: string): Promise<readonly [Row, Record<string, Row>]> {
  const { truth } = await generateDemo({ folder, cases: 1200, seed: 5, blemishes: false });
  const mappings = Object.entries(recordOf).map(([name, record]) => {
    const path = join(folder, `${name}.yaml`);
    writeFileSync(
      path,
      `source: ${company.source}\nfiles: ${name}.csv\nrecord: ${record}\ncolumns: by_name\n`,
    );
    return path;
  });
  const warehouse = await openWarehouse({ path: ':memory:' });
  const files = Object.keys(recordOf).map((name) => join(folder, 'data', `${name}.csv`));
  await importFiles({ warehouse, files, mappings });
  const [row] = await warehouse.rows({ compile: () => sql.raw(statement).compile(warehouse.db) });
  await warehouse.close();
  return [row ?? {}, JSON.parse(readFileSync(truth, 'utf8'))];
}

test("the demo company's first contacts, reopenings and hand-overs are found as they really are", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-truth-'));
  const [row, { first_contact: contact = {}, cases = {} }] = await asked(
    folder,
    `select count_if(first_contact_one_touch) as one_touch, count_if(first_contact_not_again) as not_again,
       count_if(first_contact_closed_once) as closed_once, count_if(first_contact_missing = 'too_early') as too_early,
       count_if(first_contact_missing = 'not_resolved') as not_resolved, sum(reopens) as reopens,
       sum(team_handovers) as team_handovers, count_if(resolved) as resolved
     from case_facts where left_out is null`,
  );
  rmSync(folder, { recursive: true });
  const { one_touch, not_again, closed_once, too_early, not_resolved } = contact;
  const { reopens, team_handovers, resolved } = cases;
  expect(row).toEqual({
    one_touch,
    not_again,
    closed_once,
    too_early,
    not_resolved,
    reopens,
    team_handovers,
    resolved,
  });
});
