/** Figures for the tests of this room: only what a test names is out of the ordinary. */
import type { Figure, FigureComparison } from '../metrics/figure.ts';
import { answer, catalogue, dimensionsOf } from '../metrics/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import type { Desk, Scope } from './kind.ts';

interface Change {
  readonly before: number | null;
  readonly nBefore?: number;
  readonly among?: FigureComparison['among'];
}

/** @example figure({ metric: 'csat', value: 0.8, n: 100 }, { before: 0.9, among: 'signal' }) */
export function figure(some: Partial<Figure>, change?: Change): Figure {
  const value = some.value ?? null;
  return {
    metric: 'csat',
    stat: 'share',
    segment: {},
    from: '2025-03-01T00:00:00+01:00',
    to: '2025-04-01T00:00:00+02:00',
    value,
    unit: 'share',
    n: 100,
    interval: null,
    rules: {},
    missing: null,
    countedOut: {},
    comparisons: change === undefined ? [] : [comparison(value, change)],
    rows: 'key',
    ...some,
  };
}

function comparison(
  value: number | null,
  { before, nBefore = 100, among = 'signal' }: Change,
): FigureComparison {
  return {
    base: { kind: 'previous', from: null, to: null, value: before, n: nBefore, interval: null },
    difference: value === null || before === null ? null : value - before,
    interval: null,
    missing: null,
    verdict: among ?? 'cannot_tell_yet',
    among,
    p: among === 'signal' ? 0.001 : 0.5,
    smallest: 0.02,
    n: 100,
    method: 'newcombe',
    looks: 1,
    moreNeeded: null,
  };
}

export const scope = (some: Partial<Scope> = {}): Scope => ({
  period: { from: '2025-03-01', to: '2025-04-01' },
  zone: 'Europe/Rome',
  metrics: ['csat', 'messages_per_owner', 'customers_contacting'],
  dimensions: ['channel', 'category'],
  dataFrom: '2025-01-01',
  where: [],
  rules: {},
  problems: [],
  headline: [],
  ...some,
});

/** A desk at a warehouse that a test wrote down: what cannot be told apart as asked has no answer. */
export function desk(warehouse: Warehouse, some: Partial<Desk> = {}): Desk {
  const isKnown = (metric: string, by: readonly string[]): boolean => {
    const fact = catalogue.find(({ name }) => name === metric)?.fact;
    return fact !== undefined && by.every((dimension) => dimensionsOf(fact).includes(dimension));
  };
  return {
    warehouse,
    context: {},
    through: null,
    words: false,
    staffed: async () => [],
    ask: async (questions) => {
      const known = questions.map((question) => ({
        ...question,
        asks: question.asks.filter(({ metric }) =>
          isKnown(metric, [...question.by, ...question.where.map(({ dimension }) => dimension)]),
        ),
      }));
      return answer(warehouse, known);
    },
    ...some,
  };
}

/** As many rows as are asked for, each by its place. */
export const many = <T>(n: number, row: (i: number) => T): readonly T[] =>
  Array.from({ length: n }, (_, i) => row(i));
