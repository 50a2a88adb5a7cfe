/** What was decided and is remembered, where anything ever was. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import { type Action, actionsOf, openState } from '../state/index.ts';

/** Where a project's memory rests. */
export const stateFolder = ({ folder }: Pick<Config, 'folder'>): string => join(folder, '.tidemark');

/** Reading makes no memory where there is none. */
export function rememberedActions(config: Pick<Config, 'folder'>): readonly Action[] {
  if (!existsSync(join(stateFolder(config), 'state.db'))) return [];
  const db = openState(stateFolder(config));
  try {
    return actionsOf(db);
  } finally {
    db.close();
  }
}
