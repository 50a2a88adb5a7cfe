/** A warehouse that runs each statement once: many reports over the same data ask many of the same things. */
import type { Row, Warehouse } from '../warehouse/index.ts';

/** Answers by their statements. */
export type KnownAnswers = Map<string, Promise<readonly Row[]>>;

/**
 * Answers are kept until it is let go; only for a stretch in which nothing is loaded.
 *
 * @example const once = askOnce(warehouse); // ten templates, each question asked of the engine once
 */
export function askOnce(warehouse: Warehouse, known: KnownAnswers = new Map()): Warehouse {
  return {
    engine: warehouse.engine,
    sideBySide: warehouse.sideBySide,
    db: warehouse.db,
    functions: warehouse.functions,
    stream: (query, options) => warehouse.stream(query, options),
    state: () => warehouse.state(),
    close: () => warehouse.close(),
    rows: (query, options) => {
      const compiled = query.compile();
      const key = JSON.stringify([compiled.sql, compiled.parameters]);
      const answer = known.get(key) ?? warehouse.rows({ compile: () => compiled }, options);
      known.set(key, answer);
      return answer;
    },
  };
}
