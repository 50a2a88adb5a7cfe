/** Lines of a proposed mapping for what is left: attributes, rows to leave out, events. */
import type { Casting } from './assign.ts';
import type { KeyFound } from './key.ts';
import { isPersonal } from './masking.ts';
import type { ColumnProfile, Profile } from './profile.ts';
import { noCalls } from './propose-words.ts';
import type { ProposedValue } from './proposed-value.ts';
import { yamlList, yamlText } from './yaml-text.ts';

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

export function eventLines({ casting }: Left, has: (part: string) => boolean): string[] {
  if (casting.record !== 'cases') return [];
  const kinds = ['opened', 'resolved', 'reopened', 'closed'].filter((kind) => has(`${kind}_at`));
  return [
    `events: [${kinds.join(', ')}] # take this out where a log of the same cases is loaded as well`,
    '',
  ];
}
