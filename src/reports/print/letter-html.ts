/** The letter's page: tables and inline styles only, because that is all that every mail program understands. */
import { light } from '../../charts/index.ts';
import type { Block, Cell, Picture, Report, Section, Table } from '../report.ts';
import { type Labels, labelsOf } from './labels.ts';
import type { Inlay } from './letter.ts';
import { html, type Markup, trusted } from './markup.ts';
import { verdictLook } from './verdict-look.ts';

type InlayOf = (picture: Picture) => Inlay | undefined;

interface Sheet {
  readonly labels: Labels;
  readonly inlayOf: InlayOf;
}

const font = "font-family:Inter,'Segoe UI',Arial,sans-serif";
const style = {
  body: `margin:0;padding:0;background:${light.wash};color:${light.ink};${font}`,
  sheet: `background:${light.paper};border:1px solid ${light.rule}`,
  inside: 'padding:28px 32px',
  company: `margin:0 0 6px;font-size:13px;color:${light.muted}`,
  title: 'margin:0 0 4px;font-size:24px;line-height:30px;font-weight:600',
  period: `margin:0 0 14px;font-size:16px;color:${light.accent}`,
  small: `margin:4px 0;font-size:12px;line-height:17px;color:${light.muted}`,
  section: `margin:30px 0 10px;font-size:19px;line-height:25px;font-weight:600;color:${light.accent}`,
  heading: 'margin:22px 0 6px;font-size:16px;line-height:22px;font-weight:600',
  text: 'margin:8px 0;font-size:14px;line-height:21px',
  lead: 'margin:8px 0 14px;font-size:16px;line-height:24px',
  note: `margin:14px 0;padding:10px 14px;border-left:3px solid ${light.accent};background:${light.wash}`,
  head: `padding:6px 8px;border-bottom:2px solid ${light.ink};font-size:12px;font-weight:600;vertical-align:bottom`,
  cell: `padding:7px 8px;border-bottom:1px solid ${light.rule};font-size:13px;line-height:18px;vertical-align:top;font-weight:400`,
  print: `font-size:11px;line-height:15px;color:${light.muted}`,
} as const;

const looks: Readonly<Record<string, string>> = {
  good: `color:${light.good};background:${light.goodSoft}`,
  bad: `color:${light.bad};background:${light.badSoft}`,
  changed: `color:${light.accent};background:${light.accentSoft}`,
  steady: `color:${light.ink};background:${light.wash}`,
  early: `color:${light.muted};background:${light.wash}`,
};

export function letterHtml(report: Report, inlayOf: InlayOf): string {
  const sheet: Sheet = { labels: labelsOf(report.language), inlayOf };
  return html`<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${report.title} · ${report.period}</title>
</head>
<body style="${style.body}">
<div role="main">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:16px 8px">
${trusted('<!--[if mso]><table role="presentation" width="664" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->')}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:664px;${style.sheet}"><tr><td align="left" style="${style.inside}">
${masthead(report, sheet.labels)}
${report.sections.map((section) => sectionOf(section, sheet))}
<p style="${style.small};margin-top:28px">${report.foot}</p>
${report.confidentiality === null ? null : html`<p style="${style.small}">${report.confidentiality}</p>`}
</td></tr></table>
${trusted('<!--[if mso]></td></tr></table><![endif]-->')}
</td></tr></table>
</div>
</body>
</html>
`.markup;
}

function masthead(report: Report, labels: Labels): Markup {
  const facts: readonly (readonly [string, string | null])[] = [
    [labels.dataThrough, report.dataThrough],
    [labels.missingDays, report.missingDays],
    [labels.sources, report.sources.join(' · ')],
    [labels.contact, report.contact],
  ];
  const known = facts.filter(([, text]) => text !== null && text !== '');
  return html`<p style="${style.company}">${report.company}</p>
<h1 style="${style.title}">${report.title}</h1>
<p style="${style.period}">${report.period}</p>
${known.map(([name, text]) => html`<p style="${style.small}">${name}: ${text}</p>`)}`;
}

function sectionOf({ title, blocks }: Section, sheet: Sheet): Markup {
  return html`<h2 style="${style.section}">${title}</h2>
${blocks.map((block) => blockOf(block, sheet))}
`;
}

const text = (words: string, look: string = style.text): Markup =>
  html`<p dir="auto" style="${look}">${words}</p>`;
