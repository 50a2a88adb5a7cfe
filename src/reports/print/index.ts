/** The forms a report can be printed in: one line each, all from the same value. */
import type { Report } from '../report.ts';
import { printHtml } from './html.ts';
import { printJson } from './json.ts';
import { printMarkdown } from './markdown.ts';
import { printPdf } from './pdf.ts';
import { printText } from './text.ts';

type Printer = (report: Report) => string | Uint8Array | Promise<string | Uint8Array>;

export const printers = {
  html: printHtml,
  pdf: printPdf,
  text: printText,
  markdown: printMarkdown,
  json: printJson,
} as const satisfies Readonly<Record<string, Printer>>;

export type Form = keyof typeof printers;

/** The bytes of the report in one form; the same report gives the same bytes. */
export async function print(report: Report, form: Form): Promise<Uint8Array> {
  const printed = await (printers[form] as Printer)(report);
  return typeof printed === 'string' ? new TextEncoder().encode(printed) : printed;
}
