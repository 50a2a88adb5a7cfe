/** Lines of a proposed mapping for what no single column says: constants, outcomes, scales, states that leave a case out. */
import { recordTable } from '../../model/index.ts';
import type { Casting } from './assign.ts';
import { plainName } from './names.ts';
import type { ColumnProfile, Profile } from './profile.ts';
import { leftOut, wordMap } from './propose-words.ts';
import { yamlList, yamlMap, yamlText } from './yaml-text.ts';

/** The parts that these lines take care of; no other line may. */
export interface Constants {
  readonly lines: readonly string[];
  readonly parts: ReadonlySet<string>;
}

export function constants(casting: Casting, profile: Profile): Constants {
  const lines = linesFor(casting, profile);
  return { lines, parts: new Set(lines.flatMap((line) => /^ {2}(\w+):/.exec(line)?.[1] ?? [])) };
}

function linesFor(casting: Casting, profile: Profile): readonly string[] {
  if (casting.record === 'interactions') return contactLines(casting);
  if (casting.record === 'surveys') return surveyLines(casting, profile);
  return casting.record === 'cases' ? caseLines(casting, profile) : [];
}

function contactLines({ parts }: Casting): string[] {
  const said = (part: string, value: string, why: string): string[] =>
    parts.has(part) ? [] : [`  ${part}: { value: ${value} } # ${why}`];
  return [
    ...said('channel', 'phone', 'no column says; change it where these are chats or visits'),
    ...said('direction', 'inbound', 'no column says'),
    ...(parts.has('outcome') ? outcomeByMenu(parts) : outcomeFrom(parts)),
  ];
}

/** Who was answered was not lost; the others left while they waited. */
function outcomeFrom(parts: Casting['parts']): string[] {
  const sign = ['answered_at', 'agent_id', 'talk_s']
    .map((part) => parts.get(part)?.column)
    .find((column) => column !== undefined);
  if (sign === undefined) return [];
  const name = yamlText(sign.name);
  return [
    `  outcome: # no column says: answered where "${sign.name}" has a value`,
    '    choose:',
    `      - { when: { column: ${name}, is: ["0", "00:00:00", "0:00:00"] }, value: abandoned_in_queue }`,
    `      - { when: { column: ${name}, filled: true }, value: answered }`,
    '      - { value: abandoned_in_queue }',
  ];
}

/** Who left and never entered the queue left in the menu. */
function outcomeByMenu(parts: Casting['parts']): string[] {
  const outcome = parts.get('outcome')?.column;
  const queued = parts.get('queued_at')?.column;
  if (outcome === undefined || queued === undefined) return [];
  const { map } = wordMap('outcome', outcome, recordTable('interactions').columns['outcome']?.words ?? []);
  const left = map.filter(([, ours]) => ours === 'abandoned_in_queue').map(([theirs]) => theirs);
  if (left.length === 0) return [];
  const never = queued.words.find(([word]) => /^0?0:00(:00)?$/.test(word))?.[0];
  const column = yamlText(outcome.name);
  const notQueued = yamlMap([
    ['column', yamlText(queued.name)],
    never === undefined ? ['filled', 'false'] : ['is', JSON.stringify(never)],
  ]);
  return [
    `  outcome: # who left and has no "${queued.name}" left in the menu`,
    '    choose:',
    `      - { when: { all: [{ column: ${column}, is: ${yamlList(left)} }, ${notQueued}] }, value: abandoned_in_menu }`,
    `      - { column: ${column}, words: ${yamlMap(map.map(([theirs, ours]) => [theirs, ours] as const))} }`,
  ];
}

/** Deleted, merged and spam are kept, and stay out of every figure. */
function caseLines(casting: Casting, profile: Profile): string[] {
  const { parts } = casting;
  const status = parts.get('status')?.column;
  const out = status === undefined ? [] : leftOut(status);
  return [
    ...(status === undefined || out.length === 0
      ? []
      : [`  left_out: ${chooseWords(status.name, out)} # no requests: counted and left out of every figure`]),
    ...stated(
      'first_response_at',
      parts.has('first_response_at') ? null : after(firstResponse, casting, profile),
    ),
    ...stated('resolved_at', resolvedAfter(casting, profile)),
  ];
}

