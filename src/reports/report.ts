/** A report as one value in one language: what is said and in which order. Printers only lay it out. */

/** A number with the text that every printer shows; text printers use `text`, sheets use `value`. */
export interface NumberCell {
  readonly kind: 'number';
  readonly text: string;
  readonly value: number | null;
  /** `share`, `seconds`, `count`, `points`, … as in figures; decides a sheet's number format. */
  readonly unit: string;
  /** The interval or the reason, in small print. */
  readonly small?: string;
  /** Opens the rows behind it: a key for `tidemark rows`. */
  readonly rows?: string;
}

export interface TextCell {
  readonly kind: 'text';
  readonly text: string;
  readonly small?: string;
}

/** One of the three verdict words, or a reason why there is none. Meaning never by colour alone. */
export interface VerdictCell {
  readonly kind: 'verdict';
  readonly verdict: 'signal' | 'no_change_bigger_than' | 'cannot_tell_yet' | null;
  /** For a signal: whether the change is good or bad for the reader; null where neither. */
  readonly good: boolean | null;
  readonly text: string;
  readonly small?: string;
}

export type Cell = NumberCell | TextCell | VerdictCell;

export interface Table {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly align: 'left' | 'right' }[];
  readonly rows: readonly (readonly Cell[])[];
  readonly notes: readonly string[];
}

/** A picture with the text and the table that say the same. */
export interface Picture {
  /** Self-contained SVG, sized by its viewBox, safe to embed. */
  readonly svg: string;
  readonly title: string;
  readonly summary: string;
  readonly table: Table;
}

/** What a reader is asked to decide, and what `tidemark actions take` writes down of it. */
export interface Decision {
  readonly what: string;
  readonly effect: string;
  readonly owner: string;
  readonly by: string;
  readonly action?: {
    readonly metric: string | null;
    readonly direction: 'up' | 'down' | null;
    readonly scope: string | null;
    readonly due: string | null;
    /** Names the advice, so that it is not asked again. */
    readonly origin: string;
  };
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly id?: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: 'lead' | 'plain' | 'small' }
  | { readonly kind: 'note'; readonly label: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'picture'; readonly picture: Picture }
  | {
      readonly kind: 'insight';
      readonly headline: string;
      readonly because: readonly string[];
      readonly advice: string;
      readonly audience: string;
      readonly size: string;
      readonly rows: string | null;
    }
  | { readonly kind: 'decisions'; readonly items: readonly Decision[] }
  | { readonly kind: 'quotes'; readonly items: readonly { readonly text: string; readonly from: string }[] }
  | {
      readonly kind: 'definitions';
      readonly items: readonly { readonly term: string; readonly text: string; readonly rules: string }[];
    };

export interface Section {
  /** `one` and `two` are the two pages; the rest is behind. */
  readonly page: 'one' | 'two' | 'behind';
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Report {
  readonly language: 'en' | 'it';
  readonly title: string;
  readonly company: string;
  /** SVG text of the logo, already checked to be harmless, or null. */
  readonly logo: string | null;
  readonly period: string;
  readonly dataThrough: string;
  readonly missingDays: string | null;
  readonly sources: readonly string[];
  readonly contact: string | null;
  readonly confidentiality: string | null;
  readonly sections: readonly Section[];
  /** Printed at the foot: versions and how to make it again. */
  readonly foot: string;
}
