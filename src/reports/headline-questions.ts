/** What page one asks: its figures, what a helpdesk shows for them, and which stand in for others. */
import type { Figure } from '../metrics/figure.ts';
import { catalogue, typedBases } from '../metrics/index.ts';
import type { Question, Statistic } from '../metrics/question.ts';
import type { ReportRequest } from './request.ts';
import type { Template } from './template.ts';

interface HeadlineQuestions {
  readonly ours: readonly Question[];
  /** The same over finished cases only, for metrics where that is another number: what a helpdesk shows. */
  readonly helpdesk: readonly Question[];
}

export function headlineQuestions(request: ReportRequest): HeadlineQuestions {
  const { template, period, zone, where, rules } = request;
  const { metrics = catalogue } = request.metrics;
  const about = { period, zone, where, by: [] } as const;
  const stated = (request.metrics.benchmarks ?? []).length > 0 ? ['benchmark'] : [];
  const further = typedBases([...stated, ...template.compare]);
  const ours = template.figures.map(
    ({ metric, stats }): Question => ({
      ...about,
      asks: [{ metric, stats: stats as Statistic[] }],
      rules,
      compare: ['previous', 'last_year', 'target', ...further],
    }),
  );
  const counting = template.figures.filter(({ metric }) =>
    metrics.find(({ name }) => name === metric)?.rules.some(({ token }) => token === 'open_cases'),
  );
  const helpdesk = counting.map(
    ({ metric, stats }): Question => ({
      ...about,
      asks: [{ metric, stats: stats.slice(0, 1) as Statistic[] }],
      rules: { ...rules, open_cases: 'finished_only' },
      compare: [],
    }),
  );
  return { ours, helpdesk: rules['open_cases'] === undefined ? helpdesk : [] };
}

/** A figure that stands in for another goes where the other is known. */
export function withoutStandIns(
  figures: readonly Figure[],
  { figures: wanted }: Template,
): readonly Figure[] {
  const known = new Set(figures.filter(({ value }) => value !== null).map(({ metric }) => metric));
  const idle = wanted
    .filter(({ unless }) => unless !== undefined && known.has(unless))
    .map(({ metric }) => metric);
  return figures.filter(({ metric }) => !idle.includes(metric));
}
