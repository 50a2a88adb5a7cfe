/** The two pages as a letter: what a mail program shows, what stands in its plain part, and its pictures. */
import type { Report } from '../report.ts';
import { letterHtml } from './letter-html.ts';
import { type Pixels, picturePng } from './picture-png.ts';
import { printText } from './text.ts';

export interface Inlay extends Pixels {
  /** Named in the letter's pages, unique in it. */
  readonly id: string;
}

export interface Letter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly inlays: readonly Inlay[];
}

/** Mail programs show 600 pixels well, and a picture no wider than the column it stands in. */
export const letterWidth = 600;

/**
 * The letter holds the two pages; what stands behind them belongs into an attachment.
 *
 * @example letterOf(report).subject // 'Customer service: the whole picture · October 2025 · Cima & Fell'
 */
export function letterOf(report: Report): Letter {
  const pages: Report = { ...report, sections: report.sections.filter(({ page }) => page !== 'behind') };
  const pictures = pages.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'picture' ? [block.picture] : [])),
  );
  const inlays = pictures.map(({ svg }, i) => ({
    id: `picture-${i + 1}@tidemark`,
    ...picturePng(svg, letterWidth),
  }));
  const inlayOf = new Map(pictures.map((picture, i) => [picture, inlays[i]]));
  return {
    subject: [report.title, report.period, report.company].filter(Boolean).join(' · '),
    html: letterHtml(pages, (picture) => inlayOf.get(picture)),
    text: printText(pages),
    inlays,
  };
}
