/** Where insights look closer: more questions and rows of their own, with everything that was asked kept for the record. */
import type { Desk } from '../insights/kind.ts';
import type { AnswerContext, Figure } from '../metrics/index.ts';
import type { Question } from '../metrics/question.ts';
import type { Warehouse, WarehouseState } from '../warehouse/index.ts';
import { staffedHours } from './staffed-hours.ts';

interface KeptDesk extends Desk {
  /** Every figure that was asked for here so far. */
  readonly figures: readonly Figure[];
}

interface Furniture {
  readonly context: AnswerContext;
  readonly state: WarehouseState;
  readonly printComments: boolean;
  ask(questions: readonly Question[]): Promise<readonly (readonly Figure[])[]>;
}

export function insightDesk(
  warehouse: Warehouse,
  { context, state, printComments, ask }: Furniture,
): KeptDesk {
  const figures: Figure[] = [];
  return {
    warehouse,
    context,
    through: state.dataThrough,
    words: printComments,
    figures,
    staffed: (scope) => staffedHours(warehouse, scope),
    async ask(questions) {
      if (questions.length === 0) return [];
      const answers = await ask(questions);
      figures.push(...answers.flat());
      return answers;
    },
  };
}
