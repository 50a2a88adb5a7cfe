/** Finds the definition that a line of a table is about, by the words it begins with. */
import type { Report } from '../report.ts';

interface Definition {
  /** Unique in the report: where a link leads. */
  readonly id: string;
  readonly term: string;
  readonly text: string;
}

export interface Definitions {
  /** The longest term that the text is or begins with: "First response time, median" is about first response time. */
  find(text: string): Definition | undefined;
}

export function definitionsOf({ sections }: Pick<Report, 'sections'>): Definitions {
  const items = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'definitions' ? block.items : [])),
  );
  const known: readonly Definition[] = items
    .map(({ term, text }, i) => ({ id: `definition-${i + 1}`, term, text }))
    .sort((a, b) => b.term.length - a.term.length);
  return { find: (text) => known.find(({ term }) => text === term || text.startsWith(`${term},`)) };
}