const bullets = (items: readonly Markup[]): Markup =>
  html`<ul style="margin:8px 0;padding-left:22px">${items.map((item) => html`<li dir="auto" style="${style.text};margin:4px 0">${item}</li>`)}</ul>`;

function blockOf(block: Block, sheet: Sheet): Markup {
  switch (block.kind) {
    case 'heading':
      return html`<h3 style="${style.heading}">${block.text}</h3>`;
    case 'paragraph':
      return text(
        block.text,
        { lead: style.lead, small: style.small, plain: style.text }[block.tone ?? 'plain'],
      );
    case 'note':
      return html`<div style="${style.note}"><b style="${style.small}">${block.label}</b>${block.text.split(/\n{2,}/).map((part) => text(part))}</div>`;
    case 'list':
      return bullets(block.items.map((item) => html`${item}`));
    case 'table':
      return tableOf(block.table);
    case 'picture':
      return pictureOf(block.picture, sheet.inlayOf(block.picture));
    case 'insight':
      return insightOf(block, sheet.labels);
    case 'decisions':
      return html`<ol style="margin:8px 0;padding-left:22px">${block.items.map(
        ({ what, effect, owner, by }) => {
          const details = [effect, owner, by].filter(Boolean).join(' · ');
          return html`<li style="${style.text};margin:6px 0"><b>${what}</b><br><span style="${style.print}">${details}</span></li>`;
        },
      )}</ol>`;
    case 'quotes':
      return html`${block.items.map(({ text: words, from }) => html`<p dir="auto" style="${style.note};font-size:14px">${words}<br><span style="${style.print}">${from}</span></p>`)}`;
    case 'definitions':
      return bullets(block.items.map(({ term, text: words }) => html`<b>${term}</b>: ${words}`));
  }
}

/** The summary is the picture's text for who sees no pictures, and stands below it for everyone. */
function pictureOf({ title, summary }: Picture, inlay: Inlay | undefined): Markup {
  const image =
    inlay === undefined
      ? null
      : html`<img src="cid:${inlay.id}" width="${inlay.width}" height="${inlay.height}" alt="${`${title}. ${summary}`}" style="display:block;width:100%;max-width:${inlay.width}px;height:auto;border:0">`;
  return html`<h3 style="${style.heading}">${title}</h3>${image}<p style="${style.small}">${summary}</p>`;
}

function insightOf(insight: Extract<Block, { kind: 'insight' }>, labels: Labels): Markup {
  const { headline, because, advice, audience, size } = insight;
  return html`<h3 style="${style.heading}">${headline}</h3><p style="${style.small}">${size}</p>
${bullets(because.map((reason) => html`${reason}`))}
<p style="${style.text}"><b>${labels.advice}:</b> ${advice} <span style="${style.print}">${labels.audience}: ${audience}</span></p>`;
}

function tableOf({ caption, columns, rows, notes }: Table): Markup {
  const side = (i: number): string => `text-align:${columns[i]?.align ?? 'left'}`;
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;margin:12px 0 6px">
<caption style="${style.small};text-align:left">${caption}</caption>
<tr>${columns.map(({ label }, i) => html`<th scope="col" style="${style.head};${side(i)}">${label}</th>`)}</tr>
${rows.map(
  (cells) =>
    html`<tr>${cells.map((cell, i) =>
      i === 0
        ? html`<th scope="row" style="${style.cell};${side(i)}">${shown(cell)}</th>`
        : html`<td style="${style.cell};${side(i)}">${shown(cell)}</td>`,
    )}</tr>
`,
)}</table>
${notes.map((note) => text(note, style.small))}`;
}

function shown(cell: Cell): Markup {
  const small =
    cell.small === undefined || cell.small === ''
      ? null
      : html`<br><span style="${style.print}">${cell.small}</span>`;
  return html`${value(cell)}${small}`;
}

function value(cell: Cell): Markup {
  if (cell.kind === 'number') return html`<span style="white-space:nowrap">${cell.text}</span>`;
  if (cell.kind !== 'verdict' || cell.verdict === null) return html`${cell.text}`;
  const { mark, look } = verdictLook(cell.verdict, cell.good);
  return html`<span style="padding:1px 6px;white-space:nowrap;${looks[look] ?? ''}"><span aria-hidden="true">${mark}</span> ${cell.text}</span>`;
}
