/** People or teams held against each other, after luck and mix; null where the data cannot be asked that. */
import { comparePeople, type PeopleFigures } from '../metrics/index.ts';
import { Problem } from '../model/index.ts';
import { about, type Desk, type Scope } from './kind.ts';

export async function comparedPeople(
  who: 'agent' | 'team',
  metric: string,
  scope: Scope,
  { warehouse, context }: Desk,
): Promise<PeopleFigures | null> {
  try {
    return await comparePeople(warehouse, about(scope, [metric]), who, context);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
