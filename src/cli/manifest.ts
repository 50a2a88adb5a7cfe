/** What stands beside a report so that it can be made again and explained: versions, rules, family, hashes. */
import { createHash } from 'node:crypto';
import type { Config } from '../config/index.ts';
import { catalogue } from '../metrics/index.ts';
import type { MadeReport, ReportRequest } from '../reports/index.ts';

const hash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Changes when any definition changes, ours or the company's: its words, its rules or its formula. */
export const definitionsVersion = ({ metrics, dimensions }: Pick<Config, 'metrics' | 'dimensions'>): string =>
  hash(
    JSON.stringify([catalogue, metrics, dimensions], (_key, value: unknown) =>
      typeof value === 'function' ? String(value) : value,
    ),
  );

/**
 * No clock in it: the same data and the same request give the same manifest. It holds what the report said, so that it
 * can be printed again when the data has moved on.
 */
export function manifest(
  { figures, state, report }: MadeReport,
  request: ReportRequest,
  printed: readonly (readonly [string, Uint8Array])[],
): string {
  const { template, period, language, zone, where, rules, version, definitions, metrics } = request;
  const family = figures.flatMap(({ metric, stat, segment, from, to, comparisons }) =>
    comparisons
      .filter(({ difference }) => difference !== null)
      .map(({ base, p, verdict, among, method }) => ({
        metric,
        stat,
        segment,
        from,
        to,
        base: base.kind,
        p,
        verdict,
        among,
        method,
      })),
  );
  const content = {
    tidemark: version,
    definitions,
    data: {
      version: state.dataVersion,
      from: state.dataFrom,
      through: state.dataThrough,
      counts: state.counts,
    },
    request: { template, period, language, zone, where, rules, targets: metrics.targets ?? [] },
    files: Object.fromEntries(printed.map(([name, bytes]) => [name, hash(bytes)])),
    family,
    figures,
    report,
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}
