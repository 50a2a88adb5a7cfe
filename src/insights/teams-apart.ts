/** A real difference between teams after luck and mix: a strength worth keeping, or a training that would pay. */
import type { PeopleFigures, PersonFigure } from '../metrics/index.ts';
import { isGood } from './change.ts';
import { comparedPeople } from './compared-people.ts';
import { apart, count, measured, metricOf, named } from './fact.ts';
import type { Insight } from './insight.ts';
import type { InsightKind } from './kind.ts';
import { likingByTeam, sameShare, teamsRated } from './luck.ts';

/** Plain shares that chance would hardly make are the reason to look at the mix of work. */
const reason = 0.01;

export const teamsApart: InsightKind = {
  name: 'teams-apart',
  questions: likingByTeam,
  async look(desk, scope, { answers: [figures = []] }) {
    const teams = teamsRated(figures);
    if (teams.length < 2 || sameShare(teams, reason)) return { insights: [] };
    const found = await comparedPeople('team', 'csat', scope, desk);
    if (found === null || found.allChance) return { insights: [] };
    return {
      insights: found.people
        .filter(({ verdict }) => verdict === 'signal')
        .map((team) => insight(team, found)),
    };
  },
};

function insight(team: PersonFigure, { metric, stat, unit, middle, people }: PeopleFigures): Insight {
  const difference = team.value - middle;
  const good = isGood(metric, difference);
  const figure = { metric, stat, unit };
  const facts = {
    metric: metricOf(figure),
    team: named('team', team.id),
    value: measured(figure, team.value),
    middle: measured(figure, middle),
    low: measured(figure, team.interval.low),
    high: measured(figure, team.interval.high),
    difference: apart(figure, difference),
    teams: count(people.length),
    n: count(team.n),
  };
  return {
    kind: 'teams-apart',
    headline: { name: `insight.teams.${good ? 'better' : 'worse'}`, facts },
    because: [{ name: 'insight.teams.because', facts }],
    advice: { name: `insight.teams.${good ? 'better' : 'worse'}Advice`, facts },
    audience: 'team',
    good,
    size: { value: Math.abs(difference) * team.n, unit: 'customers' },
    certainty: Math.max(team.aboveMiddle, 1 - team.aboveMiddle),
    subject: { metric, segment: { team: team.id } },
    evidence: [],
  };
}
