/** What a bucket says when it cannot, in words that a person can act on. */
import { Problem, type ProblemFacts } from '../../model/index.ts';

interface Place {
  readonly root: string;
  readonly endpoint: string | null;
}

type Facts = Omit<ProblemFacts, 'place'>;

/** What the client's errors have in common; of a server's answer there is a status. */
interface Refusal {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const endpointOf = ({ endpoint }: Place): string => endpoint ?? "Amazon's S3";
const bucketOf = ({ root }: Place): string => root.split('/')[2] ?? '';

/** By the name or the code of an error; the first that fits. */
const known: readonly (readonly [RegExp, string, (refusal: Refusal, place: Place) => Facts])[] = [
  [
    /^(CredentialsProviderError|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidToken|ExpiredToken|TokenRefreshRequired|InvalidSecurity|UnrecognizedClientException)/,
    'bucket_sign_in',
    ({ name }) => ({
      found:
        name === 'CredentialsProviderError'
          ? 'no keys for the storage'
          : `the storage does not accept the keys (${name})`,
      expected: 'keys that may read and write the bucket',
      todo: 'put them into the environment as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, never into the configuration',
    }),
  ],
  [
    /^NoSuchBucket/,
    'bucket_missing',
    (_, place) => ({
      found: `${endpointOf(place)} has no bucket "${bucketOf(place)}"`,
      expected: 'the bucket in which the cluster keeps its tables',
      todo: 'check its name in the configuration (cluster: files: location), or make it',
    }),
  ],
  [
    /^(PermanentRedirect|AuthorizationHeaderMalformed|IllegalLocationConstraint|NoRegion)/,
    'bucket_region',
    ({ message }) => ({
      found: `another region or endpoint is asked for than the bucket's (${message})`,
      expected: 'the region that the bucket is in',
      todo: 'write it into the configuration (cluster: files: region)',
    }),
  ],
  [
    /^(AccessDenied|AllAccessDisabled|AccountProblem|Forbidden|403)/,
    'bucket_denied',
    ({ message }) => ({
      found: `these keys may not do this (${message})`,
      expected: 'keys that may list, read, write and delete below the location',
      todo: 'let your administrator give those rights',
    }),
  ],
  [
    /^(ECONN|ENOTFOUND|EAI_|EPIPE|ETIMEDOUT|EHOST|ENET|EPROTO|TimeoutError|CERT|DEPTH_|SELF_SIGNED|UNABLE_TO|ERR_SSL|ERR_TLS|HPE_)/,
    'bucket_unreachable',
    ({ name, code, message }, place) => ({
      found:
        name === 'TimeoutError' && (code === undefined || code === 'ETIMEDOUT')
          ? `${endpointOf(place)} does not answer`
          : `${endpointOf(place)} cannot be reached (${code ?? message})`,
      expected: 'storage that is up, and a way to it',
      todo: 'check that it runs, and the endpoint in the configuration (cluster: files: endpoint); then run the same command again',
    }),
  ],
];

/** What the storage did not say stays what it is: a full disk here, a file that is elsewhere. */
export function toStorageProblem(error: unknown, place: Place): unknown {
  if (!(error instanceof Error)) return error;
  const refusal = named(error);
  const words = [refusal.name, refusal.code ?? '', String(refusal.$metadata?.httpStatusCode ?? '')];
  const fits = known.find(([form]) => words.some((word) => form.test(word)));
  if (fits === undefined && refusal.$metadata?.httpStatusCode === undefined) return error;
  const [, code, factsOf] = fits ?? failed;
  return new Problem(code, { ...factsOf(refusal, place), place: place.root }, { cause: error });
}

/** The client says this one with a message alone. */
const named = (error: Refusal): Refusal =>
  error.message === 'Region is missing' ? { ...error, name: 'NoRegion', message: 'none is named' } : error;

const failed = [
  null,
  'bucket_failed',
  ({ name, message, $metadata }: Refusal): Facts => ({
    found: `the storage could not do what it was asked to (${[$metadata?.httpStatusCode, name].filter(Boolean).join(' ')}: ${message})`,
    expected: 'storage that speaks like S3',
    todo: 'run the same command again; if it fails again, ask whoever looks after the storage; nothing was changed',
  }),
] as const;

/** @param error what the loading of the package failed with; something else than its absence stays what it is */
export const packageMissing = (error: unknown): unknown =>
  (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND'
    ? new Problem(
        'bucket_package_missing',
        {
          found: 'the client for S3 is not installed',
          expected:
            'the package @aws-sdk/client-s3 beside Tidemark, since files of the cluster lie in a bucket',
          todo: 'install it: npm install @aws-sdk/client-s3',
        },
        { cause: error },
      )
    : error;
