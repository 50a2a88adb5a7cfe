/** Files to and from a bucket, part by part, and what lies below a prefix taken away. */
import { createWriteStream, openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { S3Client } from '@aws-sdk/client-s3';

export type Sdk = typeof import('@aws-sdk/client-s3');

/** A bucket, and who speaks to it. */
export interface Place {
  readonly sdk: Sdk;
  readonly client: S3Client;
  readonly bucket: string;
}

/** What is held in memory at once; what was sent in vain is sent again from there. */
const partBytes = 16 * 2 ** 20;
/** The protocol's own limits. */
const mostParts = 10_000;
const mostDeletes = 1000;

interface Upload extends Place {
  readonly file: Blob;
  readonly key: string;
  readonly signal: AbortSignal | undefined;
}

/** Puts a file there: as one piece where it is small, else in parts that become visible together. */
export async function upload(
  place: Place,
  path: string,
  key: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const file = await openAsBlob(path);
  await (file.size <= partBytes ? sendWhole : sendParts)({ ...place, file, key, signal });
}

async function sendWhole({ sdk, client, bucket, file, key, signal }: Upload): Promise<void> {
  const put = new sdk.PutObjectCommand({ Bucket: bucket, Key: key, Body: await file.bytes() });
  await client.send(put, asked(signal));
}

async function sendParts({ sdk, client, bucket, file, key, signal }: Upload): Promise<void> {
  const named = { Bucket: bucket, Key: key };
  const { UploadId } = await client.send(new sdk.CreateMultipartUploadCommand(named), asked(signal));
  const begun = { ...named, UploadId };
  const length = Math.max(partBytes, Math.ceil(file.size / mostParts));
  try {
    const parts: { readonly PartNumber: number; readonly ETag: string | undefined }[] = [];
    for (let from = 0; from < file.size; from += length) {
      const PartNumber = parts.length + 1;
      const Body = await file.slice(from, from + length).bytes();
      const sending = new sdk.UploadPartCommand({ ...begun, PartNumber, Body });
      const { ETag } = await client.send(sending, asked(signal));
      parts.push({ PartNumber, ETag });
    }
    const all = { ...begun, MultipartUpload: { Parts: parts } };
    await client.send(new sdk.CompleteMultipartUploadCommand(all), asked(signal));
  } catch (error) {
    // Parts of what never became a file would be kept, and paid for, for ever.
    await client.send(new sdk.AbortMultipartUploadCommand(begun)).catch(() => undefined);
    throw error;
  }
}

const tries = 3;

/** Fetches a file; an answer that breaks off in the middle is asked for again. */
export async function download(
  { sdk, client, bucket }: Place,
  key: string,
  path: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let left = tries - 1; ; left -= 1) {
    const asking = new sdk.GetObjectCommand({ Bucket: bucket, Key: key });
    const { Body } = await client.send(asking, asked(signal));
    if (!(Body instanceof Readable)) throw new Error('the storage answers without a file');
    try {
      return await pipeline(Body, createWriteStream(path), signal === undefined ? {} : { signal });
    } catch (error) {
      if (left === 0 || signal?.aborted === true) throw error;
    }
  }
}

/** Asks for as little as can be asked for. */
export async function looked({ sdk, client, bucket }: Place, prefix: string): Promise<void> {
  await client.send(new sdk.ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, MaxKeys: 1 }));
}

/** Takes away what lies below a prefix, a page of its list at a time. */
export async function emptied({ sdk, client, bucket }: Place, prefix: string): Promise<void> {
  const list = { Bucket: bucket, Prefix: prefix, MaxKeys: mostDeletes };
  for await (const { Contents = [] } of sdk.paginateListObjectsV2({ client }, list)) {
    const Objects = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]));
    if (Objects.length === 0) continue;
    const deleting = new sdk.DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } });
    const { Errors: [kept] = [] } = await client.send(deleting);
    if (kept !== undefined)
      throw Object.assign(new Error(kept.Message ?? `${kept.Key} stays`), {
        name: kept.Code ?? 'NotDeleted',
      });
  }
}

const asked = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { abortSignal: signal });
