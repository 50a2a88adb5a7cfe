/** Luck named as luck: the teams' satisfaction differs no more than chance makes it, so nobody is this month's best. */
import { equalShares } from '../chance/index.ts';
import type { Figure } from '../metrics/figure.ts';
import type { Question } from '../metrics/question.ts';
import { count, measured, metricOf, named } from './fact.ts';
import type { Insight } from './insight.ts';
import { about, type InsightKind, type Scope } from './kind.ts';

/** Fewer answers a team make any comparison a lottery. */
const fewest = 30;

export const luck: InsightKind = {
  name: 'luck',
  questions: likingByTeam,
  find([figures = []]) {
    const teams = teamsRated(figures);
    return teams.length >= 3 && sameShare(teams) ? insight(teams) : [];
  },
};

/** Satisfaction by team, where both are known. */
export function likingByTeam(scope: Scope): readonly Question[] {
  const known = scope.dimensions.includes('team') && scope.metrics.includes('csat');
  return known ? [about(scope, ['csat'], { by: ['team'] })] : [];
}

/** Teams with enough answers, best first. */
export const teamsRated = (figures: readonly Figure[]): readonly Figure[] =>
  figures
    .filter(({ stat, value, n, segment }) => {
      const named = (segment['team'] ?? null) !== null;
      return stat === 'share' && value !== null && n >= fewest && named;
    })
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));

export const sameShare = (teams: readonly Figure[], level = 0.05): boolean =>
  equalShares(
    teams.map(({ value, n }) => (value ?? 0) * n),
    teams.map(({ n }) => n),
    level,
  ).allChance;

function insight(teams: readonly Figure[]): readonly Insight[] {
  const [best, worst] = [teams[0], teams.at(-1)];
  if (best === undefined || worst === undefined || best.value === worst.value) return [];
  const facts = {
    metric: metricOf(best),
    team: named('team', best.segment['team'] ?? null),
    value: measured(best, best.value),
    lowest: measured(worst, worst.value),
    n: count(teams.length),
  };
  return [
    {
      kind: 'luck',
      headline: { name: 'insight.luck', facts },
      because: [{ name: 'insight.luck.because', facts }],
      advice: { name: 'insight.luck.advice', facts },
      audience: 'team',
      good: true,
      size: { value: teams.reduce((sum, { n }) => sum + n, 0) / 10, unit: 'customers' },
      certainty: 0.5,
      subject: { metric: 'csat', segment: {} },
      evidence: [best, worst],
    },
  ];
}
