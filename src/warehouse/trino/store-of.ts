/** The store that a configuration names: a folder that is shared, or a bucket. */
import { s3Store } from './s3-store.ts';
import { type Store, sharedFolder } from './store.ts';

interface Files {
  readonly location: string;
  /** null: the location is a bucket. */
  readonly folder: string | null;
  readonly endpoint: string | null;
  readonly region: string | null;
  readonly pathStyle: boolean | null;
}

export const storeOf = async ({ location: root, folder, ...bucket }: Files): Promise<Store> =>
  folder === null ? await s3Store({ root, ...bucket }) : sharedFolder({ root, folder });
