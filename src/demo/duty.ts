/** Shifts and states: who was planned and who was at what, day by day, and the truth about it. */
import type { Chance } from './chance.ts';
import type { Clock } from './clock.ts';
import { bump, type Grid, rowOf } from './counts.ts';
import type { CsvFile } from './csv-file.ts';
import { allDay, type DaySums, lived, type Piece, type Plan, sumsOf, workday } from './day-plan.ts';
import type { Files } from './files.ts';
import { agents, digitalDesk, teams } from './people.ts';
import type { Roster } from './roster.ts';
import { story } from './story.ts';
import { agentWords, nothing, presenceWords, wordAt } from './words.ts';

export interface Duty {
  /** Plans and lives one day. */
  day(files: Files, day: number): void;
  /** Seconds by month and by team. */
  readonly found: { readonly byMonth: Grid; readonly byTeam: Grid };
}

interface Scene {
  readonly chance: Chance;
  readonly clock: Clock;
  readonly roster: Roster;
  /** Cases of each day. */
  readonly counts: Int32Array;
}

const letters = { shift: 'H'.charCodeAt(0), state: 'P'.charCodeAt(0) };
const saturday = 5;
/** A desk that is as full as usual is busy for so much of its time. */
const usualOccupancy = 0.72;
/** Five people are hired so long before their desk opens, and are in training until then. */
const hiredOn = '2025-06-09';

export function dutyOf(scene: Scene): Duty {
  const { clock, roster, counts, chance } = scene;
  const found = { byMonth: {} as Grid, byTeam: {} as Grid };
  const usual = usualCounts(scene);
  return {
    found,
    day: (files, day) => {
      const { date = '', weekday = 0, opens = 0, closes = 0 } = clock.days[day] ?? {};
      if (closes <= opens) return;
      const demand = (counts[day] ?? 0) / (weekday === saturday ? usual.saturday : usual.weekday);
      for (const [place, agent] of agents.entries()) {
        const plan = planOf(place, agent.team, { date, weekday, there: roster.isThere(place, day) });
        if (plan === null) continue;
        const pressure = demand / roster.strength(agent.team, day);
        const occupancy = Math.min(0.96, usualOccupancy * pressure ** 0.6 * chance.lognormal(1, 0.05));
        const longLunch =
          agent.team === story.longLunch.team && date >= story.longLunch.from ? story.longLunch.lateS : 0;
        const actual = plan[0].state === 'absent' ? [] : lived(plan, { chance, occupancy, longLunch });
        write(files.shifts, letters.shift, plan, { clock, day, place });
        write(files.agent_states, letters.state, actual, { clock, day, place });
        count(found, date.slice(0, 7), teams[agent.team]?.name ?? '', sumsOf(plan, actual));
      }
    },
  };
}

/** Who is not there on a working day is absent; on Saturdays those who are there were planned. */
function planOf(
  place: number,
  team: number,
  { date, weekday, there }: { date: string; weekday: number; there: boolean },
): Plan | null {
  if (team === digitalDesk && date < story.digitalDesk.from)
    return date < hiredOn || weekday === saturday ? null : allDay('training');
  if (!there) return weekday === saturday ? null : allDay('absent');
  const hasTraining = Number(date.slice(8)) === 1 + (place % 28);
  return workday(weekday === saturday, place % 2 === 1, hasTraining);
}

function write(
  file: CsvFile,
  letter: number,
  pieces: readonly Piece[],
  { clock, day, place }: { clock: Clock; day: number; place: number },
): void {
  for (const { from, to, state } of pieces) {
    const planned = letter === letters.shift && state === 'available';
    file
      .key(letter, file.rows + 1)
      .text(wordAt(agentWords, place))
      .time(clock.at(day, from));
    file
      .time(clock.at(day, to))
      .text(planned ? nothing : presenceWords[state])
      .none()
      .end();
  }
}

function count({ byMonth, byTeam }: Duty['found'], month: string, team: string, sums: DaySums): void {
  for (const [name, seconds] of Object.entries(sums)) {
    bump(rowOf(byMonth, month), name, seconds);
    bump(rowOf(byTeam, team), name, seconds);
  }
}

function usualCounts({ clock, counts }: Scene): { readonly weekday: number; readonly saturday: number } {
  const mean = (want: (weekday: number) => boolean): number => {
    const days = [...counts].filter((_, day) => {
      const { weekday = 0, opens = 0, closes = 0 } = clock.days[day] ?? {};
      return closes > opens && want(weekday);
    });
    return Math.max(1, days.reduce((sum, each) => sum + each, 0) / Math.max(1, days.length));
  };
  return {
    weekday: mean((weekday) => weekday !== saturday),
    saturday: mean((weekday) => weekday === saturday),
  };
}
