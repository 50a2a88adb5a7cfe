/** What a metric is at present, as a question of sample size needs it. */
import { type Evidence, npsDeviation, type Sized } from '../chance/index.ts';
import type { Config } from '../config/index.ts';
import { evidenceOf, type Question } from '../metrics/index.ts';
import { daysBetween, Problem } from '../model/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import { answerContext } from './question.ts';

export interface PresentValue {
  readonly metric: string;
  readonly known: Sized;
  /** Cases a week, at present. */
  readonly weekly: number;
}

/** @throws Problem `power_kind` where a sample size says nothing about the metric's number */
export async function presentValue(
  warehouse: Warehouse,
  question: Question,
  config: Config,
): Promise<PresentValue> {
  const { figure, evidence } = await evidenceOf(warehouse, question, answerContext(config));
  const known = evidence === null ? null : sizedBy(evidence);
  if (known === null) throw noSize(figure.metric, figure.stat);
  const { from, to, n, metric } = figure;
  const days = from === null || to === null ? 0 : daysBetween(from.slice(0, 10), to.slice(0, 10));
  return { metric, known, weekly: days === 0 ? 0 : (7 * n) / days };
}

function sizedBy(evidence: Evidence): Sized | null {
  if (evidence.kind === 'proportion') return { kind: 'share', from: evidence.successes / evidence.n };
  if (evidence.kind === 'mean' && evidence.n > 1) {
    const { n, sum, sumOfSquares } = evidence;
    const deviation = Math.sqrt(Math.max(0, (sumOfSquares - sum ** 2 / n) / (n - 1)));
    return { kind: 'mean', from: sum / n, deviation };
  }
  if (evidence.kind === 'nps') {
    const { promoters, passives, detractors } = evidence;
    const n = promoters + passives + detractors;
    const deviation = npsDeviation(promoters / n, detractors / n);
    return { kind: 'nps', from: (100 * (promoters - detractors)) / n, deviation };
  }
  return null;
}

const noSize = (metric: string, stat: string): Problem =>
  new Problem('power_kind', {
    found: `the ${stat} of ${metric}`,
    expected: 'a share, a mean or a promoter score with at least two answers',
    todo: 'add --stat mean where it is a time, or name the numbers with --kind, --from and --sd',
  });
