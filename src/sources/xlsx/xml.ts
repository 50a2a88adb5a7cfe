/** Walks through an XML text piece by piece; nothing but elements and text is of interest, and no entity is expanded. */
import { SaxesParser } from 'saxes';
import { Problem } from '../../model/index.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface Walker {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Names come without their prefix. Yields after every piece, so that the caller can empty what the walker gathered. */
export async function* walk(
  pieces: AsyncIterable<string>,
  walker: Walker,
  path: string,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a document type declaration');
  });
  parser.on('opentag', ({ name, attributes }) => walker.open?.(bare(name), attributes as Attributes));
  parser.on('text', (text) => walker.text?.(text));
  parser.on('closetag', ({ name }) => walker.close?.(bare(name)));
  try {
    for await (const piece of pieces) {
      parser.write(piece);
      yield;
    }
    parser.close();
    yield;
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem(
      'file_broken',
      {
        place: path,
        found: 'a workbook whose contents cannot be read',
        expected: 'an XLSX workbook',
        todo: 'open it in a spreadsheet program and save it again',
      },
      { cause },
    );
  }
}

/** The same, to the end at once. */
export async function walkAll(pieces: AsyncIterable<string>, walker: Walker, path: string): Promise<void> {
  for await (const _ of walk(pieces, walker, path));
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);
