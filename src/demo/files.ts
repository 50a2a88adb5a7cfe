/** The fourteen files of the demo and the columns of each: those of the record tables, and a few that land in attributes. */
import { join } from 'node:path';
import { CsvFile } from './csv-file.ts';
import type { Stamps } from './stamps.ts';

const columns = {
  cases:
    'id version_at customer_id opened_at first_response_at resolved_at reopened_at closed_at origin channel category subcategory priority status owner_id team department product language is_public subject tags sla_policy left_out handle_s reassignments reopens order_value device',
  events: 'id case_id at sequence kind from_value to_value actor_id actor_kind',
  messages: 'id case_id at channel author_id author_kind direction is_public body',
  calls:
    'id case_id customer_id channel direction queue priority category team arrived_at queued_at answered_at ended_at ivr_s wait_s talk_s hold_s wrap_s outcome agent_id transferred_to',
  surveys:
    'id kind scale_min scale_max score sent_at answered_at case_id interaction_id agent_id customer_id channel comment',
  customers: 'id segment country language since until value',
  agents: 'id name team department manager_id role hired_on left_on skills country',
  orders: 'id customer_id at kind value',
  changes: 'id at what scope owner expected_metric expected_direction expected_size',
  shifts: 'id agent_id from to state queue',
  agent_states: 'id agent_id from to state queue',
  outages: 'id service from to',
  reviews: 'id case_id interaction_id agent_id reviewer_id at criterion score max',
  trainings: 'id agent_id topic from to',
} as const;

export type FileName = keyof typeof columns;
export const fileNames = Object.keys(columns) as readonly FileName[];
export type Files = Readonly<Record<FileName, CsvFile>>;

export const columnsOf = (name: FileName): readonly string[] => columns[name].split(' ');

export const openFiles = (folder: string, stamps: Stamps): Files =>
  Object.fromEntries(
    fileNames.map((name) => [name, new CsvFile(join(folder, `${name}.csv`), columnsOf(name), stamps)]),
  ) as Files;

export function closeFiles(files: Files): void {
  for (const name of fileNames) files[name].close();
}
