/** Times with open cases: lists of them, with or without groups, or the calls of a file. */
import { countedValues } from '../../../src/chance/intervals/counted-values.ts';
import { criticalZ } from '../../../src/chance/intervals/critical.ts';
import { sampleQuantile } from '../../../src/chance/intervals/quantile-interval.ts';
import { kaplanMeier, survivalAt, type TimeToEvent } from '../../../src/chance/survival/kaplan-meier.ts';
import { logRank } from '../../../src/chance/survival/log-rank.ts';
import { nelsonAalen } from '../../../src/chance/survival/nelson-aalen.ts';
import { patience } from '../../../src/chance/survival/patience.ts';
import { restrictedMean } from '../../../src/chance/survival/restricted-mean.ts';
import {
  survivalLimit,
  survivalQuantile,
  survivalQuantileInterval,
} from '../../../src/chance/survival/survival-quantile.ts';
import { fitLogNormal, fitWeibull } from '../../../src/chance/survival/time-models.ts';
import { filteredRows } from '../call-file.ts';
import { pair } from '../pair.ts';

type Column = readonly (number | string)[];

interface Lists {
  readonly time: readonly number[];
  readonly event: readonly number[];
  readonly conf?: number;
}

interface Calls {
  readonly data: string;
  readonly filter: string;
}

export function answer(inputs: Lists | Calls, { sharedFolder }: { readonly sharedFolder: string }) {
  if ('data' in inputs) return callers(inputs, sharedFolder);
  const { time, event, conf: level = 0.95, ...others } = inputs;
  const cases = time.map((value, i) => ({ time: value, isEvent: event[i] === 1 }));
  const groups = Object.entries(others as Record<string, Column>).filter(([, column]) =>
    Array.isArray(column),
  );
  return {
    ...curve(cases, level),
    ...restrictedMeans(cases),
    ...models(cases),
    ...Object.assign({}, ...groups.map(([name, column]) => grouped(cases, name, column))),
  };
}

function curve(cases: readonly TimeToEvent[], level: number) {
  const steps = kaplanMeier(cases);
  const z = criticalZ(level);
  const closed = cases.filter(({ isEvent }) => isEvent).map(({ time }) => time);
  const onLog = pair(survivalQuantileInterval(steps, 0.5, { level, scale: 'log' }));
  return {
    times: steps.map(({ value }) => value),
    survival: steps.map(({ survival }) => survival),
    greenwood_se: steps.map(({ survival, greenwood }) => survival * Math.sqrt(greenwood)),
    lower_loglog: steps.map((step) => survivalLimit(step, -z, 'log_log')),
    upper_loglog: steps.map((step) => survivalLimit(step, z, 'log_log')),
    lower_log: steps.map((step) => survivalLimit(step, -z, 'log')),
    upper_log: steps.map((step) => survivalLimit(step, z, 'log')),
    median: median(cases),
    median_ci_loglog: pair(survivalQuantileInterval(steps, 0.5, { level })),
    ci_loglog: pair(survivalQuantileInterval(steps, 0.5, { level })),
    median_ci_log: onLog,
    ci_log: onLog,
    H: nelsonAalen(cases).map(({ hazard }) => hazard),
    naive_mean_closed_only: closed.reduce((sum, time) => sum + time, 0) / closed.length,
    naive_median_closed_only: sampleQuantile(countedValues(closed), { n: closed.length, q: 0.5 }),
  };
}

function median(cases: readonly TimeToEvent[]): number | null {
  const lastSeen = Math.max(...cases.map(({ time }) => time));
  return survivalQuantile(kaplanMeier(cases), 0.5, { lastSeen });
}

/** The horizon is in the answer's name only, so every whole one up to the longest time is given. */
function restrictedMeans(cases: readonly TimeToEvent[]) {
  const steps = kaplanMeier(cases);
  const longest = Math.floor(Math.max(...cases.map(({ time }) => time)));
  return Object.assign(
    {},
    ...Array.from({ length: Math.min(longest, 2000) }, (_, i) => {
      const { mean, error } = restrictedMean(steps, i + 1);
      return { [`rmst${i + 1}`]: mean, [`rmst${i + 1}_se`]: error };
    }),
  );
}

function models(cases: readonly TimeToEvent[]) {
  if (cases.some(({ time }) => time <= 0)) return {};
  const [weibull, logNormal] = [fitWeibull(cases), fitLogNormal(cases)];
  return {
    weibull_shape: weibull?.shape,
    weibull_scale: weibull?.scale,
    weibull_loglik: weibull?.logLikelihood,
    lognormal_mu: logNormal?.mu,
    lognormal_sigma: logNormal?.sigma,
    lognormal_loglik: logNormal?.logLikelihood,
  };
}

function grouped(cases: readonly TimeToEvent[], name: string, column: Column) {
  const names = [...new Set(column)].sort((a, b) => (a < b ? -1 : 1));
  const groups = names.map((each) => cases.filter((_, i) => column[i] === each));
  const { chi2, df, p } = logRank(groups);
  const medians = groups.map(median);
  return { [`median_by_${name}`]: medians, logrank_chi2: chi2, logrank_df: df, logrank_p: p };
}

function callers({ data, filter }: Calls, sharedFolder: string) {
  const rows = filteredRows(sharedFolder, data, filter);
  const waits = rows.map((row) => ({ seconds: Number(row.q_time), hasAbandoned: row.outcome === 'HANG' }));
  const found = patience(waits);
  const gaveUp = waits.filter(({ hasAbandoned }) => hasAbandoned);
  return {
    n: found.n,
    abandons: found.abandoned,
    S_patience: Object.fromEntries(
      Array.from({ length: 3600 }, (_, second) => [second, survivalAt(found.curve, second)]),
    ),
    median_patience: found.median,
    median_virtual_wait: found.medianOfferedWait,
    exp_mean_patience: found.meanIfConstantRisk,
    naive_mean_wait_of_abandons: gaveUp.reduce((sum, { seconds }) => sum + seconds, 0) / gaveUp.length,
  };
}
