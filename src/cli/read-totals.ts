/** Reads a small file of stated totals: CSV with a column each for metric, value and period, or the same as YAML. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Statistic } from '../metrics/index.ts';
import type { StatedTotal } from '../metrics/reconcile/index.ts';
import { checkedYaml, Problem, parsePeriod } from '../model/index.ts';
import { filters } from './question.ts';

const totals = z.array(
  z
    .object({ metric: z.string(), value: z.union([z.string(), z.number()]) })
    .catchall(z.union([z.string(), z.number()])),
);

type Line = Readonly<Record<string, string>>;

/** Columns that are no dimension. */
const known = ['metric', 'stat', 'value', 'period', 'date', 'month'];

/**
 * `metric,value` and, where it is not the whole, `period` (or `date`, `month`: 2025-05, 2025-05-01, 2025-Q1), `stat`, and any
 * dimension as a column of its own; an empty field is not filtered by.
 *
 * @throws Problem `totals_missing`, `totals_invalid`
 */
export function readTotals(path: string, usualPeriod: string): readonly StatedTotal[] {
  if (!existsSync(path)) throw missing(path);
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  const lines = /\.ya?ml$/i.test(path) ? fromYaml(text, path) : fromCsv(text, path);
  return lines.map((line) => totalOf(line, usualPeriod));
}

function fromYaml(text: string, file: string): readonly Line[] {
  const checked = checkedYaml(text, totals, { file, code: 'totals_invalid' });
  return checked.map((line) =>
    Object.fromEntries(Object.entries(line).map(([name, value]) => [name, String(value)])),
  );
}

function totalOf(line: Line, usualPeriod: string): StatedTotal {
  const { metric = '', stat = '', value = '', period, date, month } = line;
  const dimensions = Object.entries(line).filter(([name, text]) => !known.includes(name) && text !== '');
  return {
    metric,
    value,
    period: parsePeriod(period || date || month || usualPeriod),
    ...(stat === '' ? {} : { stat: stat as Statistic }),
    where: filters(dimensions.map(([name, text]) => `${name}=${text}`)),
  };
}

function fromCsv(text: string, file: string): readonly Line[] {
  const [header = '', ...rows] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const delimiter = [';', '\t', ','].find((each) => header.includes(each)) ?? ',';
  const names = fields(header, delimiter).map((name) => name.toLowerCase());
  if (!names.includes('metric') || !names.includes('value')) throw noColumns(file, names);
  return rows.map((row) => {
    const values = fields(row, delimiter);
    return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
  });
}

/** A quoted field may hold the delimiter; two quotes stand for one. */
function fields(row: string, delimiter: string): readonly string[] {
  const found: string[] = [];
  let [field, quoted] = ['', false];
  for (let at = 0; at < row.length; at++) {
    const sign = row[at] ?? '';
    if (sign === '"' && quoted && row[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (sign === delimiter && !quoted) {
      found.push(field.trim());
      field = '';
    } else field += sign;
  }
  return [...found, field.trim()];
}

const missing = (path: string): Problem =>
  new Problem('totals_missing', {
    found: `no file ${path}`,
    expected: 'a CSV or YAML file of totals',
    todo: 'check the path',
  });

const noColumns = (file: string, names: readonly string[]): Problem =>
  new Problem('totals_invalid', {
    place: `${file}:1`,
    found: `the columns ${names.join(', ')}`,
    expected: 'at least "metric" and "value"',
    todo: 'write for example: metric,period,value',
  });
