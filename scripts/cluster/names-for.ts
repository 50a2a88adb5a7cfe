/** What the suites, and whoever tries things out, find in their environment of a cluster that was started. */
import type { Cluster } from './start-cluster.ts';

export const namesFor = (
  { url, store, storage }: Cluster,
  keeper: string,
): Readonly<Record<string, string>> => ({
  TIDEMARK_TEST_TRINO: url,
  TIDEMARK_TEST_TRINO_STORE: store,
  TIDEMARK_TEST_TRINO_KEEPER: keeper,
  ...(storage === null
    ? {}
    : {
        TIDEMARK_TEST_TRINO_BUCKET: storage.folder,
        TIDEMARK_TEST_TRINO_ENDPOINT: storage.endpoint,
        AWS_ACCESS_KEY_ID: storage.key,
        AWS_SECRET_ACCESS_KEY: storage.secret,
      }),
});
