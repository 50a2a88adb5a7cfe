/** The forms a report can be printed in: one line each, all from the same value. */
import type { Report } from '../report.ts';
import { printHtml } from './html.ts';
import { printJson } from './json.ts';
import { printMarkdown } from './markdown.ts';
import { printPdf } from './pdf.ts';
import { printText } from './text.ts';
import { printXlsx } from './xlsx.ts';

interface Printer {
  /** How a file of this form ends. */
  readonly ending: string;
  readonly print: (report: Report) => string | Uint8Array | Promise<string | Uint8Array>;
}

export const printers = {
  html: { ending: 'html', print: printHtml },
  pdf: { ending: 'pdf', print: printPdf },
  text: { ending: 'txt', print: printText },
  markdown: { ending: 'md', print: printMarkdown },
  xlsx: { ending: 'xlsx', print: printXlsx },
  json: { ending: 'json', print: printJson },
} as const satisfies Readonly<Record<string, Printer>>;

export type Form = keyof typeof printers;

/** The bytes of the report in one form; the same report gives the same bytes. */
export async function print(report: Report, form: Form): Promise<Uint8Array> {
  const printed = await (printers[form] as Printer).print(report);
  return typeof printed === 'string' ? new TextEncoder().encode(printed) : printed;
}
