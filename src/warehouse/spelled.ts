/** Names and texts as any engine's statements spell them. */

/** A name as an identifier. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as a literal, for the few statements that take no bound values: names of our own making, paths, settings. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
