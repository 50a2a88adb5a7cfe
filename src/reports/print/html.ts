/** One self-contained page: no script, no request, light and dark, ready for the screen reader and for paper. */
import { createHash } from 'node:crypto';
import type { Block, Picture, Report, Section } from '../report.ts';
import { abreast, isHalf } from './abreast.ts';
import { definitionsOf } from './definitions.ts';
import { style } from './html-style.ts';
import { type Page, tableOf } from './html-table.ts';
import { type Labels, labelsOf } from './labels.ts';
import { html, type Markup, trusted } from './markup.ts';

export function printHtml(report: Report): string {
  const page: Page = {
    labels: labelsOf(report.language),
    definitions: definitionsOf(report),
    next: counter(),
  };
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${digest(style)}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Tidemark">
<title>${report.title} · ${report.period} · ${report.company}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#report">${page.labels.skip}</a>
${masthead(report, page.labels)}
<main id="report">
${report.sections.map((section) => sectionOf(section, page))}
</main>
<footer><p>${report.foot}</p><p>${report.confidentiality}</p></footer>
</body>
</html>
`.markup;
}

function masthead(report: Report, labels: Labels): Markup {
  return html`<header>
<p class="brand">${brand(report)}<span class="guard">${report.confidentiality}</span></p>
<h1>${report.title}</h1>
<p class="period">${report.period}</p>
${facts('frame', [
  [labels.dataThrough, report.dataThrough],
  [labels.missingDays, report.missingDays],
  [labels.sources, report.sources.join(' · ')],
  [labels.contact, report.contact],
])}</header>`;
}

/** The logo, or the name where there is none; an image, so that nothing inside it can run, link or style. */
function brand({ logo, company }: Report): Markup {
  if (logo === null) return html`<b>${company}</b>`;
  return html`<img src="data:image/svg+xml;base64,${Buffer.from(logo).toString('base64')}" alt="${company}">`;
}

function sectionOf({ page: where, title, blocks }: Section, page: Page): Markup {
  const id = `s${page.next()}`;
  return html`<section class="page-${where}" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${abreast(blocks).map((block) => blockOf(block, page))}
</section>
`;
}

function blockOf(block: Block, page: Page): Markup {
  switch (block.kind) {
    case 'heading':
      return html`<h3${block.id === undefined ? null : html` id="${block.id}"`}>${block.text}</h3>`;
    case 'paragraph':
      return html`<p class="${block.tone ?? 'plain'}" dir="auto">${block.text}</p>`;
    case 'note':
      return html`<aside class="note" aria-label="${block.label}"><p class="label">${block.label}</p>${paragraphs(block.text)}</aside>`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li dir="auto">${item}</li>`)}</ul>`;
    case 'table':
      return tableOf(block.table, page);
    case 'picture':
      return pictureOf(block.picture, isHalf(block) ? 'half' : 'full', page);
    case 'insight':
      return insightOf(block, page);
    case 'decisions':
      return decisionsOf(block, page.labels);
    case 'quotes':
      return html`<div class="quotes">${block.items.map(
        ({ text, from }) =>
          html`<figure><blockquote dir="auto">${text}</blockquote><figcaption>${from}</figcaption></figure>`,
      )}</div>`;
    case 'definitions':
      return html`<dl class="definitions">${block.items.map(
        ({ term, text, rules }) =>
          html`<dt id="${page.definitions.find(term)?.id ?? ''}">${term}</dt><dd>${text}${rules !== '' && html`<small>${page.labels.rules}: ${rules}</small>`}</dd>`,
      )}</dl>`;
  }
}

function paragraphs(text: string): Markup {
  return html`${text.split(/\n{2,}/).map((paragraph) => html`<p dir="auto">${paragraph}</p>`)}`;
}

function pictureOf({ svg, title, summary, table }: Picture, width: 'half' | 'full', page: Page): Markup {
  return html`<figure class="picture ${width}"><figcaption>${title}</figcaption>
<div class="scroll" role="group" aria-label="${title}" tabindex="0">${trusted(svg)}</div>
<p class="small">${[summary, ...table.notes].join(' ')}</p>
<details><summary>${page.labels.asTable}</summary>${tableOf({ ...table, notes: [] }, page)}</details></figure>`;
}

function insightOf(insight: Extract<Block, { kind: 'insight' }>, { labels }: Page): Markup {
  const { headline, because, advice, audience, size, rows } = insight;
  return html`<article class="insight"><h3>${headline}</h3><p class="size">${size}</p>
<ul>${because.map((reason) => html`<li>${reason}</li>`)}</ul>
<p class="advice"><b>${labels.advice}</b> ${advice} <span class="audience">${labels.audience}: ${audience}</span></p>
${rows !== null && html`<details><summary>${labels.rows}</summary><code>npx tidemark rows ${rows}</code></details>`}</article>`;
}

function decisionsOf({ items }: Extract<Block, { kind: 'decisions' }>, labels: Labels): Markup {
  return html`<ol class="decisions">${items.map(
    ({ what, effect, owner, by }) =>
      html`<li><p>${what}</p>${facts('', [
        [labels.effect, effect],
        [labels.owner, owner],
        [labels.by, by],
      ])}</li>`,
  )}</ol>`;
}

/** Names and what they stand for; what is not known is left out. */
function facts(look: string, items: readonly (readonly [string, string | null])[]): Markup {
  const known = items.filter(([, text]) => text !== null && text !== '');
  return html`<dl class="${look}">${known.map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>`;
}

function counter(): () => number {
  let count = 0;
  return () => ++count;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
