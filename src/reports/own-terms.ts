/** What the company has named itself, as the words of a report take it. */
import type { Words } from '../locales/index.ts';
import type { AnswerContext } from '../metrics/index.ts';

/** Every metric is told in the same words wherever it comes from. */
export const ownTerms = ({ metrics = [], dimensions = [] }: AnswerContext): Words['own'] => ({
  metrics: Object.fromEntries(metrics.map((metric) => [metric.name, metric])),
  dimensions: Object.fromEntries(dimensions.map(({ name, called }) => [name, called])),
});
