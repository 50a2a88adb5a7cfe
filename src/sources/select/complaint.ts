/** What a value that does not fit its type makes of the row. */
import type { Value } from '../mapping/mapping.ts';
import type { Check } from './compiled.ts';
import { literal } from './literal.ts';

interface Complaint {
  readonly name: string;
  readonly code: string;
  /** The text that was read, and whether it gave no value. */
  readonly text: string;
  readonly failed: string;
  readonly says: string;
}

/** One test; none where the mapping says that such a value is simply unknown. */
export function complaints(value: Value, { name, code, text, failed, says }: Complaint): readonly Check[] {
  if (value.ifInvalid === 'unknown') return [];
  const sentence = `${literal(`${name}: "`)} || left(${text}, 60) || ${literal(`" ${says}`)}`;
  return [{ code, failed: `${text} IS NOT NULL AND (${failed})`, sentence }];
}
