/** Totals held against ours as the JSON that scripts rely on; `schema/reconcile.json` describes it. */
import type { HeldTotal } from '../metrics/reconcile/index.ts';
import { wayText } from './reconcile-text.ts';

export function heldJson(held: readonly HeldTotal[]): string {
  const totals = held.map(
    ({
      total: { metric, stat, period, where, value },
      theirs,
      ours,
      missing,
      unit,
      outcome,
      way,
      otherWays,
    }) => ({
      metric,
      stat: stat ?? null,
      period,
      where,
      stated: value,
      theirs,
      ours,
      missing,
      unit,
      outcome,
      way: way === null ? null : { ...way.setting, added: way.added, ours: way.ours, text: wayText(way) },
      reasons: reasonsOf(way),
      other_ways: otherWays,
    }),
  );
  return `${JSON.stringify({ totals }, null, 2)}\n`;
}

/** `other_clock`, `other_rule`, `other_time_zone`, `other_statistic`, and what they count that we leave out. */
function reasonsOf(way: HeldTotal['way']): readonly string[] {
  if (way === null) return [];
  const { rules, zone, stat } = way.setting;
  const tokens = Object.keys(rules).map((token) => (token === 'clock' ? 'other_clock' : 'other_rule'));
  return [
    ...new Set(tokens),
    ...(zone === null ? [] : ['other_time_zone']),
    ...(stat === null ? [] : ['other_statistic']),
    ...way.added,
  ];
}
