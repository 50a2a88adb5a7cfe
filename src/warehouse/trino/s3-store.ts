/** A bucket of S3, or of storage that speaks like it, through the maker's own client: only here is it read from disk. */
import { packageMissing, toStorageProblem } from './s3-problems.ts';
import { download, emptied, looked, type Place, type Sdk, upload } from './s3-transfer.ts';
import { nameBelow, type Store } from './store.ts';

export interface Bucket {
  /** As the cluster names it, without a slash at the end: `s3://bucket`, `s3://bucket/prefix`. */
  readonly root: string;
  /** null: Amazon's own. */
  readonly endpoint: string | null;
  /** null: what the environment says. */
  readonly region: string | null;
  /** The bucket's name in the path, not in the host's name; null: wherever there is an endpoint. */
  readonly pathStyle: boolean | null;
}

interface Waits {
  /** So long a connection may take to come about, in milliseconds. */
  readonly connecting: number;
  /** So long a server may say nothing at all. */
  readonly silence: number;
}

interface With {
  readonly load?: () => Promise<Sdk>;
  readonly waits?: Waits;
}

/**
 * The store of a bucket. Its keys are looked for where the client does: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the
 * environment, a profile, a role.
 *
 * @throws Problem `bucket_package_missing`; each of its works `bucket_unreachable`, `bucket_missing`, `bucket_sign_in`,
 * `bucket_denied`, `bucket_region`, `bucket_failed`
 * @example await s3Store({ root: 's3://tidemark/desk', endpoint: null, region: 'eu-south-1', pathStyle: null })
 */
export async function s3Store(
  about: Bucket,
  { load = () => import('@aws-sdk/client-s3'), waits = { connecting: 10_000, silence: 60_000 } }: With = {},
): Promise<Store> {
  const sdk = await load().catch((error: unknown) => Promise.reject(packageMissing(error)));
  const { root } = about;
  const [bucket = '', ...prefix] = root.replace(/^s3:\/\//, '').split('/');
  const place: Place = { sdk, bucket, client: new sdk.S3Client(settingsOf(about, waits)) };
  const key = (name: string): string => [...prefix, name].join('/');
  const told = (work: Promise<void>, signal?: AbortSignal): Promise<void> =>
    work.catch((error: unknown) => {
      signal?.throwIfAborted();
      throw toStorageProblem(error, about);
    });
  return {
    root,
    check: () => told(looked(place, key(''))),
    put: (file, name, signal) => told(upload(place, file, key(name), signal), signal),
    fetch: (location, file, signal) =>
      told(download(place, key(nameBelow(root, location)), file, signal), signal),
    // With the slash: what only begins with the same letters is somebody else's.
    clear: (name) => told(emptied(place, `${key(name)}/`)),
  };
}

/** Storage of one's own seldom minds the region, and wants the bucket in the path. */
function settingsOf({ endpoint, region, pathStyle }: Bucket, { connecting, silence }: Waits) {
  const named = region ?? (endpoint === null ? undefined : (process.env['AWS_REGION'] ?? 'us-east-1'));
  return {
    ...(endpoint === null ? { followRegionRedirects: true } : { endpoint }),
    ...(named === undefined ? {} : { region: named }),
    forcePathStyle: pathStyle ?? endpoint !== null,
    requestHandler: { connectionTimeout: connecting, socketTimeout: silence },
  };
}
