/** Rows of a tab-separated file beside the oracle file, narrowed by a filter in the oracle file's words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Row = Readonly<Record<string, string>>;
type Test = (row: Row) => boolean;

/**
 * `data` is a path below the shared folder, with or without a remark in brackets; `filter` joins with "and" tests like
 * `q_time>0`, `outcome in (AGENT,HANG)` and `type = PS`.
 */
export function filteredRows(sharedFolder: string, data: string, filter = ''): Row[] {
  const path = data.replace(/\s*\(.*$/, '');
  const [header = '', ...lines] = readFileSync(join(sharedFolder, path), 'utf8').split('\n');
  const names = header.trim().split('\t');
  const tests = filter
    .split(/\s+and\s+/i)
    .filter(Boolean)
    .map(testOf);
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.trimEnd().split('\t');
      return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
    })
    .filter((row) => tests.every((test) => test(row)));
}

function testOf(text: string): Test {
  const list = /^\s*(\w+)\s+(not\s+)?in\s*\(([^)]*)\)\s*$/i.exec(text);
  if (list) {
    const values = (list[3] ?? '').split(',').map((value) => value.trim().replace(/^['"]|['"]$/g, ''));
    return (row) => values.includes(row[list[1] ?? ''] ?? '') === (list[2] === undefined);
  }
  const [, name = '', sign = '', value = ''] = /^\s*(\w+)\s*(>=|<=|!=|==|=|>|<)\s*(\S+)\s*$/.exec(text) ?? [];
  const compare = SIGNS[sign];
  if (!compare) throw new Error(`The filter "${text}" is not understood.`);
  const wanted = value.replace(/^['"]|['"]$/g, '');
  return (row) => compare(row[name] ?? '', wanted);
}

const SIGNS: Readonly<Record<string, (a: string, b: string) => boolean>> = {
  '>': (a, b) => Number(a) > Number(b),
  '<': (a, b) => Number(a) < Number(b),
  '>=': (a, b) => Number(a) >= Number(b),
  '<=': (a, b) => Number(a) <= Number(b),
  '=': (a, b) => a === b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};
