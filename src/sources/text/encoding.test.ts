import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Encoding } from '../format.ts';
import { fieldsOf, fileOf, stagedHere } from '../testing.ts';
import { guessEncoding } from './encoding.ts';
import { repaired, upperHalf } from './single-byte.ts';

const lines = (text: string): string =>
  `id,comment\n${Array.from({ length: 30 }, (_, id) => `${id},${text}`).join('\n')}\n`;

function encoded(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  const table = upperHalf(encoding as 'cp850');
  return Buffer.from(
    [...text].map((character) =>
      character < '\x80' ? character.charCodeAt(0) : 0x80 + table.indexOf(character),
    ),
  );
}

test.each<readonly [Encoding, string]>([
  ['utf-8', 'è così, però già – "ß" 😀'.replaceAll('"', "'").replace(',', '')],
  ['utf-16le', 'è così però già ß'],
  ['utf-16be', 'è così però già ß'],
  ['windows-1252', 'l’été déjà à Noël – ça coûte 5 €'],
  ['cp850', 'déçu après un été à Noël où ça coûte'],
  ['iso-8859-1', 'perché è così già'],
])('%s is recognised and read', async (encoding, text) => {
  const path = fileOf(encoded(lines(text), encoding));
  const staged = await stagedHere(path);
  const [first] = await fieldsOf(staged);
  expect(first).toEqual(['0', text]);
  expect(staged.notes.join(' ').toLowerCase()).toContain(
    encoding === 'iso-8859-1' ? 'windows-1252' : encoding,
  );
});

test('bytes of another code page inside words are noticed, and repaired where the mapping says so', async () => {
  const text = lines('très déçu, trouvé l\x82gumes à l\x90cole').replaceAll('déçu,', 'déçu');
  const path = fileOf(Buffer.from(text, 'latin1'));
  const guess = guessEncoding(path, readFileSync(path));
  expect(guess).toMatchObject({
    encoding: 'windows-1252',
    repair: { '0x82': 'é', '0x90': 'É' },
    repairCounts: { '0x82': 30 },
  });
  const staged = await stagedHere(path, { format: { encoding: 'windows-1252', repair: guess.repair } });
  expect((await fieldsOf(staged))[0]).toEqual(['0', 'très déçu trouvé légumes à lÉcole']);
});

test('a file of lines in UTF-8 and lines in Windows-1252 is read line by line, and it says so', async () => {
  const path = fileOf(
    Buffer.concat([Buffer.from(lines('più')), Buffer.from('30,caf\xe9\n'.repeat(40), 'latin1')]),
  );
  const staged = await stagedHere(path);
  const comments = new Set((await fieldsOf(staged)).map((row) => row[1]));
  expect([...comments]).toEqual(['più', 'café']);
  expect(staged.notes.join(' ')).toContain('two encodings');
});

test('a few lines that are no UTF-8 in a file that is are set aside, and the way to read them is offered', async () => {
  const path = fileOf(Buffer.concat([Buffer.from(lines('più')), Buffer.from('30,caf\xe9\n', 'latin1')]));
  const staged = await stagedHere(path);
  expect(staged.rejected.count).toBe(1);
  expect(staged.notes.join(' ')).toContain('utf-8+windows-1252');
});

test('a repair replaces what a byte stands for, and nothing else', () => {
  const table = repaired('windows-1252', { '0x82': 'é' });
  expect([table[2], table[0]]).toEqual(['é', '€']);
});
