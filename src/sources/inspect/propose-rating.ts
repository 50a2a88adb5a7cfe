/** Lines of a proposed mapping for a rating in a column of the case: a survey of its own. */
import type { Casting } from './assign.ts';
import { plainName } from './names.ts';
import type { ColumnProfile, Profile } from './profile.ts';
import { surveyScale } from './propose-constants.ts';
import { neverAsked, wordScores } from './propose-words.ts';
import { yamlList, yamlMap, yamlText } from './yaml-text.ts';

interface Rated {
  readonly casting: Casting;
  readonly profile: Profile;
}

export interface RatingBeside {
  readonly lines: readonly string[];
  /** A guess that a person should look at; null where there is none. */
  readonly question: string | null;
}

const called =
  /^(satisfaction( score| rating)?|csat( score| rating)?|customer rating|survey (score|rating|results?)|zufriedenheit|soddisfazione|satisfaccion|nps( score)?)$/;

/** `resolved` is the value that says when the case was resolved; null where nothing does. */
export function ratingBeside({ casting, profile }: Rated, resolved: string | null): RatingBeside {
  const score = casting.record === 'cases' ? profile.columns.find(isRating) : undefined;
  const scores = score === undefined ? null : wordScores(score);
  if (score === undefined || (score.shape.type === 'words' && scores?.length === 0))
    return { lines: [], question: null };
  const { kind, scale } = surveyScale(
    score,
    profile.columns.map(({ name }) => name),
  );
  return {
    lines: [
      'also:',
      `  - record: surveys # the rating in "${score.name}"`,
      `    when: ${asked(score)}`,
      '    columns:',
      `      kind: { value: ${kind} }`,
      `      scale_min: { value: ${scale[0]} }`,
      `      scale_max: { value: ${scale[1]} }`,
      `      score: ${scoreOf(score, scores)}`,
      ...datedLines(score, scores, resolved),
      '',
    ],
    question:
      resolved === null
        ? null
        : `nothing says when "${score.name}" was given; the time the case was resolved stands in`,
  };
}

const isRating = ({ name, filled, shape }: ColumnProfile): boolean =>
  filled > 0 &&
  called.test(plainName(name)) &&
  (shape.type === 'integer' || shape.type === 'number' || shape.type === 'words');

function asked(score: ColumnProfile): string {
  const column = yamlText(score.name);
  const never = neverAsked(score);
  const filled = `{ column: ${column}, filled: true }`;
  return never.length === 0
    ? filled
    : `{ all: [${filled}, { column: ${column}, is_not: ${yamlList(never)} }] }`;
}

const scoreOf = ({ name }: ColumnProfile, scores: ReturnType<typeof wordScores>): string =>
  scores === null
    ? yamlText(name)
    : yamlMap([
        ['column', yamlText(name)],
        ['words', yamlMap(scores)],
        ['if_invalid', 'unknown'],
      ]);

/** Offers without an answer tell who was asked; where only answers stand, nobody knows who was not. */
function datedLines(
  score: ColumnProfile,
  scores: ReturnType<typeof wordScores>,
  resolved: string | null,
): string[] {
  if (resolved === null) return [];
  const never = neverAsked(score);
  const tellsOffers = scores?.some(([word, value]) => value === '""' && !never.includes(word)) === true;
  return [
    `      ${tellsOffers ? 'sent_at' : 'answered_at'}: ${resolved} # nothing says when: the time the case was resolved stands in`,
  ];
}
