/** Who gets which report when, and how it reaches them: plain values, made from the configuration. */
import type { Language } from '../locales/index.ts';
import type { Question } from '../metrics/question.ts';
import type { Form } from '../reports/print/index.ts';

export type Way =
  | { readonly kind: 'mail'; readonly address: string; readonly name: string | null }
  | { readonly kind: 'folder'; readonly path: string }
  /** `urlEnv` and `secretEnv` name variables of the environment: addresses of hooks are secrets and rest nowhere. */
  | {
      readonly kind: 'webhook';
      readonly urlEnv: string;
      readonly secretEnv: string;
      readonly allowPrivate: boolean;
    }
  | { readonly kind: 'slack'; readonly urlEnv: string; readonly allowPrivate: boolean }
  | { readonly kind: 'teams'; readonly urlEnv: string; readonly allowPrivate: boolean };

export interface Recipient {
  readonly way: Way;
  readonly language: Language;
  readonly forms: readonly Form[];
  readonly where: Question['where'];
}

export interface Schedule {
  readonly name: string;
  /** A template's name or file. */
  readonly template: string;
  /** The length of the period reported on, and how often. */
  readonly every: 'day' | 'week' | 'month' | 'quarter' | 'year';
  /** Which working day after the period's end. */
  readonly workingDay: number;
  /** `HH:MM` on the clocks of `zone`. */
  readonly at: string;
  readonly zone: string;
  readonly recipients: readonly Recipient[];
}

/** How a recipient is called in lists. Never a hook's address, which is a secret. */
export function recipientName({ way }: Recipient): string {
  switch (way.kind) {
    case 'mail':
      return way.address;
    case 'folder':
      return way.path;
    default:
      return `${way.kind}:${way.urlEnv}`;
  }
}
