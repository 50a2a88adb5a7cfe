/** A value of a proposed mapping, in the shortest way to write it. */
import type { ColumnProfile } from './profile.ts';
import { yamlMap, yamlText } from './yaml-text.ts';

export interface ProposedValue {
  readonly yaml: string;
  readonly why: string;
  /** Something that a person should look at. */
  readonly question: string | null;
  /** Columns of the file that it uses up. */
  readonly uses: readonly string[];
}

export type Entry = readonly [string, string];

export const reasons = (...given: readonly string[]): string =>
  given.filter((each) => each !== '').join('; ');

export const simple = (
  entries: readonly Entry[],
  column: ColumnProfile,
  why: string,
  question: string | null = null,
  uses: readonly string[] = [],
): ProposedValue => ({
  yaml:
    entries.length === 0 ? yamlText(column.name) : yamlMap([['column', yamlText(column.name)], ...entries]),
  why,
  question,
  uses: [column.name, ...uses],
});
