/** The two readings of messages per customer: simple and far-reaching, few and hard. */
import type { Figure } from '../metrics/figure.ts';
import { count, measured, named, share as shareOf } from './fact.ts';
import type { Insight } from './insight.ts';
import { about, type InsightKind, type Scope } from './kind.ts';

/** A topic is far-reaching when at least this share of all customers wrote about it, hard when at most that share did. */
const farReaching = 0.1;
const few = 0.05;
/** Messages per customer against the average: clearly fewer, or very many. */
const simple = 0.8;
const hard = 2;

interface Topic {
  readonly name: string;
  readonly perCustomer: Figure;
  readonly low: number;
  readonly high: number;
  readonly customers: number;
  readonly share: number;
}

export const messagesPerCustomer: InsightKind = {
  name: 'messages-per-customer',
  questions: (scope) =>
    asked(scope)
      ? [
          about(scope, ['messages_per_owner', 'customers_contacting']),
          about(scope, ['messages_per_owner', 'customers_contacting'], { by: ['category'] }),
        ]
      : [],
  find([totals = [], parts = []]) {
    const average = totals.find(({ metric }) => metric === 'messages_per_owner')?.value ?? null;
    const everyone = totals.find(({ metric }) => metric === 'customers_contacting')?.value ?? 0;
    if (average === null || everyone === 0) return [];
    const topics = topicsOf(parts, everyone);
    return [
      ...topics
        .filter(({ share, high }) => share >= farReaching && high < simple * average)
        .map((topic) => said('simple', topic, average)),
      ...topics
        .filter(({ share, low }) => share <= few && low > hard * average)
        .map((topic) => said('hard', topic, average)),
    ];
  },
};

const asked = (scope: Scope): boolean =>
  scope.metrics.includes('messages_per_owner') && scope.dimensions.includes('category');

function topicsOf(parts: readonly Figure[], everyone: number): Topic[] {
  return parts
    .filter(({ metric }) => metric === 'messages_per_owner')
    .flatMap((perCustomer) => {
      const name = perCustomer.segment['category'] ?? null;
      const customers = parts.find(
        ({ metric, segment }) => metric === 'customers_contacting' && segment['category'] === name,
      )?.value;
      const { low, high } = perCustomer.interval ?? { low: null, high: null };
      if (name === null || customers === null || customers === undefined || low === null || high === null)
        return [];
      return [{ name, perCustomer, low, high, customers, share: customers / everyone }];
    });
}

function said(reading: 'simple' | 'hard', topic: Topic, average: number): Insight {
  const { name, perCustomer, customers, share } = topic;
  const facts = {
    category: named('category', name),
    customers: count(customers),
    share: shareOf(share),
    perCustomer: measured(perCustomer, perCustomer.value),
    average: measured(perCustomer, average),
  };
  return {
    kind: 'messages-per-customer',
    headline: { name: `insight.messages.${reading}`, facts },
    because: [{ name: `insight.messages.${reading}Because`, facts }],
    advice: { name: `insight.messages.${reading}Advice`, facts },
    audience: reading === 'simple' ? 'product' : 'team',
    good: null,
    size: { value: customers, unit: 'customers' },
    each: Math.max(1, (perCustomer.value ?? average) / average),
    certainty: 0.95,
    subject: { metric: 'messages_per_owner', segment: { category: name } },
    evidence: [perCustomer],
  };
}
