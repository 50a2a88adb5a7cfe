/** A data problem that is large enough to change how figures should be read. */
import type { InsightKind } from './kind.ts';

/** Smaller ones stand in the data quality table only. */
const worthSaying = 0.005;

export const dataProblem: InsightKind = {
  name: 'data-problem',
  find: (_answers, { problems }) =>
    problems
      .filter(({ count, of }) => of > 0 && count / of >= worthSaying)
      .sort((a, b) => b.count / b.of - a.count / a.of)
      .slice(0, 2)
      .map(({ code, count, of, facts }) => ({
        kind: 'data-problem',
        headline: { name: `problem.${code}`, facts: { ...facts, count, of } },
        because: [{ name: 'insight.dataProblem.because', facts: { count, of } }],
        advice: { name: `problem.${code}.advice`, facts },
        audience: 'data',
        good: false,
        size: { value: count, unit: 'records' },
        certainty: 1,
        subject: { metric: null, segment: { problem: code } },
        evidence: [],
      })),
};
