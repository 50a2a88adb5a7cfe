/** The two short files: the people, and what the business changed on purpose. */
import type { Files } from './files.ts';
import { columnsOf } from './files.ts';
import { agents, digitalDesk, teams } from './people.ts';
import { planted } from './planted.ts';

const quoted = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

export function writeRegisters({ agents: agentFile, changes: changeFile }: Files): void {
  for (const [index, agent] of agents.entries()) {
    const team = teams[agent.team];
    agentFile.raw(
      line(columnsOf('agents'), {
        ...agent,
        team: team?.name ?? '',
        department: team?.department ?? '',
        manager_id: team === undefined || team.lead === agent.id ? '' : team.lead,
        role: team?.lead === agent.id ? 'lead' : 'agent',
        hired_on: hiredOn(index, agent.team),
        left_on: '',
        skills: agent.country === 'IT' ? 'it,en' : 'en',
      }),
    );
  }
  for (const [index, change] of recorded().entries()) {
    changeFile.raw(line(columnsOf('changes'), { id: `CH${index + 1}`, ...change }));
  }
}

const line = (columns: readonly string[], values: Readonly<Record<string, unknown>>): string =>
  columns.map((column) => quoted(String(values[column] ?? ''))).join(',');

/** The Digital Desk was hired three weeks before it started; the others over the years before. */
function hiredOn(index: number, team: number): string {
  if (team === digitalDesk) return '2025-06-09T07:00:00Z';
  return `${2016 + ((index * 5) % 8)}-${String(1 + ((index * 7) % 12)).padStart(2, '0')}-01T08:00:00Z`;
}

const recorded = () =>
  planted
    .flatMap(({ change }) => (change === undefined ? [] : [change]))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
