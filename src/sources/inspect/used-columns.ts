/** Which columns of a file a mapping uses, and for what. */
import type { Condition, Mapping, Value } from '../mapping/mapping.ts';

/** Column of the file → the first column of ours that needs it; of further records with their kind. */
export function usedColumns(mapping: Mapping): Map<string, string> {
  const used = new Map<string, string>();
  const note = (names: readonly string[], part: string): void => {
    for (const name of names) if (!used.has(name)) used.set(name, part);
  };
  mapping.outputs.forEach(({ record, columns, key }, index) => {
    const prefix = index === 0 ? '' : `${record}.`;
    if (Array.isArray(key)) note(key, `${prefix}id`);
    if (columns === 'by_name') return;
    for (const [part, value] of Object.entries(columns)) note(namesIn(value), `${prefix}${part}`);
  });
  return used;
}

function namesIn({ origin, when, clock, plus }: Value): readonly string[] {
  const own = {
    column: () => (origin.kind === 'column' ? [origin.column] : []),
    join: () => (origin.kind === 'join' ? origin.columns : []),
    first_of: () => (origin.kind === 'first_of' ? origin.columns : []),
    choose: () => (origin.kind === 'choose' ? origin.branches.flatMap(namesIn) : []),
    constant: () => [],
    key: () => [],
  }[origin.kind]();
  return [
    ...own,
    ...(clock?.columns ?? []),
    ...(plus === null ? [] : [plus]),
    ...(when === null ? [] : namesInCondition(when)),
  ];
}

function namesInCondition(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(namesInCondition);
  if ('any' in condition) return condition.any.flatMap(namesInCondition);
  return 'not' in condition ? namesInCondition(condition.not) : [condition.column];
}
