/** Something worth saying: a value with its evidence, not a sentence; words come later, from the locale. */
import type { Figure } from '../metrics/figure.ts';

export type Audience = 'team' | 'product' | 'marketing' | 'sales' | 'planning' | 'data';

/** A message name and the facts that fill it; `locales/` holds the words. */
export interface Message {
  readonly name: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

export interface Insight {
  /** File name of the kind, e.g. `real-change`. */
  readonly kind: string;
  readonly headline: Message;
  /** Why it is believed, in order. */
  readonly because: readonly Message[];
  readonly advice: Message;
  readonly audience: Audience;
  /** Whether it is good for customers; null where neither. */
  readonly good: boolean | null;
  /** How big, in the unit people care about. */
  readonly size: {
    readonly value: number;
    readonly unit: 'customers' | 'cases' | 'contacts' | 'seconds' | 'records';
  };
  /** 0–1: how sure. */
  readonly certainty: number;
  /** What it is about, so that one cause is told once. */
  readonly subject: {
    readonly metric: string | null;
    readonly segment: Readonly<Record<string, string | null>>;
  };
  readonly evidence: readonly Figure[];
}
