/** What is in a parcel: names, and the hashes under which the archive has their bytes. */
import { keep, kept } from './archive.ts';

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A report made ready for one way of sending, with its bytes. */
export interface Content {
  readonly subject: string;
  /** A few sentences, for a channel where there is room for no more. */
  readonly summary: string;
  readonly attachments: readonly Attachment[];
  /** What a program that receives it is told it is; a report where nothing else is said. */
  readonly event?: 'report.ready' | 'warning.raised';
  /** The report's manifest, kept but not sent, and what it is the manifest of. */
  readonly record?: { readonly bytes: Uint8Array; readonly of: string };
  /** For mail only. */
  readonly letter?: {
    readonly html: string;
    readonly text: string;
    readonly inlays: readonly { readonly id: string; readonly png: Uint8Array }[];
  };
}

/** Writes the content into the archive and gives what the book keeps of it. */
export function wrap(
  archive: string,
  { subject, summary, attachments, event, record, letter }: Content,
): string {
  const put = (bytes: Uint8Array): string => keep(archive, bytes);
  const text = new TextEncoder();
  return JSON.stringify({
    subject,
    summary,
    attachments: attachments.map(({ name, type, bytes }) => ({ name, type, hash: put(bytes) })),
    ...(event === undefined ? {} : { event }),
    ...(record === undefined ? {} : { record: { hash: put(record.bytes), of: record.of } }),
    ...(letter === undefined
      ? {}
      : {
          letter: {
            html: put(text.encode(letter.html)),
            text: put(text.encode(letter.text)),
            inlays: letter.inlays.map(({ id, png }) => ({ id, hash: put(png) })),
          },
        }),
  });
}

interface Wrapped {
  readonly record?: { readonly hash: string; readonly of: string };
  readonly event?: NonNullable<Content['event']>;
  readonly subject: string;
  readonly summary: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly hash: string }[];
  readonly letter?: {
    readonly html: string;
    readonly text: string;
    readonly inlays: readonly { readonly id: string; readonly hash: string }[];
  };
}

/** @throws Problem `archive_damaged` */
export function unwrap(archive: string, wrapped: string): Content {
  const { subject, summary, attachments, event, letter } = JSON.parse(wrapped) as Wrapped;
  const get = (hash: string): Uint8Array => kept(archive, hash);
  const text = new TextDecoder();
  return {
    subject,
    summary,
    attachments: attachments.map(({ name, type, hash }) => ({ name, type, bytes: get(hash) })),
    ...(event === undefined ? {} : { event }),
    ...(letter === undefined
      ? {}
      : {
          letter: {
            html: text.decode(get(letter.html)),
            text: text.decode(get(letter.text)),
            inlays: letter.inlays.map(({ id, hash }) => ({ id, png: get(hash) })),
          },
        }),
  };
}

/** The manifest behind what was wrapped, where it is one of such a report. */
export function recordOf(archive: string, wrapped: string, of: string): Uint8Array | null {
  const { record } = JSON.parse(wrapped) as Wrapped;
  return record === undefined || record.of !== of ? null : kept(archive, record.hash);
}
