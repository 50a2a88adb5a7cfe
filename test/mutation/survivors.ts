/** The breaks that no test noticed, for the person who writes the next test: the line, and what it was turned into. */

import { readFileSync } from 'node:fs';
import type { Mutant } from './mutate.ts';

export function survivors(mutants: readonly Mutant[]): readonly string[] {
  return mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ fileName, location, replacement, status }) => {
      const { start, end } = location;
      const line = readFileSync(fileName, 'utf8').split('\n')[start.line - 1] ?? '';
      const was = line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
      const becomes = (replacement ?? '').replace(/\s+/g, ' ').slice(0, 90);
      const never = status === 'NoCoverage' ? ' (never run)' : '';
      return `${fileName}:${start.line}:${start.column}${never}\n    ${was}\n    ${becomes}`;
    });
}
