import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { asker, objectiveNamed, templateName } from './ask-template.ts';

/** A terminal at which somebody types these lines. */
function typed(...lines: readonly string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = Object.assign(new PassThrough(), { isTTY: true });
  const ask = asker({ input, output, signal: new AbortController().signal });
  let said = '';
  const left = [...lines];
  output.on('data', (chunk) => {
    said += String(chunk);
    const next = / \[[^\]]+\]: $/.test(said) ? left.shift() : undefined;
    if (next !== undefined) {
      said += '\n';
      setImmediate(() => input.write(`${next}\n`));
    }
  });
  return { ask, said: () => said };
}

test('nobody is asked where nobody sits', () => {
  const { signal } = new AbortController();
  expect(asker({ input: new PassThrough(), output: new PassThrough(), signal })).toBeNull();
});

test('an answer that cannot be used is told why, and asked for again', async () => {
  const { ask, said } = typed('nine', '4');
  expect(await ask?.objective()).toBe('meet_agreement');
  expect(said()).toContain('"nine" as an objective');
  ask?.close();
});

test('no answer takes what stands in brackets', async () => {
  const { ask } = typed('', '', '');
  expect(await ask?.objective()).toBe('whole_picture');
  expect(await ask?.part()).toEqual([]);
  expect(await ask?.name('cut-cost')).toBe('cut-cost');
  ask?.close();
});

test('a part of the work is one pair or several, and values may hold spaces', async () => {
  const { ask } = typed('team=Gear Lab channel=email');
  expect(await ask?.part()).toEqual(['team=Gear Lab', 'channel=email']);
  ask?.close();
});

test('who leaves is not asked again', async () => {
  const { ask } = typed();
  const answer = ask?.objective();
  ask?.close();
  await expect(answer).rejects.toThrow('nothing was written');
});

test('an objective is known by its number, its name and its template', () => {
  expect(['3', 'cut_cost', 'Cut-Cost'].map(objectiveNamed)).toEqual(['cut_cost', 'cut_cost', 'cut_cost']);
});

test.each(['../up', '', 'a/b', '.hidden', 'x'.repeat(61)])('%s is no name', (name) => {
  expect(() => templateName(name)).toThrow(/as a name/);
});
