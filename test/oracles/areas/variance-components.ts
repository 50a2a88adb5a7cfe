/** Crossed random effects by REML, and the reliability of means. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CrossedModel, crossedModel } from '../../../src/chance/people/crossed-model.ts';
import type { Cell } from '../../../src/chance/people/crossed-sums.ts';
import { contactsFor, reliability } from '../../../src/chance/people/reliability.ts';

type Column = readonly (string | number)[];

export function answer(inputs: Record<string, unknown>, { sharedFolder }: { readonly sharedFolder: string }) {
  if ('icc' in inputs) return reliabilities(inputs as { icc: number; n: readonly number[] });
  if ('data' in inputs) return fromCalls(inputs as { data: string; formula: string }, sharedFolder);
  const { y, ...groups } = inputs as { y: readonly number[] } & Record<string, Column>;
  return fromColumns(y, groups);
}

function reliabilities({ icc, n }: { readonly icc: number; readonly n: readonly number[] }) {
  return {
    reliability: n.map((contacts) => reliability(icc, contacts)),
    n_for: [0.7, 0.8, 0.9].map((wanted) => contactsFor(icc, wanted)),
  };
}

function fromColumns(y: readonly number[], groups: Record<string, Column>) {
  const names = Object.keys(groups).filter((name) => groups[name]?.length === y.length);
  const cells = y.map((value, i) =>
    cellOf(
      names.map((name) => String(groups[name]?.[i])),
      value,
    ),
  );
  const model = crossedModel(names, cells);
  const deviations = model.factors.map(({ name, variance }) => [`sd_${name}`, Math.sqrt(variance)]);
  return {
    ...Object.fromEntries(deviations),
    sd_resid: Math.sqrt(model.residual.variance),
    mean: model.mean,
    intercept: model.mean,
    n: model.n,
    icc: model.factors[0]?.share,
    icc_anova: crossedModel(names, cells, { remlUpTo: 0 }).factors[0]?.share,
    ...listed(model, names),
  };
}

/** The columns of the bank's call log that a formula may name. */
const COLUMNS: Record<string, number> = { type: 4, date: 5, outcome: 12, ser_time: 15, server: 16 };

/** `formula` reads like log(ser_time) ~ 1 + (1|server) + (1|type) + (1|date). */
function fromCalls(
  { data, formula }: { readonly data: string; readonly formula: string },
  sharedFolder: string,
) {
  const path = data.split(' ')[0] ?? data;
  const lines = readFileSync(join(sharedFolder, path), 'utf8').split(/\r?\n/).slice(1);
  const rows = lines.map((line) => line.split('\t').map((field) => field.trim()));
  const get = (row: readonly string[], name: string) => row[COLUMNS[name] ?? -1] ?? '';
  const answered = rows.filter(
    (row) =>
      get(row, 'outcome') === 'AGENT' &&
      Number(get(row, 'ser_time')) > 0 &&
      get(row, 'server') !== 'NO_SERVER',
  );
  const names = [...formula.matchAll(/\(1\|(\w+)\)/g)].map((match) => match[1] ?? '').sort();
  const isLog = formula.startsWith('log');
  const cells = answered.map((row) => {
    const value = Number(get(row, 'ser_time'));
    return cellOf(
      names.map((name) => get(row, name)),
      isLog ? Math.log(value) : value,
    );
  });
  const model = crossedModel(names, cells);
  return { n: model.n, ...listed(model, names) };
}

function listed(model: CrossedModel, names: readonly string[]) {
  const order = [...names, 'Residual'];
  return {
    groups: order,
    variance: [...model.factors.map(({ variance }) => variance), model.residual.variance],
    share: [...model.factors.map(({ share }) => share), model.residual.share],
    share_order: order,
  };
}

function cellOf(levels: readonly string[], value: number): Cell {
  return { levels, n: 1, sum: value, sumOfSquares: value * value };
}
