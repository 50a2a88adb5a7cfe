/** Opens the warehouse of a cluster for reading. */
import { Problem } from '../../model/index.ts';
import type { Warehouse } from '../warehouse.ts';
import { addressOf, type Secrets } from './address.ts';
import { commitOf, newestCommit } from './commits.ts';
import { type Connection, connect } from './connection.ts';
import { wireWith } from './http.ts';
import { warehouseOn } from './warehouse.ts';

/** What a configuration and the environment say of a cluster. */
export interface ClusterOptions extends Secrets {
  /** `trino://USER@HOST:PORT/CATALOG/SCHEMA`. */
  readonly warehouse: string;
  /** Certificates in PEM that are trusted beside the system's own. */
  readonly ca?: string | null;
  /** Session properties, such as `query_max_run_time`. */
  readonly session?: Readonly<Record<string, string>>;
}

/** @throws Problem as `connect` does */
export const connectTo = ({
  warehouse,
  ca = null,
  session = {},
  ...secrets
}: ClusterOptions): Promise<Connection> =>
  connect(addressOf(warehouse, secrets), wireWith(ca), { ...secrets, session });

/**
 * The warehouse as its newest commit left it; later commits are seen by who opens it later.
 *
 * @throws Problem as `connect` does, and `catalog_missing`, `cluster_sign_in`, `warehouse_missing`
 * @example const warehouse = await openTrino({ warehouse: 'trino://ana@trino.example:8443/iceberg/tidemark' })
 */
export async function openTrino(options: ClusterOptions): Promise<Warehouse> {
  const connection = await connectTo(options);
  try {
    const [row] = await connection.rows({ sql: newestCommit, parameters: [] });
    if (row === undefined) throw nothingThere(connection.address.name);
    return warehouseOn(connection, commitOf(row));
  } catch (error) {
    connection.close();
    throw error;
  }
}

const nothingThere = (place: string): Problem =>
  new Problem('warehouse_missing', {
    found: 'there is no warehouse',
    expected: 'a warehouse with records in it',
    todo: 'import a file first: tidemark import FILE',
    place,
  });
