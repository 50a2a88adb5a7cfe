/** The report as a PDF: A4, tagged (PDF/UA-1), the two pages on a page each, the same bytes every time. */
import { readFile } from 'node:fs/promises';
import { light, type } from '../../charts/index.ts';
import type { Report } from '../report.ts';
import { definitionsOf } from './definitions.ts';
import { canDraw } from './font-coverage.ts';
import { labelsOf } from './labels.ts';
import { pdfBlocks, softened } from './pdf-data.ts';
import { factors } from './pdf-table.ts';
import { declaredAccessible } from './pdf-ua.ts';
import { setDocument } from './typesetter.ts';

/**
 * Words from outside travel as data that the source only reads: typst never takes them for markup. Letters that the font
 * lacks come out as empty boxes; such a document does not say of itself that it is PDF/UA.
 */
export async function printPdf(report: Report): Promise<Uint8Array> {
  const { sections, ...frame } = softened(report);
  const definitions = definitionsOf({ sections });
  const pages = (['one', 'two', 'behind'] as const).map((page) =>
    sections
      .filter((section) => section.page === page)
      .map(({ title, blocks }) => ({ title, blocks: pdfBlocks(blocks, definitions) })),
  );
  const data = {
    ...frame,
    pages,
    labels: labelsOf(report.language),
    colours: light,
    type: type.paper,
    factors,
  };
  const set = await setDocument(await source(), data);
  return (await canDraw(data)) ? declaredAccessible(set) : set;
}

function source(): Promise<string> {
  return readFile(new URL('./report.typ', import.meta.url), 'utf8');
}
