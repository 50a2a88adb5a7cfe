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

/**
 * The candidate nearest to `word`, for "did you mean"; null when none is near. Near in spelling, in its words whatever
 * their order, or the words whose initials it is.
 *
 * @example nearest('answer_speed', ['cases_opened', 'speed_of_answer']) // 'speed_of_answer'
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.max(1, word.length / 2) ? best.candidate : null;
}

const wordsIn = (name: string): readonly string[] =>
  name.split(/[^\p{L}\p{N}]+/u).filter((each) => each !== '');

function distance(typed: string, candidate: string): number {
  const words = wordsIn(candidate);
  if (words.length > 1 && typed === words.map(([initial]) => initial).join('')) return 0;
  return Math.min(editDistance(typed, candidate), wordDistance(wordsIn(typed), words));
}

/** Every word that was typed is held against the nearest of the candidate's; a word that was not typed costs one. */
function wordDistance(typed: readonly string[], words: readonly string[]): number {
  if (typed.length < 2 && !words.some((word) => typed.includes(word))) return Number.POSITIVE_INFINITY;
  const near = typed.map((each) => Math.min(...words.map((word) => editDistance(each, word))));
  return near.reduce((sum, each) => sum + each, 0) + Math.max(0, words.length - typed.length);
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
