/** What every chart takes and gives: values and worded text in; a picture, its summary and its table out. */

/** Turns a value into the words of the reader's locale; charts have none of their own. */
export type Format = (value: number) => string;

export interface ChartText {
  /** Names the picture for those who do not see it; printed beside it, never inside. */
  readonly title: string;
  /** What the picture shows, in a sentence or two. */
  readonly summary: string;
  readonly format: Format;
  /** Stands in the table where a value is not known. */
  readonly unknown: string;
}

export interface ChartCell {
  readonly text: string;
  /** null for words and for values not known. */
  readonly value: number | null;
}

export interface Chart {
  /** Self-contained SVG, sized by its viewBox. */
  readonly svg: string;
  readonly summary: string;
  /** The same figures, a row a mark; the caller knows the columns' names. */
  readonly rows: readonly (readonly ChartCell[])[];
}

export function words(text: string): ChartCell {
  return { text, value: null };
}

export function number(value: number | null, { format, unknown }: ChartText): ChartCell {
  return { text: value === null ? unknown : format(value), value };
}
