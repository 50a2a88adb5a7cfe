/** Proposals for the words of a column: ours for theirs, nobody, left out. */
import { knownWords, leftOutWords, nobodyWords, noCallWords } from './known-words.ts';
import { plainName } from './names.ts';
import type { ColumnProfile } from './profile.ts';

export interface WordProposal {
  /** Theirs → ours, where they differ. */
  readonly map: readonly (readonly [string, string])[];
  /** Words that no list of ours knows. */
  readonly unknown: readonly string[];
}

/** In a column called so, yes means lost. */
const lost = /\b(abandon\w*|lost|missed|abgebrochen|verloren|persa|perdu|perdue|perdida)\b/;

export function wordMap(
  part: string,
  { name, words }: Pick<ColumnProfile, 'name' | 'words'>,
  closed: readonly string[],
): WordProposal {
  const known =
    part === 'outcome' && lost.test(plainName(name))
      ? { ...knownWords['outcome'], ...lostWords }
      : (knownWords[part] ?? {});
  const steps =
    part === 'priority' && words.every(([word]) => /^[1-5]$/.test(word)) ? numberedPriorities : {};
  const map: [string, string][] = [];
  const unknown: string[] = [];
  for (const [word] of words) {
    const ours =
      steps[word] ??
      known[plainName(word)] ??
      (part === 'status' && leftOutWords[plainName(word)] !== undefined ? 'closed' : undefined) ??
      (closed.includes(plainName(word)) ? plainName(word) : undefined);
    if (ours === undefined) unknown.push(word);
    else if (ours !== word) map.push([word, ours]);
  }
  return { map, unknown };
}

const lostWords: Readonly<Record<string, string>> = Object.fromEntries([
  ...['yes', 'true', '1', 'si', 'ja', 'oui', 'y'].map((word) => [word, 'abandoned_in_queue']),
  ...['no', 'false', '0', 'non', 'nein', 'n'].map((word) => [word, 'answered']),
]);

/** Numbers stand for steps only where all of them are steps. */
const numberedPriorities: Readonly<Record<string, string>> = {
  1: 'urgent',
  2: 'high',
  3: 'normal',
  4: 'low',
  5: 'low',
};

/** Values of a column of people or customers that name nobody: placeholders, and ids that a spreadsheet spoilt. */
export function nobody(column: ColumnProfile): string[] {
  const found = column.words.map(([word]) => word).filter((word) => nobodyWords.has(plainName(word)));
  const spoilt = column.sample.some((value) => /^\d([.,]\d+)?E\+\d+$/.test(value));
  return [...found, ...(spoilt ? ['/^[0-9][.,]?[0-9]*E[+][0-9]+$/'] : [])];
}

/** States that take a case out of every figure: theirs, by our reason. */
export const leftOut = (column: ColumnProfile): (readonly [string, string])[] =>
  column.words.flatMap(([word]) => {
    const reason = leftOutWords[plainName(word)];
    return reason === undefined ? [] : [[word, reason] as const];
  });

export const noCalls = (column: ColumnProfile): string[] =>
  column.words.map(([word]) => word).filter((word) => noCallWords.has(plainName(word)));

const praise = /^(good|gut|buono|bon|bueno|positive|happy|satisfied|thumbs up|great|amazing|yes)/i;
const blame = /^(bad|schlecht|cattivo|mauvais|malo|negative|unhappy|dissatisfied|thumbs down|terrible|no$)/i;
const notAsked = /^(unoffered|not (offered|sent|asked))$/i;

/** Thumbs: words of praise and blame as 1 and 0; offers without an answer as nothing. */
export function wordScores({
  shape,
  words,
}: Pick<ColumnProfile, 'shape' | 'words'>): (readonly [string, string])[] | null {
  if (shape.type !== 'words') return null;
  return words.flatMap(([word]): [string, string][] => {
    if (praise.test(word)) return [[word, '1']];
    if (blame.test(word)) return [[word, '0']];
    return /offered|not|none|unrated/i.test(word) ? [[word, '""']] : [];
  });
}

/** Words that say that nobody was asked. */
export const neverAsked = ({ words }: ColumnProfile): string[] =>
  words.map(([word]) => word).filter((word) => notAsked.test(word));
