/** One value of a record as an expression over the cleaned row. */
import type { ColumnType } from '../../model/index.ts';
import type { Value } from '../mapping/mapping.ts';
import type { CompiledValue, ValueContext } from './compiled.ts';
import { textSql } from './text-sql.ts';
import { timeSql } from './time-sql.ts';
import { typedSql } from './typed-sql.ts';

/** A value in the type of its column. `name` is ours, and only used in sentences. */
export function valueSql(name: string, type: ColumnType, value: Value, context: ValueContext): CompiledValue {
  const text = context.layers.name(textSql(value, context));
  return type === 'time' ? timeSql(name, value, text, context) : typedSql(name, type, value, text, context);
}
