/** Declares a tagged PDF as PDF/UA-1: the typesetter tags it, but cannot be told to say so. */

/**
 * The same document with an update at its end, as the format allows (ISO 32000-1, 7.5.6): its metadata names PDF/UA-1, and
 * its title instead of the file's name is what a reader's window shows (ISO 14289-1, 5 and 7.1).
 *
 * @throws where the typesetter writes its files in another way than it did: a fault of the code
 */
export function declaredAccessible(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf).toString('latin1');
  const before = Number(found(file, /startxref\s+(\d+)\s+%%EOF\s*$/));
  const trailer = found(file.slice(before), /trailer\s*<<([\s\S]*?)>>\s*startxref/);
  const root = found(trailer, /\/Root (\d+) 0 R/);
  const catalog = bodyOf(file, root);
  const metadata = found(catalog, /\/Metadata (\d+) 0 R/);
  return appended(file, { trailer, before }, [
    [root, withTitleShown(catalog)],
    [metadata, withStandard(bodyOf(file, metadata))],
  ]);
}

function found(text: string, pattern: RegExp): string {
  const [, first] = pattern.exec(text) ?? [];
  if (first === undefined) throw new Error(`the typesetter's file has no ${pattern.source}`);
  return first;
}

/** The typesetter writes each object at the beginning of a line. */
const bodyOf = (file: string, number: string): string =>
  found(file, new RegExp(`\\n${number} 0 obj\\n([\\s\\S]*?)\\nendobj`));

const withTitleShown = (catalog: string): string =>
  catalog.replace(/\/ViewerPreferences <</, '$& /DisplayDocTitle true');

function withStandard(metadata: string): string {
  const xml = found(metadata, /stream\n([\s\S]*)\nendstream/);
  const named = xml
    .replace(/<rdf:Description /, '$&xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" ')
    .replace(/<\/rdf:Description>/, '<pdfuaid:part>1</pdfuaid:part>$&');
  return metadata.replace(/\/Length \d+/, `/Length ${named.length}`).replace(xml, () => named);
}

interface Ending {
  readonly trailer: string;
  /** Where the table of objects stands that the update goes on from. */
  readonly before: number;
}

type Changed = readonly (readonly [number: string, body: string])[];

function appended(file: string, { trailer, before }: Ending, changed: Changed): Uint8Array {
  let text = file.endsWith('\n') ? file : `${file}\n`;
  const places = changed.map(([number, body]) => {
    const at = text.length;
    text += `${number} 0 obj\n${body}\nendobj\n`;
    return `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n${places.join('')}trailer\n<<${trailer}  /Prev ${before}\n>>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
