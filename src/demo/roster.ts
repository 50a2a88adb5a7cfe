/** Who is at work on which day, and who of them takes the next case. */
import type { Chance } from './chance.ts';
import type { Clock } from './clock.ts';
import type { Effects } from './effects.ts';
import { agents, membersOf, teams } from './people.ts';
import { story } from './story.ts';

export interface Roster {
  isThere(agent: number, day: number): boolean;
  /** Share of a team that is there, of those who usually are. */
  strength(team: number, day: number): number;
  pick(chance: Chance, team: number, day: number): number;
  /** Someone who is not on another call at that moment, if a few tries find one. */
  pickFree(chance: Chance, team: number, day: number, from: number, until: number): number;
}

const attendance = 0.88;
const saturday = 5;
/** On Saturdays half of each team works in turn. */
const saturdayShare = 0.5;

export function rosterOf(chance: Chance, clock: Clock, effects: Effects): Roster {
  const present = clock.days.map((day, index) =>
    agents.map((agent, place) => {
      const share = day.weekday === saturday ? saturdayShare : attendance;
      const comes = chance.happens(share);
      return comes && !(effects.hole(index) && isAwayInHole(agent.team, place));
    }),
  );
  const usual = teams.map((_, team) => membersOf(team).length * attendance);
  const byTeam = present.map((there) => teams.map((_, team) => someoneOf(team, there)));
  const busyUntil = new Float64Array(agents.length);
  const pick = (luck: Chance, team: number, day: number): number => {
    const list = byTeam[day]?.[team] ?? [];
    return list[luck.below(list.length)] ?? 0;
  };
  return {
    isThere: (agent, day) => present[day]?.[agent] === true,
    strength: (team, day) => {
      const share = clock.days[day]?.weekday === saturday ? saturdayShare / attendance : 1;
      return (byTeam[day]?.[team]?.length ?? 1) / ((usual[team] ?? 1) * share);
    },
    pick,
    pickFree: (luck, team, day, from, until) => {
      let agent = pick(luck, team, day);
      for (let tries = 0; tries < 4 && (busyUntil[agent] ?? 0) > from; tries++) agent = pick(luck, team, day);
      busyUntil[agent] = Math.max(busyUntil[agent] ?? 0, until);
      return agent;
    },
  };
}

/** A team is never quite empty: its lead stays. */
function someoneOf(team: number, there: readonly boolean[]): readonly number[] {
  const members = membersOf(team);
  const found = members.filter((agent) => there[agent] === true);
  return found.length > 0 ? found : members.slice(0, 1);
}

function isAwayInHole(team: number, agent: number): boolean {
  const { team: short, awayShare } = story.phoneHole;
  if (team !== short) return false;
  const members = membersOf(team);
  return members.indexOf(agent) >= members.length * (1 - awayShare);
}
