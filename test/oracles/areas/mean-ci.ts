/** One sample, two samples or several; for two the case's name says whether means or ranks are asked. */
import { hodgesLehmann, kruskalWallis, mannWhitney } from '../../../src/chance/differences/rank-tests.ts';
import { welch } from '../../../src/chance/differences/welch.ts';
import { coxInterval, coxMean } from '../../../src/chance/intervals/cox-interval.ts';
import { geometricMeanInterval } from '../../../src/chance/intervals/geometric-mean-interval.ts';
import { meanInterval, moments } from '../../../src/chance/intervals/mean-interval.ts';
import { sumsOf } from '../../../src/chance/intervals/sums-of.ts';
import { trimmedMean } from '../../../src/chance/intervals/trimmed-mean.ts';
import { pair } from '../pair.ts';

type Numbers = readonly number[];

interface Inputs {
  readonly x?: Numbers;
  readonly y?: Numbers;
  readonly groups?: readonly Numbers[];
  readonly conf?: number;
  readonly trim?: number;
}

export function answer(inputs: Inputs, { id }: { readonly id: string }) {
  const { x = [], y, groups, conf: level = 0.95, trim = 0.1 } = inputs;
  if (groups) {
    const { h, df, p } = kruskalWallis(groups);
    return { H: h, df, p };
  }
  if (!y) return { ...oneSample(x, level), ...trimmed(x, level, trim) };
  return /rank|mann|wilcox/i.test(id) ? ranks(x, y) : means(x, y, level);
}

function oneSample(x: Numbers, level: number) {
  const sums = sumsOf(x);
  const logs = sumsOf(x.map(Math.log));
  return {
    mean: moments(sums).mean,
    sd: Math.sqrt(moments(sums).variance),
    ci: pair(meanInterval(sums, { level })),
    cox_mean: coxMean(logs),
    cox_z: pair(coxInterval(logs, { level, reach: 'z' })),
    cox_t: pair(coxInterval(logs, { level })),
    geometric_mean: Math.exp(moments(logs).mean),
    geometric_ci: pair(geometricMeanInterval(logs, { level })),
  };
}

function trimmed(x: Numbers, level: number, trim: number) {
  const { value, interval } = trimmedMean(x, { trim, level });
  return { trimmed_mean: value, trimmed_ci: pair(interval) };
}

function means(x: Numbers, y: Numbers, level: number) {
  const { difference, t, df, p, interval } = welch(sumsOf(x), sumsOf(y), { level });
  return { diff: difference, t, df, p, ci: pair(interval) };
}

function ranks(x: Numbers, y: Numbers) {
  const { w, p } = mannWhitney(x, y);
  return { W: w, p, hodges_lehmann: hodgesLehmann(x, y) };
}
