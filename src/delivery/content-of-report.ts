/** A report made ready for one recipient: its files, and for mail the letter itself. */
import { type Form, type Letter, letterOf, print, printers } from '../reports/print/index.ts';
import type { Report } from '../reports/report.ts';
import type { Attachment, Content } from './content.ts';
import type { Recipient } from './schedule.ts';

interface ForWhom {
  /** Of its files, without an ending. */
  readonly name: string;
  readonly recipient: Pick<Recipient, 'way' | 'forms'>;
  /** What programs call it. */
  readonly event: NonNullable<Content['event']>;
}

export async function contentOfReport(report: Report, { name, recipient, event }: ForWhom): Promise<Content> {
  const attachments: Attachment[] = [];
  for (const form of recipient.forms) attachments.push(await attachmentOf(report, form, name));
  const content = { subject: subjectOf(report), summary: summaryOf(report), attachments, event };
  return recipient.way.kind === 'mail' ? { ...content, letter: await letterOf(report) } : content;
}

export async function attachmentOf(report: Report, form: Form, name: string): Promise<Attachment> {
  const { ending, type } = printers[form];
  return { name: `${name}.${ending}`, type, bytes: await print(report, form) };
}

export const subjectOf = ({ title, period, company }: Report): Letter['subject'] =>
  [title, period, company].filter(Boolean).join(' · ');

/** The lead, and the headline of each insight on the two pages. */
export function summaryOf({ sections }: Report): string {
  const blocks = sections.filter(({ page }) => page !== 'behind').flatMap((section) => section.blocks);
  const lead = blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.tone === 'lead' ? [block.text] : [],
  );
  const headlines = blocks.flatMap((block) => (block.kind === 'insight' ? [`• ${block.headline}`] : []));
  return [...lead, ...headlines].join('\n');
}
