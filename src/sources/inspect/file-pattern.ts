/** What the name of a file says: the pattern of names that a mapping is for, and whose records they may be. */
import { basename } from 'node:path';

/** @example filePattern('calls_2025-03.csv') // 'calls_*.csv' */
export function filePattern(name: string): string {
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const ending = dot > 0 ? name.slice(dot) : '';
  const pattern = stem.replace(/[\d_.-]*\d[\d_.-]*/g, '*');
  return pattern === '*' || pattern === stem
    ? `${stem}*${ending}`
    : `${pattern.replace(/\*+/g, '*')}${ending}`;
}

/** @example sourceOf('/tmp/Calls 2025-03.csv') // 'calls' */
export const sourceOf = (path: string): string => {
  const plain = basename(path)
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
  const words = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/(^|-)\d+(?=-|$)/g, '')
    .replace(/^-+|-+$/g, '');
  return /^[a-z0-9]/.test(words) ? words : 'import';
};
