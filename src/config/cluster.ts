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
        location: z
          .string()
          .regex(/^[a-z0-9]+:\/\/.*[^/]$/, 'such as s3://bucket/tidemark, without a slash at the end')
          .describe('where the cluster keeps the files of its tables, as the cluster calls it'),
        folder: z
          .string()
          .nullable()
          .default(null)
          .describe('where this machine sees the same folder; not needed where the location is a bucket'),
        endpoint: z
          .string()
          .regex(/^https?:\/\/[^/\s]\S*$/, 'such as https://storage.example:9000')
          .nullable()
          .default(null)
          .describe("of storage that speaks like S3 and is not Amazon's"),
        region: z.string().nullable().default(null).describe('of the bucket'),
        path_style: z
          .boolean()
          .nullable()
          .default(null)
          .describe('name the bucket in the path, not in the host; usual with an endpoint'),
      })
      .superRefine(({ location, folder, endpoint, region, path_style }, { addIssue }) => {
        const ofBuckets = { endpoint, region, path_style };
        if (folder === null && !/^s3:\/\/[^/]/.test(location))
          addIssue({
            code: 'custom',
            path: ['location'],
            message: 's3://BUCKET/PREFIX, or a folder beside it',
          });
        for (const [name, value] of Object.entries(ofBuckets))
          if (folder !== null && value !== null)
            addIssue({
              code: 'custom',
              path: [name],
              message: 'of a bucket that is reached without a folder',
            });
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
  readonly files: FilesOfCluster | null;
}

/** A folder that is shared, or the bucket that the location names. */
export interface FilesOfCluster {
  readonly location: string;
  readonly folder: string | null;
  readonly endpoint: string | null;
  readonly region: string | null;
  readonly pathStyle: boolean | null;
}

export const clusterConfig = (
  { authority, session, files }: z.output<typeof cluster>,
  folder: string,
): ClusterConfig => ({
  authority: authority === null ? null : resolve(folder, authority),
  session,
  files: files === null ? null : filesOf(files, folder),
});

const filesOf = (
  { path_style, folder: shared, ...bucket }: NonNullable<z.output<typeof cluster>['files']>,
  folder: string,
): FilesOfCluster => ({
  ...bucket,
  folder: shared === null ? null : resolve(folder, shared),
  pathStyle: path_style,
});
