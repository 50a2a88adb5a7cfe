/** The telephone line: how likely a caller waits and leaves at each hour, which follows from who is there. */
import type { Chance } from './chance.ts';
import { channelShapes, phone } from './channels.ts';
import type { Clock } from './clock.ts';
import { baseCamp } from './people.ts';
import type { Roster } from './roster.ts';

/** The state of a line with a queue and impatient callers. */
export interface Line {
  /** Chance that nobody is free at once. */
  readonly busy: number;
  /** Mean seconds until somebody would be free. */
  readonly meanWait: number;
  /** Mean seconds that a caller would wait. */
  readonly patience: number;
}

const usualLoad = 0.72;
const patience = 330;
/** Staffing plans follow the busy hours most of the way. */
const unplanned = 0.3;

/** Busier hours and fewer people both raise the load; near 1 the queue explodes. */
export function lineAt(clock: Clock, roster: Roster, t: number): Line {
  const day = clock.dayOf(t);
  const hour = Math.floor(clock.secondOfDay(t) / 3600);
  const load = (usualLoad * busyness(hour) ** unplanned) / roster.strength(baseCamp, day);
  return {
    busy: Math.min(0.97, load ** 3),
    meanWait: 20 / (1.03 - Math.min(load, 0.97)),
    patience,
  };
}

const hours = channelShapes[phone]?.hours ?? [];
const averageHour = hours.reduce((sum, share) => sum + share, 0) / hours.filter((share) => share > 0).length;
const busyness = (hour: number): number => (hours[hour] || averageHour) / averageHour;

/** Share of callers who leave before somebody is free: patience and wait race each other. */
export const leavingShare = ({ busy, meanWait, patience }: Line): number =>
  (busy * meanWait) / (meanWait + patience);

/** Seconds waited by one who waited, whichever came first: somebody free, or the end of patience. */
export const waitOf = (chance: Chance, { meanWait, patience }: Line): number =>
  chance.exponential((meanWait * patience) / (meanWait + patience));

/** Seconds waited by one who was answered in the end: often none. */
export function waitOfAnswered(chance: Chance, line: Line): number {
  const waited = line.busy - leavingShare(line);
  return chance.happens(waited / (1 - leavingShare(line))) ? waitOf(chance, line) : 0;
}
