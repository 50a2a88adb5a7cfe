/** An instant that was typed: the time that a command takes for now. */
import { Problem } from '../model/index.ts';

/** @throws Problem `instant_unknown` */
export function instant(text: string): Date {
  const at = new Date(text);
  if (!Number.isNaN(at.getTime())) return at;
  throw new Problem('instant_unknown', {
    found: `"${text}" after --now`,
    expected: 'an instant such as 2025-11-03T08:00:00Z',
    todo: 'write it in this form',
  });
}
