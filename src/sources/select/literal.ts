/** The one way in which a text of a user gets into a statement: as a quoted literal. */

/**
 * A text as a literal of the engine. Quotes are doubled; a backslash is an ordinary character there; NUL, at which a
 * statement would end, is put in by its number; half a surrogate pair becomes the replacement character.
 *
 * @example literal("it's") // "'it''s'"
 */
export function literal(text: string): string {
  const parts = text.toWellFormed().split('\u0000');
  const quoted = parts.map((part) => `'${part.replaceAll("'", "''")}'`);
  return quoted.length === 1 ? (quoted[0] ?? "''") : `(${quoted.join(' || chr(0) || ')})`;
}

/** Several, between brackets. */
export const literals = (texts: readonly string[]): string => `(${texts.map(literal).join(', ')})`;
