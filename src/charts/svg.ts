/** Writes SVG that browsers, mail images and typst all draw alike: presentation attributes only, text stays text. */
import { escaped } from './escaped.ts';
import { light, type Role, type } from './tokens.ts';

/** SVG that is already safe; only `element` and `drawing` make it. */
export interface Svg {
  readonly svg: string;
}

export type Attributes = Readonly<Record<string, string | number>> & {
  readonly fill?: Role | 'none';
  readonly stroke?: Role | 'none';
};

/** One element; strings among the children are escaped. Colours are roles: a light value, and a class a dark page can restyle. */
export function element(name: string, attributes: Attributes, ...children: readonly (Svg | string)[]): Svg {
  const { fill, stroke, ...plain } = attributes;
  const classes = [tint('fill', fill), tint('stroke', stroke)].filter((one) => one !== null);
  const painted = {
    ...plain,
    ...(fill === undefined ? {} : { fill: fill === 'none' ? 'none' : light[fill] }),
    ...(stroke === undefined ? {} : { stroke: stroke === 'none' ? 'none' : light[stroke] }),
    ...(classes.length === 0 ? {} : { class: classes.join(' ') }),
  };
  const written = Object.entries(painted).map(([key, value]) => ` ${key}="${escaped(shown(value))}"`);
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : child.svg)).join('');
  return { svg: `<${name}${written.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}` };
}

/** The class by which a page may recolour a role: `fill-accent`, `stroke-rule`. */
function tint(part: 'fill' | 'stroke', role: Role | 'none' | undefined): string | null {
  return role === undefined || role === 'none' ? null : `${part}-${role}`;
}

export interface TextStyle {
  readonly size?: number;
  readonly fill?: Role;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
}

/** A line of text with its baseline at `y`. */
export function label(x: number, y: number, text: string, style: TextStyle = {}): Svg {
  const { size = type.chart.small, fill = 'muted', anchor = 'start', bold = false } = style;
  const weight = bold ? { 'font-weight': 600 } : {};
  return element('text', { x, y, 'font-size': size, 'text-anchor': anchor, fill, ...weight }, text);
}

export function line(x1: number, y1: number, x2: number, y2: number, look: Attributes): Svg {
  return element('line', { x1, y1, x2, y2, ...look });
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly summary: string;
}

/** The whole picture, named and described for those who do not see it. */
export function drawing(sheet: Sheet, parts: readonly Svg[]): string {
  const { width, height, title, summary } = sheet;
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${shown(width)} ${shown(height)}`,
    width,
    height,
    role: 'img',
    'font-family': type.family,
  };
  return element('svg', root, element('title', {}, title), element('desc', {}, summary), ...parts).svg;
}

/** Two decimals are finer than any eye and keep the file small and the same on every machine. */
function shown(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;
}
