/** The forms a report can be printed in: one line each, all from the same value. */
import type { Report } from '../report.ts';
import { printHtml } from './html.ts';
import { printJson } from './json.ts';
import { type Letter, letterOf } from './letter.ts';
import { printMarkdown } from './markdown.ts';
import { printPdf } from './pdf.ts';
import { printText } from './text.ts';
import { printXlsx } from './xlsx.ts';

interface Printer {
  /** How a file of this form ends. */
  readonly ending: string;
  /** Its media type. */
  readonly type: string;
  readonly print: (report: Report) => string | Uint8Array | Promise<string | Uint8Array>;
}

export const printers = {
  html: { ending: 'html', type: 'text/html; charset=utf-8', print: printHtml },
  pdf: { ending: 'pdf', type: 'application/pdf', print: printPdf },
  text: { ending: 'txt', type: 'text/plain; charset=utf-8', print: printText },
  markdown: { ending: 'md', type: 'text/markdown; charset=utf-8', print: printMarkdown },
  xlsx: {
    ending: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    print: printXlsx,
  },
  json: { ending: 'json', type: 'application/json', print: printJson },
} as const satisfies Readonly<Record<string, Printer>>;

export type Form = keyof typeof printers;

/** The bytes of the report in one form; the same report gives the same bytes. */
export async function print(report: Report, form: Form): Promise<Uint8Array> {
  const printed = await (printers[form] as Printer).print(report);
  return typeof printed === 'string' ? new TextEncoder().encode(printed) : printed;
}

export { type Letter, letterOf };
