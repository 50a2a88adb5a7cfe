/** The forms a report can be printed in: one line each, all from the same value; each is read when it is first needed. */
import type { Report } from '../report.ts';
import type { Letter } from './letter.ts';

interface Printer {
  /** How a file of this form ends. */
  readonly ending: string;
  /** Its media type. */
  readonly type: string;
  readonly print: (report: Report) => Promise<string | Uint8Array>;
}

export const printers = {
  html: {
    ending: 'html',
    type: 'text/html; charset=utf-8',
    print: async (report) => (await import('./html.ts')).printHtml(report),
  },
  pdf: {
    ending: 'pdf',
    type: 'application/pdf',
    print: async (report) => (await import('./pdf.ts')).printPdf(report),
  },
  text: {
    ending: 'txt',
    type: 'text/plain; charset=utf-8',
    print: async (report) => (await import('./text.ts')).printText(report),
  },
  markdown: {
    ending: 'md',
    type: 'text/markdown; charset=utf-8',
    print: async (report) => (await import('./markdown.ts')).printMarkdown(report),
  },
  xlsx: {
    ending: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    print: async (report) => (await import('./xlsx.ts')).printXlsx(report),
  },
  csv: {
    ending: 'csv',
    type: 'text/csv; charset=utf-8',
    print: async (report) => (await import('./csv.ts')).printCsv(report),
  },
  json: {
    ending: 'json',
    type: 'application/json',
    print: async (report) => (await import('./json.ts')).printJson(report),
  },
} as const satisfies Readonly<Record<string, Printer>>;

export type Form = keyof typeof printers;

/** The bytes of the report in one form; the same report gives the same bytes. */
export async function print(report: Report, form: Form): Promise<Uint8Array> {
  const printed = await (printers[form] as Printer).print(report);
  return typeof printed === 'string' ? new TextEncoder().encode(printed) : printed;
}

export const letterOf = async (report: Report): Promise<Letter> =>
  (await import('./letter.ts')).letterOf(report);

export type { Letter };