const chooseWords = (column: string, words: readonly (readonly [string, string])[]): string =>
  `{ choose: [${words.map(([theirs, reason]) => `{ when: { column: ${yamlText(column)}, is: ${yamlText(theirs)} }, value: ${reason} }`).join(', ')}] }`;

const stated = (part: string, value: string | null): string[] =>
  value === null ? [] : [`  ${part}: ${value} # stated as so long after opening`];

const firstResponse =
  /^(first (reply|response) time|time to first (reply|response)|erste (antwort|reaktions)zeit|erstantwortzeit|tempo (di )?prima risposta|(delai|temps) (de )?premiere reponse|tiempo (de )?primera respuesta)/;
const resolution =
  /^((full |total )?resolution time|time to (resolution|resolve)|losungszeit|tempo (di )?(risoluzione|chiusura)|(delai|temps) (de )?resolution|tiempo (de )?(resolucion|solucion))/;

/** When a case was resolved, where a column says how long that took and none says when; null otherwise. */
export const resolvedAfter = (casting: Casting, profile: Profile): string | null =>
  casting.record !== 'cases' || casting.parts.has('resolved_at') || casting.parts.has('closed_at')
    ? null
    : after(resolution, casting, profile);

/** "First reply time in minutes", "Resolution time (hrs)": a length of time that is added to the opening. */
function after(called: RegExp, { parts }: Casting, { columns }: Profile): string | null {
  const length = columns.find((column) => isLength(column, called));
  const opened = parts.get('opened_at')?.column;
  if (length === undefined || opened?.shape.date?.hasTime !== true) return null;
  const { format } = opened.shape.date;
  return yamlMap([
    ['column', yamlText(opened.name)],
    ...(format === 'iso' ? [] : [['format', yamlText(format)] as const]),
    ['plus', yamlText(length.name)],
    ['unit', unitOf(length)],
  ]);
}

function isLength({ name, shape, filled }: ColumnProfile, called: RegExp): boolean {
  const plain = plainName(name);
  const isNumber = shape.type === 'integer' || shape.type === 'number' || shape.type === 'clock';
  return filled > 0 && isNumber && called.test(plain) && !/business|working|geschaft/.test(plain);
}

function unitOf({ name, shape }: ColumnProfile): string {
  if (shape.type === 'clock') return 'H:mm:ss';
  const plain = plainName(name);
  if (/\b(min|mins|minutes|minuten|minuti|minutos)\b/.test(plain)) return 'minutes';
  return /\b(h|hrs|hours|stunden|ore|heures|horas)\b/.test(plain) ? 'hours' : 'seconds';
}

function surveyLines({ parts }: Casting, { columns }: Profile): string[] {
  const score = parts.get('score')?.column;
  if (score === undefined) return [];
  const { kind, scale } = surveyScale(
    score,
    columns.map(({ name }) => name),
  );
  const { min, max } = score.shape;
  const seen = min === null ? '' : ` # values go from ${min} to ${max}`;
  return [
    `  kind: { value: ${kind} } # by the name "${score.name}"`,
    `  scale_min: { value: ${scale[0]} }`,
    `  scale_max: { value: ${scale[1]} }${seen}`,
  ];
}

/** What was asked, by the name of the score; on which scale, by its values. */
export function surveyScale(
  score: ColumnProfile,
  names: readonly string[],
): { kind: string; scale: readonly [number, number] } {
  const [low, high] = [score.shape.min ?? 0, score.shape.max ?? 1];
  const asksToRecommend = /\b(nps|recommend\w*|\w*empfehl\w*|raccomand\w*|recommand\w*|recomend\w*)\b/;
  const nps =
    asksToRecommend.test(plainName(score.name)) ||
    (names.some((name) => /\bnps\b/.test(plainName(name))) && high > 7);
  if (nps) return { kind: 'nps', scale: [0, 10] };
  const kind = /\b(ces|effort|aufwand|sforzo|esfuerzo)\b/.test(plainName(score.name)) ? 'ces' : 'csat';
  if (score.shape.type === 'words' || high <= 1) return { kind, scale: [0, 1] };
  const top = [5, 7, 10, 100].find((each) => high <= each) ?? high;
  return { kind, scale: [top >= 10 && low < 1 ? 0 : 1, top] };
}
