/** Other ways in which somebody may have counted: other rules, another zone, another statistic. */
import type { MetricDefinition, Rules } from '../definition.ts';
import type { Statistic } from '../question.ts';
import { ruleUses } from '../rule-values.ts';
import { type RuleToken, ruleOf } from '../rules.ts';

/** What is counted otherwise than by default; nothing: as we count. */
export interface Setting {
  readonly rules: Rules;
  readonly zone: string | null;
  readonly stat: Statistic | null;
}

export const asWeCount: Setting = { rules: {}, zone: null, stat: null };

/** Limits that contact centres and helpdesks commonly use, for rules that are a time. */
const usualTimes: Readonly<Partial<Record<RuleToken, readonly string[]>>> = {
  'service_level.within': ['10 s', '15 s', '20 s', '30 s', '60 s', '120 s'],
  'abandonment.short': ['0 s', '3 s', '5 s', '10 s', '20 s'],
  'contact_again.within': ['1 d', '3 d', '7 d', '14 d', '30 d'],
};

/** How many things a setting changes. */
export const changesOf = ({ rules, zone, stat }: Setting): number =>
  Object.keys(rules).length + (zone === null ? 0 : 1) + (stat === null ? 0 : 1);

/**
 * Every setting that changes one thing or two, the fewest changes first.
 *
 * @param zones other zones in which a day may have been a day
 */
export function settingsFor(
  metric: MetricDefinition,
  stat: Statistic,
  zones: readonly string[],
): readonly Setting[] {
  const single: Setting[] = [
    ...ruleUses(metric).flatMap(({ token, default: usual, values }) =>
      otherValues(token, usual, values).map((value) => ({ ...asWeCount, rules: { [token]: value } })),
    ),
    ...zones.map((zone) => ({ ...asWeCount, zone })),
    ...alikeTo(stat, metric).map((other) => ({ ...asWeCount, stat: other })),
  ];
  const double = single.flatMap((one, i) =>
    single.slice(i + 1).flatMap((other) => (canJoin(one, other) ? [joined(one, other)] : [])),
  );
  return [...single, ...double];
}

function otherValues(
  token: RuleToken,
  usual: string,
  values: readonly string[] | undefined,
): readonly string[] {
  const known = values ?? Object.keys(ruleOf(token).values ?? {});
  return (known.length === 0 ? (usualTimes[token] ?? []) : known).filter((value) => value !== usual);
}

/** "The average" is often another one. */
const alikeTo = (stat: Statistic, { stats, units }: MetricDefinition): readonly Statistic[] =>
  (['mean', 'median'] as const).filter(
    (other) =>
      other !== stat &&
      stats.includes(other) &&
      units?.[other] === units?.[stat] &&
      ['mean', 'median', 'geometric_mean'].includes(stat),
  );

const canJoin = (a: Setting, b: Setting): boolean =>
  !(a.zone !== null && b.zone !== null) &&
  !(a.stat !== null && b.stat !== null) &&
  !Object.keys(a.rules).some((token) => token in b.rules);

const joined = (a: Setting, b: Setting): Setting => ({
  rules: { ...a.rules, ...b.rules },
  zone: a.zone ?? b.zone,
  stat: a.stat ?? b.stat,
});
