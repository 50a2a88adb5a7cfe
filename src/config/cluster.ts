/** The section about a cluster that holds the warehouse: how it is spoken to, and where it keeps its files. */
import { resolve } from 'node:path';
import { z } from 'zod';

export const cluster = z
  .strictObject({
    authority: z
      .string()
      .nullable()
      .default(null)
      .describe('a PEM file with the certificate authority of the cluster, where it is your own'),
    session: z
      .record(z.string().regex(/^[a-z][a-z0-9_.]*$/), z.string())
      .default({})
      .describe('session properties of Trino, such as query_max_run_time: 30m'),
    files: z
      .strictObject({
        folder: z.string().describe('where this machine sees the folder that it shares with the cluster'),
        location: z
          .string()
          .regex(/^[a-z0-9]+:\/\/.*[^/]$/, 'such as local:///tidemark, without a slash at the end')
          .describe('the same folder as the cluster calls it'),
      })
      .nullable()
      .default(null)
      .describe('needed for loading'),
  })
  .describe(
    'with warehouse: trino://USER@HOST:PORT/CATALOG/SCHEMA; its password or token is in the environment, as TIDEMARK_TRINO_PASSWORD or TIDEMARK_TRINO_TOKEN',
  );

export interface ClusterConfig {
  readonly authority: string | null;
  readonly session: Readonly<Record<string, string>>;
  readonly files: { readonly folder: string; readonly location: string } | null;
}

export const clusterConfig = (
  { authority, session, files }: z.output<typeof cluster>,
  folder: string,
): ClusterConfig => ({
  authority: authority === null ? null : resolve(folder, authority),
  session,
  files: files === null ? null : { ...files, folder: resolve(folder, files.folder) },
});
