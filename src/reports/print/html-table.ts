/** Tables on the page: every head says what it heads, and every figure opens what stands behind it. */
import type { Cell, Table } from '../report.ts';
import type { Definitions } from './definitions.ts';
import type { Labels } from './labels.ts';
import { html, type Markup } from './markup.ts';
import { verdictLook } from './verdict-look.ts';

/** What the blocks of one page share. */
export interface Page {
  readonly labels: Labels;
  readonly definitions: Definitions;
  /** Ids that are unique on the page: 1, 2, 3 … */
  readonly next: () => number;
}

export function tableOf({ caption, columns, rows, notes }: Table, page: Page): Markup {
  const head = columns.map(({ label, align }) =>
    label === '' ? html`<td></td>` : html`<th scope="col" class="${align}">${label}</th>`,
  );
  const body = rows.map((cells) => {
    const subject = cells[0]?.kind === 'text' ? cells[0].text : '';
    return html`<tr>${cells.map((cell, i) => cellOf(cell, { first: i === 0, align: columns[i]?.align ?? 'left', subject }, page))}</tr>`;
  });
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${body}</tbody></table></div>
${notes.map((note) => html`<p class="small">${note}</p>`)}`;
}

interface CellPlace {
  readonly first: boolean;
  readonly align: 'left' | 'right';
  /** The words the row begins with, which name a definition where there is one. */
  readonly subject: string;
}

function cellOf(cell: Cell, place: CellPlace, page: Page): Markup {
  const inside = html`${shownCell(cell, place, page)}${smallPrint(cell)}`;
  return place.first
    ? html`<th scope="row" class="${place.align}">${inside}</th>`
    : html`<td class="${place.align}">${inside}</td>`;
}

/** Breaks between its parts before it breaks within one. */
function smallPrint({ small = '' }: Cell): Markup | null {
  const parts = small.split(' · ').map((part, i) => html`${i > 0 && ' · '}<span>${part}</span>`);
  return small === '' ? null : html`<small>${parts}</small>`;
}

function shownCell(cell: Cell, { first, subject }: CellPlace, page: Page): Markup {
  if (cell.kind === 'verdict') return pill(cell);
  if (cell.kind === 'number')
    return cell.rows === undefined
      ? html`<span class="number">${cell.text}</span>`
      : opener(cell.text, cell.rows, subject, page);
  const definition = first ? page.definitions.find(cell.text) : undefined;
  return definition === undefined ? html`${cell.text}` : html`<a href="#${definition.id}">${cell.text}</a>`;
}

/** A figure that opens: what it means and how to see the rows behind it. */
function opener(text: string, rows: string, subject: string, { labels, definitions, next }: Page): Markup {
  const id = `f${next()}`;
  const definition = definitions.find(subject);
  return html`<button class="open number" popovertarget="${id}">${text}</button><span popover id="${id}" role="dialog" aria-label="${`${subject} ${text}`}"><strong>${subject} ${text}</strong>${
    definition === undefined
      ? null
      : html`<span>${definition.text} <a href="#${definition.id}">${labels.definition}</a></span>`
  }<span>${labels.rows}: <code>npx tidemark rows ${rows}</code></span><button class="close" popovertarget="${id}" popovertargetaction="hide">${labels.close}</button></span>`;
}

function pill({ verdict, good, text }: Extract<Cell, { kind: 'verdict' }>): Markup {
  if (verdict === null) return html`<span class="muted">${text}</span>`;
  const { mark, look } = verdictLook(verdict, good);
  return html`<span class="pill ${look}"><span aria-hidden="true">${mark}</span> ${text}</span>`;
}
