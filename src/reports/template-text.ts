/** The text of a template's file, where it is one. */
import { readFileSync, statSync } from 'node:fs';
import { Problem } from '../model/index.ts';

/** More than this is no template. */
const mostBytes = 1_000_000;

/** @throws Problem `template_invalid` for a folder, an empty file and one that is not text */
export function templateText(path: string, file: string): string {
  const refused = (found: string): Problem =>
    new Problem('template_invalid', {
      place: file,
      found,
      expected: 'a template in YAML',
      todo: 'make one with "tidemark report new"',
    });
  const about = statSync(path);
  if (!about.isFile()) throw refused('a folder, not a file');
  if (about.size > mostBytes) throw refused(`a file of ${Math.round(about.size / 1_000_000)} MB`);
  const bytes = readFileSync(path);
  if (bytes.includes(0)) throw refused('a file that holds no text');
  const text = decoded(bytes);
  if (text === null) throw refused('a file that is not text in UTF-8');
  if (text.trim() === '') throw refused('an empty file');
  return text;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
