/** Penalised segmentation by squared distances or by Poisson counts, and Bayesian online detection. */

import { mean } from '../../../src/chance/time/average.ts';
import { onlineChanges, poissonRuns } from '../../../src/chance/time/bayesian-change.ts';
import { poissonCost, segmentSeries, squaredCost } from '../../../src/chance/time/segmentation.ts';

interface Inputs {
  readonly y: readonly number[];
  readonly penalty?: number;
  readonly cost?: string;
  readonly min_segment?: number;
  readonly shape?: number;
  readonly rate?: number;
  readonly hazard?: number;
}

export function answer(inputs: Inputs) {
  return inputs.hazard === undefined ? segmented(inputs) : online(inputs);
}

function segmented({ y, penalty = 0, cost, min_segment = 1 }: Inputs) {
  const isCounts = cost === undefined ? y.every((v) => Number.isInteger(v) && v >= 0) : /poisson/i.test(cost);
  const segmentCost = isCounts ? poissonCost(y) : squaredCost(y);
  const { changes, objective } = segmentSeries(y.length, segmentCost, { penalty, minSegment: min_segment });
  const bounds = [0, ...changes, y.length];
  return {
    changepoints: changes,
    objective,
    segment_means: bounds.slice(1).map((end, i) => mean(y.slice(bounds[i], end))),
  };
}

function online({ y, shape = 1, rate = 1, hazard = 0.01 }: Inputs) {
  const { mapRunLength, recentChange, logEvidence } = onlineChanges(y, poissonRuns(shape, rate), { hazard });
  return { map_run_length: mapRunLength, p_run_le5: recentChange, log_evidence: logEvidence };
}
