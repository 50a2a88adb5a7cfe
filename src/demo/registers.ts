/** The short files: the people, what the business changed on purpose, and what people were trained in. */
import type { Files } from './files.ts';
import { columnsOf } from './files.ts';
import { agents, digitalDesk, returns, teams } from './people.ts';
import { planted } from './planted.ts';

const quoted = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

export function writeRegisters({ agents: agentFile, changes: changeFile, trainings }: Files): void {
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
  for (const [index, training] of taken().entries()) {
    trainings.raw(line(columnsOf('trainings'), { id: `TR${index + 1}`, ...training }));
  }
}

const line = (columns: readonly string[], values: Readonly<Record<string, unknown>>): string =>
  columns.map((column) => quoted(String(values[column] ?? ''))).join(',');

/** The Digital Desk was hired three weeks before it started; the others over the years before. */
function hiredOn(index: number, team: number): string {
  if (team === digitalDesk) return '2025-06-09T07:00:00Z';
  return `${2016 + ((index * 5) % 8)}-${String(1 + ((index * 7) % 12)).padStart(2, '0')}-01T08:00:00Z`;
}

/** Who takes over chat is trained for it; the team of returns learns a tool that makes nothing better or worse. */
const taken = () => [
  ...trainingOf(digitalDesk, 'Onboarding: chat and social', '2025-06-09T07:00:00Z', '2025-06-27T15:00:00Z'),
  ...trainingOf(returns, 'The new returns tool', '2025-04-15T07:00:00Z', '2025-04-15T11:00:00Z'),
];

const trainingOf = (team: number, topic: string, from: string, to: string) =>
  agents.filter((agent) => agent.team === team).map(({ id }) => ({ agent_id: id, topic, from, to }));

const recorded = () =>
  planted
    .flatMap(({ change }) => (change === undefined ? [] : [change]))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
