/** Answers every case whose area is known; what is not known or fails is left out and named. */
import { answer as agreement } from './areas/agreement.ts';
import { answer as anomaly } from './areas/anomaly.ts';
import { answer as bayes } from './areas/bayes.ts';
import { answer as changePoint } from './areas/change-point.ts';
import { answer as distributions } from './areas/distributions.ts';
import { answer as empiricalBayes } from './areas/empirical-bayes.ts';
import { answer as funnel } from './areas/funnel.ts';
import { answer as meanCi } from './areas/mean-ci.ts';
import { answer as multiplicity } from './areas/multiplicity.ts';
import { answer as nonResponse } from './areas/non-response.ts';
import { answer as nps } from './areas/nps.ts';
import { answer as poisson } from './areas/poisson.ts';
import { answer as power } from './areas/power.ts';
import { answer as proportionCi } from './areas/proportion-ci.ts';
import { answer as proportionDiff } from './areas/proportion-diff.ts';
import { answer as quantileCi } from './areas/quantile-ci.ts';
import { answer as spcAttribute } from './areas/spc-attribute.ts';
import { answer as spcEwma } from './areas/spc-ewma.ts';
import { answer as spcRare } from './areas/spc-rare.ts';
import { answer as spcRuns } from './areas/spc-runs.ts';
import { answer as spcXmr } from './areas/spc-xmr.ts';
import { answer as survival } from './areas/survival.ts';
import { answer as timeSeries } from './areas/time-series.ts';
import { answer as varianceComponents } from './areas/variance-components.ts';

export interface OracleCase {
  readonly id: string;
  readonly area: string;
  readonly inputs: unknown;
}

interface Surroundings {
  readonly id: string;
  readonly sharedFolder: string;
}

/** A case's inputs are written by hand in its area's form, which nothing checks but the answer. */
type Answer = (inputs: never, surroundings: Surroundings) => object;

const AREAS: Readonly<Record<string, Answer>> = {
  agreement,
  anomaly,
  bayes,
  'change-point': changePoint,
  distributions,
  'empirical-bayes': empiricalBayes,
  funnel,
  'mean-ci': meanCi,
  multiplicity,
  'non-response': nonResponse,
  nps,
  poisson,
  power,
  'proportion-ci': proportionCi,
  'proportion-diff': proportionDiff,
  'quantile-ci': quantileCi,
  'spc-attribute': spcAttribute,
  'spc-ewma': spcEwma,
  'spc-rare': spcRare,
  'spc-runs': spcRuns,
  'spc-xmr': spcXmr,
  survival,
  'time-series': timeSeries,
  'variance-components': varianceComponents,
};

export interface Answered {
  readonly answers: Readonly<Record<string, object>>;
  /** Why a case has no answer, by its id. */
  readonly unanswered: Readonly<Record<string, string>>;
}

/** `sharedFolder` is where paths like `data/calls/…` in a case begin. */
export function answerCases(cases: readonly OracleCase[], sharedFolder: string): Answered {
  const answers: Record<string, object> = {};
  const unanswered: Record<string, string> = {};
  for (const { id, area, inputs } of cases) {
    const answer = AREAS[area];
    if (answer === undefined) {
      unanswered[id] = `no area ${area}`;
      continue;
    }
    try {
      answers[id] = answer(inputs as never, { id, sharedFolder });
    } catch (error) {
      unanswered[id] = String(error);
    }
  }
  return { answers, unanswered };
}
