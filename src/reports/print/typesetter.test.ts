import { expect, test } from 'vitest';
import { setDocument } from './typesetter.ts';

const source = '#set document(date: none)\n#let r = json("/report.json")\n#set text(font: "Inter")\n#r.words';

test('documents asked for together come back each as its own', async () => {
  const words = ['tide', 'wave', 'tide'];
  const [tide, wave, again] = await Promise.all(words.map((one) => setDocument(source, { words: one })));
  expect(again).toEqual(tide);
  expect(wave).not.toEqual(tide);
});

test('a wrong source is told, and the next document is set all the same', async () => {
  await expect(setDocument('#nonsense', {})).rejects.toThrow(/unknown variable: nonsense/);
  await expect(setDocument(source, { words: 'tide' })).resolves.toBeInstanceOf(Uint8Array);
});

test('threads are replaced without anyone noticing', async () => {
  const many = await Promise.all(Array.from({ length: 15 }, () => setDocument(source, { words: 'tide' })));
  expect(new Set(many.map((pdf) => pdf.length)).size).toBe(1);
});
