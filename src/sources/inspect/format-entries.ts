/** The format line of a proposed mapping. */
import type { Staged } from '../staged.ts';
import type { Profile } from './profile.ts';

/** What was detected is written down, so that the next file is read the same way. */
export function formatEntries(staged: Staged, profile: Profile): (readonly [string, string])[] {
  const { text, detected } = staged;
  const type = detected?.type ?? 'csv';
  const numbers = [
    ...(profile.decimal === ',' ? [['decimal', '","'] as const] : []),
    ...(profile.thousands === '' ? [] : [['thousands', JSON.stringify(profile.thousands)] as const]),
  ];
  if (type !== 'csv') return [['type', type], ...numbers];
  return [
    ['type', 'csv'],
    ['encoding', detected?.encoding ?? 'utf-8'],
    ...(detected === undefined || Object.keys(detected.repair).length === 0
      ? []
      : [['repair', JSON.stringify(detected.repair).replaceAll('":', '": ')] as const]),
    ['delimiter', JSON.stringify(text.delimiter)],
    ...(text.quote === '' ? [['quote', 'none'] as const] : []),
    ...((detected?.skip ?? 0) > 0 ? [['skip', String(detected?.skip)] as const] : []),
    ...(detected?.header === false ? [['header', 'false'] as const] : []),
    ...numbers,
  ];
}
