/** How a verdict is marked: by a sign first, so that it survives greyscale, plain text and colour blindness. */
import type { VerdictCell } from '../report.ts';

export interface VerdictLook {
  readonly mark: string;
  readonly look: 'good' | 'bad' | 'changed' | 'steady' | 'early';
}

export function verdictLook(verdict: NonNullable<VerdictCell['verdict']>, good: boolean | null): VerdictLook {
  if (verdict === 'no_change_bigger_than') return { mark: '=', look: 'steady' };
  if (verdict === 'cannot_tell_yet') return { mark: '…', look: 'early' };
  if (good === null) return { mark: '●', look: 'changed' };
  return good ? { mark: '✓', look: 'good' } : { mark: '!', look: 'bad' };
}
