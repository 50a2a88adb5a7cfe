/** HTML that is escaped by construction: what goes into a template is text unless a template made it. */
import { escaped } from '../../charts/index.ts';

/** Only `html` and `trusted` make one. */
export interface Markup {
  readonly markup: string;
}

type Hole = Markup | string | number | null | false | readonly Hole[];

/**
 * A piece of a page; every string in a hole is escaped, in text and in quoted attributes alike.
 *
 * @example html`<p title="${'"'}">${'<b>'}</p>`.markup // '<p title="&quot;">&lt;b&gt;</p>'
 */
export function html(pieces: TemplateStringsArray, ...holes: readonly Hole[]): Markup {
  const filled = pieces.map((piece, i) => piece + (i < holes.length ? written(holes[i] ?? null) : ''));
  return { markup: filled.join('') };
}

/** For what this house drew itself: charts and style sheets. Never for words from outside. */
export function trusted(markup: string): Markup {
  return { markup };
}

function written(hole: Hole): string {
  if (hole === null || hole === false) return '';
  if (typeof hole === 'object') return 'markup' in hole ? hole.markup : hole.map(written).join('');
  return escaped(String(hole));
}
