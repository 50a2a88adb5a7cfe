/** What a text that does not fit its type makes of the row. */
import type { Value } from '../mapping/mapping.ts';
import type { CompiledValue } from './compiled.ts';
import { literal } from './literal.ts';

interface Complaint {
  readonly name: string;
  readonly code: string;
  /** The text that was read, and whether it gave no value. */
  readonly text: string;
  readonly failed: string;
  readonly says: string;
}

/** One test; or, where the mapping says that such a value is simply unknown, what is dropped, to be counted. */
export function complaints(
  value: Value,
  { name, code, text, failed, says }: Complaint,
): Pick<CompiledValue, 'checks' | 'dropped'> {
  const unfit = `${text} IS NOT NULL AND (${failed})`;
  if (value.ifInvalid === 'unknown') return { checks: [], dropped: { failed: unfit, text } };
  const sentence = `${literal(`${name}: "`)} || left(${text}, 60) || ${literal(`" ${says}`)}`;
  return { checks: [{ code, failed: unfit, sentence }], dropped: null };
}
