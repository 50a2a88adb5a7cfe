/** An inspection as a person reads it in a terminal: the file, its columns and their parts, the key, a trial. */
import { wordsOf } from '../locales/index.ts';
import type { Inspection } from '../sources/index.ts';
import { laidOut } from './lay-out.ts';

const { forms } = wordsOf('en');

export function inspectionText(inspection: Inspection, width: number): string {
  const { file, bytes, records, record, why, notes, questions } = inspection;
  const sections = [
    `${file}  (${forms.count(bytes / 1e6, 1)} MB, ${forms.count(records)} records)`,
    list('What was found', notes, width),
    columns(inspection, width),
    `One row is: ${record ?? 'nothing that we know'}. ${why}`,
    key(inspection),
    list('Please look at', questions, width),
    trial(inspection, width),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

const cut = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text;

const list = (title: string, lines: readonly string[], width: number): string =>
  lines.length === 0 ? '' : [title, ...lines.map((line) => cut(`  ${line}`, width * 2))].join('\n');

function columns({ columns: found }: Inspection, width: number): string {
  const rows = found.map(({ name, part, type, examples }) => [
    cut(name, 24),
    part === null ? '–' : `→ ${part}`,
    cut(type, 34),
    examples.slice(0, 2).join(', '),
  ]);
  return laidOut([['column', 'becomes', 'type', 'for example'], ...rows])
    .split('\n')
    .map((line) => cut(line, width))
    .join('\n');
}

function key({ key: { chosen, tried, why } }: Inspection): string {
  const name = chosen === null ? 'none' : chosen.columns.join(' + ');
  const others = tried
    .filter((each) => each !== chosen && each.shared > 0)
    .map(
      (each) => `  ${each.columns.join(' + ')} alone is not: ${forms.count(each.shared)} records share it`,
    );
  return [`Key: ${name}. ${why}`, ...others.slice(0, 3)].join('\n');
}

function trial({ trial: tried, rejected }: Inspection, width: number): string {
  if (tried === null) return '';
  const { loaded, quarantined, excluded, reasons, drift } = tried;
  return [
    `With this mapping: ${forms.count(loaded)} would be loaded, ${forms.count(quarantined + rejected.count)} are broken, ${forms.count(excluded)} are excluded.`,
    ...reasons.map(({ code, count, example }) => cut(`  ${forms.count(count)} ${code}: ${example}`, width)),
    ...drift
      .slice(0, 8)
      .map(({ column, word, count }) =>
        cut(`  ${forms.count(count)} × "${word}" in ${column} is a word we do not know`, width),
      ),
  ].join('\n');
}
