/** The parts of an XLSX file, unpacked as streams under limits. */
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Problem } from '../../model/index.ts';
import type { Limits } from '../format.ts';

export interface Archive {
  has(name: string): boolean;
  /** The text of a part, piece by piece. */
  pieces(name: string): AsyncGenerator<string>;
  close(): void;
}

const maxParts = 10_000;

/** @throws Problem `file_broken`, `file_too_big_unpacked` */
export async function openArchive(path: string, { maxUnpackedBytes }: Limits): Promise<Archive> {
  const zip = await open(path);
  const parts = await partsOf(zip, path, maxUnpackedBytes);
  return {
    has: (name) => parts.has(name.toLowerCase()),
    pieces: (name) => unpack(zip, parts.get(name.toLowerCase()), path, maxUnpackedBytes),
    close: () => zip.close(),
  };
}

async function open(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false, lazyEntries: true, validateEntrySizes: true });
  } catch (cause) {
    throw broken(path, 'an archive that cannot be opened', cause);
  }
}

async function partsOf(zip: ZipFile, path: string, most: number): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > most || parts.size >= maxParts) throw tooBig(path, unpacked, most);
      parts.set(entry.fileName.toLowerCase(), entry);
    }
  } catch (cause) {
    throw cause instanceof Problem ? cause : broken(path, 'an archive with a broken list of parts', cause);
  }
  return parts;
}

/** What a part says of its own size is not believed: bytes are counted as they come. */
async function* unpack(
  zip: ZipFile,
  entry: Entry | undefined,
  path: string,
  most: number,
): AsyncGenerator<string> {
  if (entry === undefined) throw broken(path, 'an archive that is no workbook');
  const decoder = new TextDecoder();
  let unpacked = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (unpacked > most) throw tooBig(path, unpacked, most);
      yield decoder.decode(chunk, { stream: true });
    }
  } catch (cause) {
    throw cause instanceof Problem ? cause : broken(path, 'an archive that cannot be unpacked', cause);
  }
}

const broken = (path: string, found: string, cause?: unknown): Problem =>
  new Problem(
    'file_broken',
    {
      place: path,
      found,
      expected: 'an XLSX workbook',
      todo: 'open it in a spreadsheet program and save it again',
    },
    { cause },
  );

const tooBig = (path: string, unpacked: number, most: number): Problem =>
  new Problem('file_too_big_unpacked', {
    place: path,
    found: `an archive that unpacks to ${Math.round(unpacked / 2 ** 20)} MB or more`,
    expected: `at most ${Math.round(most / 2 ** 20)} MB`,
    todo: 'save the sheet as CSV UTF-8 instead',
  });
