/** Where a cluster is and how to sign in there: `trino://user@host:port/catalog/schema`, and what goes beside it. */
import { Problem } from '../../model/index.ts';

export interface Address {
  /** `http://host:port` or `https://host:port`. */
  readonly base: string;
  readonly user: string;
  readonly catalog: string;
  readonly schema: string;
  /** For people: without anything secret. */
  readonly name: string;
}

/** A password or a token; neither ever goes over a connection that others can read. */
export interface Secrets {
  readonly password?: string;
  readonly token?: string;
}

export const isTrinoAddress = (warehouse: string): boolean => warehouse.startsWith('trino:');

const nameForm = /^[a-z][a-z0-9_]*$/;

/**
 * The parts of an address. The connection is encrypted on port 443 and 8443, with `?ssl=true`, and wherever there is a secret.
 *
 * @throws Problem `warehouse_address` where it is none
 * @example addressOf('trino://ana@trino.example:8443/iceberg/tidemark', {}).base // 'https://trino.example:8443'
 */
export function addressOf(warehouse: string, { password, token }: Secrets): Address {
  const url = URL.parse(warehouse.replace(/^trino:/, 'http:'));
  const [catalog = '', schema = '', ...more] = (url?.pathname ?? '').split('/').slice(1);
  if (url === null || !nameForm.test(catalog) || !nameForm.test(schema) || more.length > 0)
    throw notAnAddress(withoutSecret(warehouse));
  if (url.password !== '') throw secretInAddress(withoutSecret(warehouse));
  const secret = password !== undefined || token !== undefined;
  const encrypted = secret || ['443', '8443'].includes(url.port) || url.searchParams.get('ssl') === 'true';
  const port = url.port === '' ? (encrypted ? '443' : '8080') : url.port;
  const user = decodeURIComponent(url.username) || 'tidemark';
  return {
    base: `${encrypted ? 'https' : 'http'}://${url.hostname}:${port}`,
    user,
    catalog,
    schema,
    name: `trino://${url.hostname}:${port}/${catalog}/${schema}`,
  };
}

const withoutSecret = (warehouse: string): string => warehouse.replace(/:[^:@/]*@/, ':…@');

const notAnAddress = (warehouse: string): Problem =>
  new Problem('warehouse_address', {
    found: `"${warehouse}" as the warehouse`,
    expected: 'trino://USER@HOST:PORT/CATALOG/SCHEMA, catalog and schema in small letters, digits and _',
    todo: 'write it so in the configuration',
  });

const secretInAddress = (warehouse: string): Problem =>
  new Problem('warehouse_address', {
    found: `a password in the address "${warehouse}"`,
    expected: 'an address without it, since the configuration is read by many',
    todo: 'take it out there (and change it), and put it into the environment as TIDEMARK_TRINO_PASSWORD',
  });
