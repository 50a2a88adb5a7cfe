/** Lines of a proposed mapping for what is left: attributes, rows to leave out, events, a survey beside the case. */
import type { Casting } from './assign.ts';
import type { KeyFound } from './key.ts';
import { isPersonal } from './masking.ts';
import { plainName } from './names.ts';
import type { ColumnProfile, Profile } from './profile.ts';
import { surveyScale } from './propose-constants.ts';
import { wordScores } from './propose-value.ts';
import { noCalls } from './propose-words.ts';
import type { ProposedValue } from './proposed-value.ts';
import { yamlList, yamlMap, yamlText } from './yaml-text.ts';

interface Left {
  readonly casting: Casting;
  readonly profile: Profile;
  readonly key: KeyFound;
}

/** What is left and could be a dimension stays; what looks personal does not. */
export function attributeLines(
  { profile, casting, key }: Left,
  values: ReadonlyMap<string, ProposedValue>,
): string[] {
  const used = new Set(
    [...values.values()].flatMap(({ yaml, uses }) => (yaml.includes('words:') ? [] : uses)),
  );
  const keys = new Set([...(key.chosen?.columns ?? []), casting.parts.get('id')?.column.name ?? '']);
  const rest = profile.columns.filter(({ name, filled }) => !used.has(name) && !keys.has(name) && filled > 0);
  const kept = rest.filter((column) => couldBeDimension(column, profile.rows));
  const dropped = rest.filter((column) => !kept.includes(column)).map(({ name }) => name);
  return [
    kept.length === 0
      ? 'attributes: none'
      : `attributes: ${yamlList(kept.map(({ name }) => name))} # kept beside; can be used as dimensions`,
    ...(dropped.length === 0
      ? []
      : [
          `# left out, since they look personal, technical or like free text, or tell no records apart: ${dropped.join(', ')}`,
        ]),
    '',
  ];
}

function couldBeDimension(column: ColumnProfile, rows: number): boolean {
  const { name, shape, words, filled, distinct } = column;
  const technical =
    name.startsWith('_') || shape.type === 'text' || shape.date !== null || /\burl\b/i.test(name);
  const always = words.length === 1 && filled === rows;
  const eachItsOwn = rows > 50 && distinct > rows * 0.8;
  return !technical && !always && !eachItsOwn && !isPersonal(column);
}

export function exclusionLines({ casting }: Left): string[] {
  const outcome = casting.parts.get('outcome')?.column;
  const phantom = casting.record === 'interactions' && outcome !== undefined ? noCalls(outcome) : [];
  if (outcome === undefined || phantom.length === 0) return [];
  return [
    'exclude:',
    `  - { reason: not_a_call, when: { column: ${yamlText(outcome.name)}, is: ${yamlList(phantom)} } }`,
    '',
  ];
}

export function eventLines({ casting }: Left, values: ReadonlyMap<string, ProposedValue>): string[] {
  if (casting.record !== 'cases') return [];
  const kinds = ['opened', 'resolved', 'reopened', 'closed'].filter((kind) => values.has(`${kind}_at`));
  return [
    `events: [${kinds.join(', ')}] # take this out where a log of the same cases is loaded as well`,
    '',
  ];
}

/** A rating in a column of the case is a survey of its own. */
export function surveyBesideLines({ casting, profile }: Left): string[] {
  if (casting.record !== 'cases') return [];
  const score = profile.columns.find(
    ({ name, filled, shape }) =>
      filled > 0 &&
      /^(satisfaction( score| rating)?|csat( score| rating)?|customer rating|survey (score|rating|results?)|zufriedenheit|soddisfazione|satisfaccion|nps( score)?)$/.test(
        plainName(name),
      ) &&
      (shape.type === 'integer' || shape.type === 'number' || shape.type === 'words'),
  );
  if (score === undefined) return [];
  const { kind, scale } = surveyScale(
    score,
    profile.columns.map(({ name }) => name),
  );
  const words = wordScores(score);
  if (score.shape.type === 'words' && (words === null || words.length === 0)) return [];
  const value =
    words === null
      ? yamlText(score.name)
      : yamlMap([
          ['column', yamlText(score.name)],
          ['words', yamlMap(words)],
          ['if_invalid', 'unknown'],
        ]);
  return [
    'also:',
    `  - record: surveys # the rating in "${score.name}"; nothing says when it was given`,
    `    when: { column: ${yamlText(score.name)}, filled: true }`,
    '    columns:',
    `      kind: { value: ${kind} }`,
    `      scale_min: { value: ${scale[0]} }`,
    `      scale_max: { value: ${scale[1]} }`,
    `      score: ${value}`,
    '',
  ];
}
