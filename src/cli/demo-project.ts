/** Writes the demo company's project: its configuration, its logo and one mapping per file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { company, generateDemo } from '../demo/index.ts';
import type { RecordKind } from '../model/index.ts';

const recordOf = {
  cases: 'cases',
  events: 'events',
  messages: 'messages',
  calls: 'interactions',
  surveys: 'surveys',
  customers: 'customers',
  agents: 'agents',
  orders: 'touchpoints',
  changes: 'changes',
  shifts: 'shifts',
  agent_states: 'agent_states',
  outages: 'outages',
  reviews: 'reviews',
  trainings: 'trainings',
} as const satisfies Readonly<Record<string, RecordKind>>;

export const demoFiles = Object.keys(recordOf).map((name) => `${name}.csv`);

interface Year {
  readonly folder: string;
  readonly seed: number;
  readonly cases: number;
  readonly signal?: AbortSignal;
}

/** The year of the company and its project in one folder; answers with the files that are to be loaded. */
export async function makeDemoProject({ folder, ...year }: Year): Promise<readonly string[]> {
  await generateDemo({ folder, ...year });
  writeDemoProject(folder);
  return demoFiles.map((name) => join(folder, 'data', name));
}

function writeDemoProject(folder: string): void {
  mkdirSync(join(folder, 'mappings'), { recursive: true });
  writeFileSync(join(folder, 'logo.svg'), company.logo);
  writeFileSync(
    join(folder, 'tidemark.yaml'),
    `# The demo company's project; "tidemark demo" made it.\n${stringify(config())}`,
  );
  for (const [name, record] of Object.entries(recordOf)) {
    const mapping = { source: company.source, files: `${name}.csv`, record, columns: 'by_name' };
    writeFileSync(join(folder, 'mappings', `${name}.yaml`), stringify(mapping));
  }
}

const hours = (seconds: number): string => `${seconds / 3600}h`;

const byPriority = (time: 'responseS' | 'resolutionS'): object =>
  Object.fromEntries(company.sla.map((promise) => [promise.priority, hours(promise[time])]));

/** Nobody is told: the demo company has no mail server. */
const watchedThings = [
  { metric: 'csat' },
  { metric: 'first_response_time' },
  { metric: 'abandonment_rate' },
  { metric: 'backlog' },
  { metric: 'cases_opened', where: { category: 'warranty_fault' } },
  { urgent_waiting: '30m' },
  { promises_at_risk: true },
];

function config(): object {
  const { name, contact, confidentiality, zone, language, source, caseUrl, calendar, rates, targets } =
    company;
  return {
    company: { name, logo: 'logo.svg', contact },
    confidentiality,
    language,
    zone,
    sources: [{ id: source, case_url: caseUrl }],
    calendars: { service: { hours: calendar.hours, public_holidays: ['IT'] } },
    sla: {
      policies: {
        promise: {
          targets: {
            first_response: { within: byPriority('responseS') },
            next_response: { within: byPriority('responseS') },
            resolution: { within: byPriority('resolutionS') },
          },
        },
      },
    },
    rates,
    targets,
    comments: { print: true },
    watch: { things: watchedThings },
  };
}
