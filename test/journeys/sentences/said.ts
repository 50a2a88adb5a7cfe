/** What a report says in sentences, and which of them an independent computation does not bear out. */

interface Insight {
  readonly headline: string;
  readonly because: readonly string[];
  readonly advice: string;
  readonly size: string;
}

interface Block {
  readonly kind: string;
  readonly text?: string;
  readonly items?: readonly (
    | string
    | { readonly what: string; readonly effect: string; readonly by: string }
  )[];
  readonly picture?: { readonly summary: string; readonly table: { readonly notes: readonly string[] } };
  readonly table?: { readonly notes: readonly string[] };
}

export interface SaidReport {
  readonly sections: readonly { readonly blocks: readonly (Block & Partial<Insight>)[] }[];
}

/** A pattern of a sentence, and what its groups must be by a computation that knows nothing of the product. */
export type Rule = readonly [pattern: RegExp, ...expected: readonly string[]];

/** Every sentence with a number in it; definitions only repeat rules, and customers' words are theirs. */
export function said({ sections }: SaidReport): readonly string[] {
  const texts = sections.flatMap(({ blocks }) => blocks.flatMap(textsOf));
  const sentences = texts.flatMap((text) => text.split(/(?<=[.:!?]) (?=[A-Z“])|(?<=;) | · /));
  return [...new Set(sentences.filter((sentence) => /\d/.test(sentence)))];
}

function textsOf({
  kind,
  text,
  items = [],
  picture,
  table,
  ...insight
}: Block & Partial<Insight>): readonly string[] {
  if (kind === 'definitions' || kind === 'quotes') return [];
  const { headline, because = [], advice, size } = insight;
  return [
    text,
    headline,
    size,
    ...because,
    advice,
    ...items.flatMap((item) => (typeof item === 'string' ? [item] : [item.what, item.effect, item.by])),
    picture?.summary,
    ...(picture?.table.notes ?? []),
    ...(table?.notes ?? []),
  ].filter((part) => part !== undefined);
}

/** One line for each sentence that no rule knows, and for each number that is another one. */
export function notBorneOut(sentences: readonly string[], rules: readonly Rule[]): readonly string[] {
  return sentences.flatMap((sentence) => {
    const known = rules.find(([pattern]) => pattern.test(sentence));
    if (known === undefined) return [`nobody computed: ${sentence}`];
    const [pattern, ...expected] = known;
    const found = pattern.exec(sentence)?.slice(1) ?? [];
    const same = found.length === expected.length && found.every((each, i) => each === expected[i]);
    return same ? [] : [`${sentence} — by hand: ${expected.join(', ')}`];
  });
}

export const count = (value: number): string => Math.round(value).toLocaleString('en-GB');
export const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)}%`;

/** Seconds as a person writes them: 3.35 s, 63.9 s, 113 s. */
export function secondsText(value: number): string {
  if (Number.isInteger(value)) return `${value} s`;
  return `${value.toFixed(value < 10 ? 2 : 1)} s`;
}
