/** Where a project keeps what it remembers. */
import { join } from 'node:path';
import type { Config } from '../config/index.ts';

export const stateFolder = ({ folder }: Pick<Config, 'folder'>): string => join(folder, '.tidemark');

export const archiveFolder = (config: Pick<Config, 'folder'>): string => join(stateFolder(config), 'archive');
