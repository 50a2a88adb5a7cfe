/** Something worth saying: a value with its evidence, not a sentence; words come later, from the locale. */
import type { Figure } from '../metrics/figure.ts';
import type { Fact } from './fact.ts';

export type Audience = 'team' | 'product' | 'marketing' | 'sales' | 'planning' | 'data';

/** A message name and the facts that fill it; `locales/` holds the words. */
export interface Message {
  readonly name: string;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** Dimension → value; empty for the whole. */
export type Place = Readonly<Record<string, string | null>>;

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
  /** How big, in the unit people care about. `seconds` are a customer's, `work` is the team's time. */
  readonly size: {
    readonly value: number;
    readonly unit: 'customers' | 'cases' | 'contacts' | 'seconds' | 'work' | 'records';
  };
  /** How many ordinary ones each of them weighs as, where they take far more work than others. */
  readonly each?: number;
  /** What it costs or saves, where the company's rates are known and the size can be priced. */
  readonly money?: { readonly value: number; readonly currency: string };
  /** 0–1: how sure. */
  readonly certainty: number;
  /** What it is about, so that one cause is told once. */
  readonly subject: {
    readonly metric: string | null;
    readonly segment: Place;
    readonly way?: 'up' | 'down';
  };
  readonly evidence: readonly Figure[];
}
