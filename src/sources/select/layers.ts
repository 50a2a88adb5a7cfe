/** Names for expressions, in nested SELECTs: the engine shares nothing inside a CASE, so what is used twice gets a name. */

export interface Layers {
  /** A name for an expression over the relation's columns and earlier names; the same expression gets the same name. */
  name(sql: string): string;
  /** The relation with all named expressions beside its own columns. */
  print(relation: string): string;
}

const identifier = /^[a-z_]+[a-z0-9_]*$/;
const references = /\bx_\d+\b/g;

/**
 * An expression stands one SELECT above the highest name that it uses.
 *
 * @example const x = layers.name("nullif(trim(raw_0), '')"); layers.name(`try_cast(${x} AS DOUBLE)`)
 */
export function nestedLayers(): Layers {
  const names = new Map<string, string>();
  const levels = new Map<string, number>();
  return {
    name(sql) {
      if (identifier.test(sql)) return sql;
      const known = names.get(sql);
      if (known !== undefined) return known;
      const name = `x_${names.size}`;
      names.set(sql, name);
      const used = (sql.match(references) ?? []).map((each) => levels.get(each) ?? 0);
      levels.set(name, 1 + Math.max(0, ...used));
      return name;
    },
    print(relation) {
      const byLevel = Map.groupBy(names, ([, name]) => levels.get(name) ?? 1);
      return [...byLevel.keys()]
        .sort((a, b) => a - b)
        .reduce((from, level) => {
          const columns = (byLevel.get(level) ?? []).map(([sql, name]) => `${sql} AS ${name}`);
          return `(SELECT *, ${columns.join(',\n  ')}\nFROM ${from})`;
        }, relation);
    },
  };
}
