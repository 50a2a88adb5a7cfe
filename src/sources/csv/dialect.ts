/** How a delimited text is written, once everything is known. */

export interface Dialect {
  readonly delimiter: string;
  /** null: quotation marks are ordinary characters. */
  readonly quote: string | null;
  readonly header: boolean;
  readonly skip: number;
}

export const newline = 10;
export const carriageReturn = 13;
