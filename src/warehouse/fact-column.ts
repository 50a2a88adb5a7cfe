/** How the columns of a fact are written down: their type, and what they say. */
import type { Column, ColumnType } from '../model/index.ts';

const column =
  (type: ColumnType) =>
  (about: string): Column => ({ type, about });

export const text = column('text');
export const time = column('time');
export const seconds = column('seconds');
export const number = column('number');
export const integer = column('integer');
export const boolean = column('boolean');
