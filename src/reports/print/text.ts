/** The report for a terminal or the plain part of a mail: 80 columns, no boxes, no colour. */
import type { Block, Picture, Report, Section } from '../report.ts';
import { type Labels, labelsOf } from './labels.ts';
import { textTable } from './text-table.ts';
import { cells, hanging, plain, wrap } from './text-wrap.ts';

export interface TextOptions {
  readonly width?: number;
}

export function printText(report: Report, { width = 80 }: TextOptions = {}): string {
  const page: Page = { width, labels: labelsOf(report.language) };
  const parts = [
    masthead(report, page),
    ...report.sections.flatMap((section) => sectionOf(section, page)),
    ['─'.repeat(width), ...wrap(report.foot, width), ...optional(report.confidentiality, width)],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

interface Page {
  readonly width: number;
  readonly labels: Labels;
}

function masthead(report: Report, { width, labels }: Page): readonly string[] {
  const facts: readonly (readonly [string, string | null])[] = [
    [labels.period, report.period],
    [labels.dataThrough, report.dataThrough],
    [labels.missingDays, report.missingDays],
    [labels.sources, report.sources.join(' · ')],
    [labels.contact, report.contact],
  ];
  const known = facts.filter(([, text]) => text !== null && text !== '');
  const column = Math.max(...known.map(([name]) => cells(name))) + 2;
  return [
    ...underlined([plain(report.company), plain(report.title)].filter(Boolean).join(' · '), '═', width),
    '',
    ...known.flatMap(([name, text]) => hanging(name.padEnd(column), text ?? '', width)),
  ];
}

function sectionOf({ title, blocks }: Section, page: Page): readonly (readonly string[])[] {
  return [underlined(title, '─', page.width), ...blocks.map((block) => blockOf(block, page))];
}

function blockOf(block: Block, page: Page): readonly string[] {
  const { width, labels } = page;
  switch (block.kind) {
    case 'heading':
      return wrap(block.text.toLocaleUpperCase(), width);
    case 'paragraph':
      return wrap(block.text, width);
    case 'note':
      return [
        ...wrap(block.label, width),
        ...block.text.split(/\n+/).flatMap((text) => hanging('  ', text, width)),
      ];
    case 'list':
      return block.items.flatMap((item) => hanging('- ', item, width));
    case 'table':
      return textTable(block.table, width);
    case 'picture':
      return pictureOf(block.picture, width);
    case 'insight':
      return insightOf(block, page);
    case 'decisions':
      return block.items.flatMap(({ what, effect, owner, by }, i) => [
        ...hanging(`${i + 1}. `, what, width),
        ...hanging(
          '   ',
          `${factsLine([
            [labels.effect, effect],
            [labels.owner, owner],
            [labels.by, by],
          ])}`,
          width,
        ),
      ]);
    case 'quotes':
      return block.items.flatMap(({ text, from }) => [
        ...hanging('  ', `“${text}”`, width),
        ...hanging('    — ', from, width),
      ]);
    case 'definitions':
      return block.items.flatMap(({ term, text, rules }) => [
        ...wrap(term, width),
        ...hanging('  ', text, width),
        ...(rules === '' ? [] : hanging('  ', `${labels.rules}: ${rules}`, width)),
      ]);
  }
}

function pictureOf({ title, summary, table }: Picture, width: number): readonly string[] {
  return [...wrap(title, width), ...[summary, ...table.notes].flatMap((text) => hanging('  ', text, width))];
}

function insightOf(insight: Extract<Block, { kind: 'insight' }>, { width, labels }: Page): readonly string[] {
  const { headline, because, advice, audience, size, rows } = insight;
  return [
    ...hanging('▸ ', headline, width),
    ...hanging('  ', size, width),
    ...because.flatMap((reason) => hanging('  - ', reason, width)),
    ...hanging('  → ', `${advice} (${labels.audience}: ${audience})`, width),
    ...(rows === null ? [] : [`  npx tidemark rows ${plain(rows)}`]),
  ];
}

function factsLine(facts: readonly (readonly [string, string])[]): string {
  return facts.flatMap(([name, text]) => (text === '' ? [] : [`${name}: ${text}`])).join(' · ');
}

function underlined(text: string, rule: string, width: number): readonly string[] {
  const lines = wrap(text, width);
  return [...lines, rule.repeat(Math.max(...lines.map(cells)))];
}

function optional(text: string | null, width: number): readonly string[] {
  return text === null || text === '' ? [] : wrap(text, width);
}
