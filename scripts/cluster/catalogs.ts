/** The catalogs of a cluster: Iceberg tables with their files in a folder, and, where there is storage for it, in a bucket. */
import type { Storage } from './s3-server.ts';

export type Files = Readonly<Record<string, readonly string[]>>;

interface Places {
  /** The database that keeps the names of the tables. */
  readonly database: string;
  readonly folder: string;
  readonly storage: Storage | null;
}

export const catalogs = ({ database, folder, storage }: Places): Files => ({
  'catalog/iceberg.properties': [...iceberg(database, 'tidemark', 'local:///warehouse'), ...inFolder(folder)],
  'catalog/tpch.properties': ['connector.name=tpch'],
  ...(storage === null
    ? {}
    : {
        'catalog/lake.properties': [
          ...iceberg(database, 'lake', `s3://${storage.bucket}/warehouse`),
          ...inBucket(storage),
        ],
      }),
});

const iceberg = (database: string, name: string, warehouse: string): readonly string[] => [
  'connector.name=iceberg',
  'iceberg.catalog.type=jdbc',
  'iceberg.jdbc-catalog.driver-class=org.postgresql.Driver',
  `iceberg.jdbc-catalog.connection-url=${database}`,
  'iceberg.jdbc-catalog.connection-user=tidemark',
  'iceberg.jdbc-catalog.connection-password=tidemark',
  `iceberg.jdbc-catalog.catalog-name=${name}`,
  `iceberg.jdbc-catalog.default-warehouse-dir=${warehouse}`,
  'iceberg.add-files-procedure.enabled=true',
];

const inFolder = (folder: string): readonly string[] => [
  'fs.native-local.enabled=true',
  `local.location=${folder}`,
];

const inBucket = ({ endpoint, key, secret }: Storage): readonly string[] => [
  'fs.native-s3.enabled=true',
  `s3.endpoint=${endpoint}`,
  's3.region=us-east-1',
  's3.path-style-access=true',
  `s3.aws-access-key=${key}`,
  `s3.aws-secret-key=${secret}`,
];
