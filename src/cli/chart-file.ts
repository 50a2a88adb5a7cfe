/** Writes a chart where the person wants it: a picture alone, or a page that also holds its words. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Chart, light } from '../charts/index.ts';
import { Problem } from '../model/index.ts';

interface Sheet {
  readonly chart: Chart;
  readonly title: string;
  /** Said under the picture, a paragraph each. */
  readonly lines: readonly string[];
}

/** @returns the path written. @throws Problem `ending_unknown` */
export function writeChart(out: string, sheet: Sheet): string {
  const path = resolve(out);
  if (path.endsWith('.svg')) writeFileSync(path, sheet.chart.svg);
  else if (path.endsWith('.html')) writeFileSync(path, page(sheet));
  else {
    const facts = { found: `"${out}" after --out`, expected: 'a name that ends in .svg or .html' };
    throw new Problem('ending_unknown', { ...facts, todo: 'choose one of the two' });
  }
  return path;
}

const page = ({ chart, title, lines }: Sheet): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${plain(title)}</title>
<style>body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Inter, system-ui, sans-serif; color: ${light.ink}; background: ${light.paper} } svg { width: 100%; height: auto }</style>
<h1>${plain(title)}</h1>
${chart.svg}
${lines.map((line) => `<p>${plain(line)}</p>`).join('\n')}
</html>
`;

const plain = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
