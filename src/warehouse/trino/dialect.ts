/** The statement builder in this engine's words. */
import { type CommonTableExpressionNode, DefaultQueryCompiler, type Kysely } from 'kysely';
import { statementsBy } from '../statements-by.ts';
import type { Tables } from '../warehouse.ts';

/** Bound values are `?`; the rest of the spelling is standard SQL. */
class TrinoQueryCompiler extends DefaultQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return '?';
  }

  /** A step of a statement is always written out where it is used: whether to keep it cannot be said. */
  protected override visitCommonTableExpression(node: CommonTableExpressionNode): void {
    this.visitNode(node.name);
    this.append(' as ');
    this.visitNode(node.expression);
  }

  /** A number with a point would be a decimal of so many digits, and calculated as one. */
  protected override appendImmediateValue(value: unknown): void {
    if (typeof value === 'number' && !Number.isInteger(value)) this.append(asDouble(value));
    else super.appendImmediateValue(value);
  }
}

const asDouble = (value: number): string => {
  const text = String(value);
  return Number.isFinite(value) ? (text.includes('e') ? text : `${text}e0`) : `double '${text}'`;
};

export const statements = (): Kysely<Tables> => statementsBy(() => new TrinoQueryCompiler());
