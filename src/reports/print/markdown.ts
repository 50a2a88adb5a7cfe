/** The report as Markdown, for wikis and tickets; pictures become their tables. */
import type { Block, Cell, Report, Section, Table } from '../report.ts';
import { type Labels, labelsOf } from './labels.ts';
import { cellText } from './text-table.ts';
import { plain } from './text-wrap.ts';

export function printMarkdown(report: Report): string {
  const labels = labelsOf(report.language);
  const parts = [
    `# ${safe(report.title)}`,
    masthead(report, labels),
    ...report.sections.flatMap((section) => sectionOf(section, labels)),
    '---',
    [report.foot, report.confidentiality ?? ''].filter(Boolean).map(safe).join('  \n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** One line of someone's words, with everything that Markdown or HTML would read as its own escaped. */
function safe(text: string): string {
  return plain(text)
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[-+](?=\s|$)|^[-=]+$/, '\\$&');
}

function masthead(report: Report, labels: Labels): string {
  const facts: readonly (readonly [string, string | null])[] = [
    [labels.period, report.period],
    [labels.dataThrough, report.dataThrough],
    [labels.missingDays, report.missingDays],
    [labels.sources, report.sources.join(' · ')],
    [labels.contact, report.contact],
  ];
  const known = facts.flatMap(([name, text]) =>
    text === null || text === '' ? [] : `${name}: **${safe(text)}**`,
  );
  return [`**${safe(report.company)}**`, ...known].join('  \n');
}

function sectionOf({ title, blocks }: Section, labels: Labels): readonly string[] {
  return [`## ${safe(title)}`, ...blocks.map((block) => blockOf(block, labels))];
}

function blockOf(block: Block, labels: Labels): string {
  switch (block.kind) {
    case 'heading':
      return `### ${safe(block.text)}`;
    case 'paragraph':
      return safe(block.text);
    case 'note':
      return `> **${safe(block.label)}**  \n> ${safe(block.text)}`;
    case 'list':
      return bullets(block.items);
    case 'table':
      return tableOf(block.table);
    case 'picture':
      return `${safe(block.picture.summary)}\n\n${tableOf(block.picture.table)}`;
    case 'insight':
      return insightOf(block, labels);
    case 'decisions':
      return block.items
        .map(
          ({ what, effect, owner, by }, i) =>
            `${i + 1}. **${safe(what)}** ${[effect, owner, by].filter(Boolean).map(safe).join(' · ')}`,
        )
        .join('\n');
    case 'quotes':
      return block.items.map(({ text, from }) => `> “${safe(text)}” — ${safe(from)}`).join('\n>\n');
    case 'definitions':
      return block.items
        .map(({ term, text, rules }) => `**${safe(term)}:** ${safe(text)}${rulesOf(rules, labels)}`)
        .join('\n\n');
  }
}

const rulesOf = (rules: string, labels: Labels): string =>
  rules === '' ? '' : ` ${safe(labels.rules)}: ${safe(rules)}`;

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${safe(item)}`).join('\n');
}

function insightOf(insight: Extract<Block, { kind: 'insight' }>, labels: Labels): string {
  const { headline, because, advice, audience, size } = insight;
  const todo = `**${labels.advice}:** ${safe(advice)} (${labels.audience}: ${safe(audience)})`;
  return [`### ${safe(headline)}`, safe(size), bullets(because), todo].join('\n\n');
}

function tableOf({ caption, columns, rows, notes }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = [
    line(columns.map(({ label }) => safe(label))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(cellOf))),
  ];
  return [`**${safe(caption)}**`, lines.join('\n'), ...notes.map(safe)].join('\n\n');
}

function cellOf(cell: Cell): string {
  const small = cell.small === undefined || cell.small === '' ? '' : ` (${safe(cell.small)})`;
  return safe(cellText(cell)) + small;
}
