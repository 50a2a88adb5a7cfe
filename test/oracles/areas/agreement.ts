/** Two reviewers, one table. */
import { agreement } from '../../../src/chance/agreement/agreement.ts';

export function answer({ table }: { readonly table: readonly (readonly number[])[] }) {
  const { observed, kappa, kappaError, ac1 } = agreement(table);
  return { po: observed, kappa, se_simple: kappaError, ac1 };
}
