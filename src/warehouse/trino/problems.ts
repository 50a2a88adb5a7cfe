/** What the cluster says when it cannot, in words that a person can act on. */
import { Problem, type ProblemFacts } from '../../model/index.ts';
import type { Address } from './address.ts';
import type { Answer } from './http.ts';

/** What a page says where its statement failed. */
export interface ServerError {
  readonly message: string;
  readonly errorName: string;
  readonly errorType: string;
}

const problem = (code: string, facts: ProblemFacts, cause?: unknown): Problem =>
  new Problem(code, facts, { cause });

export const notACluster = (place: string, found: string): Problem =>
  problem('cluster_not_one', {
    found: `what is there ${found}`,
    expected: 'a Trino coordinator',
    todo: 'check host and port in the configuration',
    place,
  });

export const tooOld = (place: string, version: string, lowest: number): Problem =>
  problem('cluster_too_old', {
    found: `the cluster runs version ${version}`,
    expected: `version ${lowest} or newer`,
    todo: 'update the cluster',
    place,
  });

const certificateCodes =
  /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS|ERR_SSL|EPROTO|HPE_INVALID_CONSTANT/;

/** The cluster could not be spoken to at all; what was cancelled stays what it is. */
export function unreachable(error: unknown, { name, base }: Address): unknown {
  const { code = '', message = '' } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  if (error instanceof Error && error.name === 'AbortError') return error;
  if (certificateCodes.test(code)) return notTrusted(error, name, code, base);
  const silent = code === 'ETIMEDOUT';
  return problem(
    'cluster_unreachable',
    {
      found: silent ? 'the cluster does not answer' : `the cluster cannot be reached (${code || message})`,
      expected: 'a cluster that is up, and a way to it',
      todo: 'check that it runs, and host and port in the configuration; then run the same command again',
      place: name,
    },
    error,
  );
}

const notTrusted = (error: unknown, place: string, code: string, base: string): Problem =>
  /^(EPROTO|ERR_SSL|HPE)/.test(code)
    ? problem(
        'cluster_certificate',
        {
          found: `the server does not speak ${base.startsWith('https:') ? 'TLS' : 'plain HTTP'} on this port`,
          expected: 'the port and the encryption of the cluster',
          todo: 'check the port in the configuration, and whether the address needs ?ssl=true',
          place,
        },
        error,
      )
    : problem(
        'cluster_certificate',
        {
          found: `the certificate of the cluster is not trusted (${code})`,
          expected: 'a certificate for this host from an authority that this machine knows',
          todo: 'name the file of your own authority in the configuration (cluster: authority), or renew the certificate',
          place,
        },
        error,
      );

/** By the name of the server's error; what none fits keeps the server's words. */
const byName: readonly (readonly [
  RegExp,
  string,
  (error: ServerError, address: Address) => Omit<ProblemFacts, 'place'>,
])[] = [
  [
    /^CATALOG_NOT_FOUND|^MISSING_CATALOG_NAME/,
    'catalog_missing',
    (_, { catalog }) => ({
      found: `the cluster has no catalog "${catalog}"`,
      expected: 'a catalog of Iceberg tables',
      todo: 'check its name in the configuration, or let your administrator make one (docs/trino.md)',
    }),
  ],
  [
    /^(SCHEMA|TABLE)_NOT_FOUND|^MISSING_TABLE/,
    'warehouse_missing',
    () => ({
      found: 'there is no warehouse',
      expected: 'a warehouse with records in it',
      todo: 'import a file first: tidemark import FILE',
    }),
  ],
  [
    /^PERMISSION_DENIED/,
    'warehouse_denied',
    ({ message }, { user }) => ({
      found: `${user} may not do this (${message})`,
      expected: 'a user who may read and write the schema',
      todo: 'let your administrator give those rights',
    }),
  ],
  [
    /^EXCEEDED_(TIME|CPU|SCAN)|^ADMINISTRATIVELY_|^CLUSTER_OUT_OF_MEMORY|^EXCEEDED_.*MEMORY|^EXCEEDED_SPILL|^QUERY_QUEUE_FULL|^QUERY_REJECTED|^ABANDONED_QUERY/,
    'query_killed',
    ({ message, errorName }) => ({
      found: `the cluster ended the statement (${errorName}: ${firstLine(message)})`,
      expected: 'a statement within what the cluster allows',
      todo: 'ask for a shorter period, try again when the cluster is less busy, or have its limits raised; nothing was changed',
    }),
  ],
  [
    /^(REMOTE_TASK|REMOTE_HOST_GONE|PAGE_TRANSPORT|NO_NODES|WORKER_|TOO_MANY_REQUESTS|SERVER_SHUTTING|SERVER_STARTING|GENERIC_INTERNAL_ERROR_NODE)/,
    'cluster_failed',
    ({ message, errorName }) => ({
      found: `a part of the cluster failed in the middle of a statement (${errorName}: ${firstLine(message)})`,
      expected: 'a cluster whose workers stay',
      todo: 'run the same command again; nothing was changed',
    }),
  ],
];

const firstLine = (message: string): string => message.split('\n')[0]?.trim().slice(0, 200) ?? '';

/** An answer that is no page, or the error that a page carries. */
export function toProblem(found: Answer | ServerError, address: Address): Problem {
  if ('errorName' in found) {
    const known = byName.find(([name]) => name.test(found.errorName));
    if (known === undefined) return statementFailed(found, address);
    const [, code, facts] = known;
    return problem(code, { ...facts(found, address), place: address.name }, new Error(found.message));
  }
  if (found.status === 401 || found.status === 403) return notSignedIn(found, address);
  return notACluster(address.name, `answers ${found.status}`);
}

const statementFailed = ({ message, errorName }: ServerError, { name }: Address): Problem =>
  problem('statement_failed', {
    found: `the cluster could not run a statement (${errorName}: ${firstLine(message)})`,
    expected: 'a statement that it understands',
    todo: 'run the same command again; if it fails again, tell us this line',
    place: name,
  });

const notSignedIn = ({ status, body }: Answer, { name, user, base }: Address): Problem =>
  problem('cluster_sign_in', {
    found:
      status === 403
        ? `the cluster refuses ${user} (${firstLine(body) || 'forbidden'})`
        : `the cluster does not accept the password or token of ${user}`,
    expected: 'a user that it knows',
    todo: base.startsWith('https:')
      ? 'check TIDEMARK_TRINO_PASSWORD or TIDEMARK_TRINO_TOKEN in the environment'
      : 'it wants a password or a token: put it into the environment as TIDEMARK_TRINO_PASSWORD or TIDEMARK_TRINO_TOKEN',
    place: name,
  });
