/** The store that a configuration names: a folder that is shared, or a bucket. */
import { type Bucket, s3Store } from './s3-store.ts';
import { type Store, sharedFolder } from './store.ts';

interface Files extends Omit<Bucket, 'root'> {
  readonly location: string;
  /** null: the location is a bucket. */
  readonly folder: string | null;
}

export const storeOf = async ({ location: root, folder, ...bucket }: Files): Promise<Store> =>
  folder === null ? await s3Store({ root, ...bucket }) : sharedFolder({ root, folder });
