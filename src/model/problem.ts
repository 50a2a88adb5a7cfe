/** What can go wrong for a user, said in one shape: what was found, what was expected, what to do. */

/** Exit codes of the command line: 2 for input that cannot be used, 3 for a full disk. */
export type ExitCode = 2 | 3;

export interface ProblemFacts {
  readonly found: string;
  readonly expected: string;
  readonly todo: string;
  /** File and line, page or column, where there is one. */
  readonly place?: string;
}

/**
 * An error that a person can act on. `code` is stable and meant for scripts.
 *
 * @example throw new Problem('file_missing', { found: 'there is no file calls.csv', expected: 'a file to import', todo: 'check the spelling' })
 */
export class Problem extends Error {
  readonly code: string;
  readonly facts: ProblemFacts;
  readonly exitCode: ExitCode;

  constructor(
    code: string,
    facts: ProblemFacts,
    { cause, exitCode = 2 }: { cause?: unknown; exitCode?: ExitCode } = {},
  ) {
    const place = facts.place === undefined ? '' : `${facts.place}: `;
    const sentence = `${place}${facts.found}; expected ${facts.expected}; ${facts.todo}`;
    super(/[.?!]$/.test(sentence) ? sentence : `${sentence}.`, { cause });
    this.name = 'Problem';
    this.code = code;
    this.facts = facts;
    this.exitCode = exitCode;
  }
}

/** The candidate nearest in spelling to `word`, for "did you mean"; null when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.max(2, word.length / 2) ? best.candidate : null;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, left] of [...a].entries()) {
    const row = [i + 1];
    for (const [j, right] of [...b].entries()) {
      const substituted = (previous[j] ?? 0) + (left === right ? 0 : 1);
      row.push(Math.min(substituted, (previous[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    previous = row;
  }
  return previous.at(-1) ?? 0;
}
