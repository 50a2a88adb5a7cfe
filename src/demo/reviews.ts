/** Quality reviews: each month some cases of every agent are read again and given points. */
import type { Chance } from './chance.ts';
import type { Clock } from './clock.ts';
import { bump, type Grid, rowOf } from './counts.ts';
import { bytesOf, type CsvFile } from './csv-file.ts';
import { letters } from './log.ts';
import { agents, teams } from './people.ts';
import type { Ticket } from './ticket.ts';
import { agentWords, nothing, wordAt } from './words.ts';

export interface Reviews {
  /** Remembers a resolved case for a while: every one of a month is as likely to be picked. */
  lived(ticket: Ticket): void;
  /** Writes them all; returns points by agent. */
  write(file: CsvFile): Grid;
}

const perMonth = 3;
const criteria = ['tone', 'solution', 'process'].map(bytesOf);
const most = 5;
const reviewLetter = 'Q'.charCodeAt(0);

interface Picked {
  seen: number;
  readonly cases: { n: number; resolvedAt: number }[];
}

export function reviewsOf(chance: Chance, clock: Clock): Reviews {
  const picked = new Map<string, Picked>();
  return {
    lived: ({ resolver, resolvedAt, leftOut, n }) => {
      if (resolver < 0 || resolvedAt < 0 || leftOut !== '') return;
      const key = `${clock.days[clock.dayOf(resolvedAt)]?.date.slice(0, 7)}/${resolver}`;
      const own = picked.get(key) ?? { seen: 0, cases: [] };
      picked.set(key, own);
      own.seen++;
      const place = own.cases.length < perMonth ? own.cases.length : chance.below(own.seen);
      if (place < perMonth) own.cases[place] = { n, resolvedAt };
    },
    write: (file) => {
      const points: Grid = {};
      for (const [key, { cases }] of picked) {
        const agent = Number(key.split('/')[1]);
        for (const one of cases) review(file, { ...one, agent }, { chance, clock, points });
      }
      return points;
    },
  };
}

/** Read within the week after; the level of the agent shows in every criterion, and so does the day. */
function review(
  file: CsvFile,
  { n, resolvedAt, agent }: { n: number; resolvedAt: number; agent: number },
  { chance, clock, points }: { chance: Chance; clock: Clock; points: Grid },
): void {
  const at = Math.floor(resolvedAt + chance.between(0.5, 6) * 86_400);
  const { quality = 0, team = 0, id = '' } = agents[agent] ?? {};
  const level = 3.7 + 0.8 * quality + 0.5 * chance.normal();
  if (at >= clock.end) return;
  for (const criterion of criteria) {
    const score = Math.min(most, Math.max(0, Math.round(level + 0.7 * chance.normal())));
    file
      .key(reviewLetter, file.rows + 1)
      .key(letters.case, n)
      .none()
      .text(wordAt(agentWords, agent));
    file.text(reviewer(team, agent)).time(at).text(criterion).whole(score).whole(most).end();
    bump(rowOf(points, id), 'score', score);
    bump(rowOf(points, id), 'max', most);
  }
}

/** The lead reads everybody's work but their own. */
function reviewer(team: number, agent: number): Uint8Array {
  const lead = agents.findIndex(({ id }) => id === teams[team]?.lead);
  return lead < 0 || lead === agent ? nothing : wordAt(agentWords, lead);
}
