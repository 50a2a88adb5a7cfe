/** Reads rules as people type them; what was not named takes the metric's default. */
import { nearest, Problem } from '../model/index.ts';
import { factTable } from '../warehouse/facts.ts';
import type { MetricDefinition, Rules, RuleUse } from './definition.ts';
import { type RuleToken, ruleOf, ruleTokens } from './rules.ts';

const secondsIn: Readonly<Record<string, number>> = { s: 1, min: 60, m: 60, h: 3600, d: 86_400 };

/** Seconds of a rule such as `20`, `20s`, `2 min` or `7 d`; null where it is none. */
export function parseSeconds(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(s|min|m|h|d)?$/.exec(text.trim());
  if (match === null) return null;
  return Number(match[1]) * (secondsIn[match[2] ?? 's'] ?? 1);
}

/** A time rule of a figure, in seconds. */
export const secondsOf = (rules: Rules, token: RuleToken): number => parseSeconds(rules[token] ?? '') ?? 0;

/**
 * The rules of a metric, with its anchor, and with whose work counts where people are told apart: one list, for questions
 * and for the docs.
 */
export function ruleUses(metric: MetricDefinition, dimensions: readonly string[] = []): readonly RuleUse[] {
  const { stock, anchor, anchors = [], rules } = metric;
  const anchored: readonly RuleUse[] =
    stock === undefined ? [{ token: 'anchor', default: anchor, values: [anchor, ...anchors] }] : [];
  return [...anchored, ...rules, ...(dimensions.includes('agent') ? creditUse(metric) : [])];
}

/** The rule `credit`, for a metric whose fact knows several people. */
export function creditUse({ fact, credit }: MetricDefinition): readonly RuleUse[] {
  const values = Object.keys(factTable(fact).credit ?? {});
  const [first] = values;
  return first === undefined ? [] : [{ token: 'credit', default: credit ?? first, values }];
}

/**
 * The rules that one metric is answered with. Tokens that it does not depend on are passed over: the same question may
 * name them for another metric.
 *
 * @throws Problem `rule_value_unknown` with the nearest valid value
 */
export function resolveRules(
  metric: MetricDefinition,
  typed: Rules,
  dimensions: readonly string[] = [],
): Rules {
  const resolved = ruleUses(metric, dimensions).map((use): [string, string] => {
    const value = typed[use.token];
    return [use.token, value === undefined ? use.default : checkedValue(use, value)];
  });
  return Object.fromEntries(resolved);
}

function checkedValue({ token, values }: RuleUse, value: string): string {
  const known = values ?? Object.keys(ruleOf(token).values ?? {});
  if (known.length === 0) return checkedSeconds(token, value);
  if (known.includes(value)) return value;
  throw new Problem('rule_value_unknown', {
    found: `"${value}" for the rule ${token}`,
    expected: known.join(', '),
    todo: `write ${token}=${nearest(value, known) ?? known[0]}`,
  });
}

function checkedSeconds(token: RuleToken, value: string): string {
  const seconds = parseSeconds(value);
  if (seconds !== null) return `${seconds} s`;
  throw new Problem('rule_value_unknown', {
    found: `"${value}" for the rule ${token}`,
    expected: 'a time such as 20 s, 2 min, 4 h or 7 d',
    todo: `write ${token}=20s`,
  });
}

/**
 * Refuses rules that no metric of the question depends on.
 *
 * @throws Problem `rule_unknown`, or `rule_not_used` where the rule exists but changes nothing here
 */
export function checkRuleTokens(
  metrics: readonly MetricDefinition[],
  typed: Rules,
  dimensions: readonly string[] = [],
): void {
  const used = new Set(
    metrics.flatMap((metric) => ruleUses(metric, dimensions).map(({ token }): string => token)),
  );
  for (const token of Object.keys(typed)) {
    if (!(ruleTokens as readonly string[]).includes(token)) throw unknownRule(token);
    if (!used.has(token)) throw unusedRule(token, [...used]);
  }
}

const unknownRule = (token: string): Problem =>
  new Problem('rule_unknown', {
    found: `there is no rule "${token}"`,
    expected: ruleTokens.join(', '),
    todo: `write ${nearest(token, ruleTokens) ?? 'one of these'}`,
  });

const unusedRule = (token: string, used: readonly string[]): Problem =>
  new Problem('rule_not_used', {
    found: `the rule ${token} changes none of the metrics asked for`,
    expected: used.length === 0 ? 'no rule' : used.join(', '),
    todo: 'leave it out',
  });

/** The column that the anchor of a figure names. */
export function anchorColumn(metric: MetricDefinition, rules: Rules): string {
  const anchors = factTable(metric.fact).anchors;
  return anchors[rules.anchor ?? metric.anchor] ?? Object.values(anchors)[0] ?? 'id';
}
