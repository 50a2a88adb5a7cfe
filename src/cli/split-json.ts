/** A change split by segments as the JSON that scripts rely on; `schema/compare.json` describes it. */
import type { ExplainedChange, ExplainedPart } from '../metrics/index.ts';

export function splitJson({ figure, comparison, difference, rate, mix, parts }: ExplainedChange): string {
  const { metric, stat, unit, from, to, value, n } = figure;
  const { kind, from: start, to: end, value: before, n: size } = comparison.base;
  const told = {
    metric,
    stat,
    unit,
    current: { from, to, value, n },
    base: { kind, from: start, to: end, value: before, n: size },
    difference,
    verdict: comparison.verdict,
    rate: effectJson(rate),
    mix: effectJson(mix),
    parts: parts.map(partJson),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function effectJson(effect: ExplainedChange['rate']) {
  if (effect === null) return null;
  const { difference, interval, verdict, p, smallest, method } = effect;
  return { difference, interval, verdict, p, smallest, method };
}

const partJson = ({ segment, now, before, rateVerdict, mixVerdict, ...part }: ExplainedPart) => ({
  segment,
  now,
  before,
  share_now: part.shareNow,
  share_before: part.shareBefore,
  rate: part.rate,
  rate_verdict: rateVerdict?.verdict ?? null,
  rate_interval: rateVerdict?.interval ?? null,
  mix: part.mix,
  mix_verdict: mixVerdict?.verdict ?? null,
  mix_interval: mixVerdict?.interval ?? null,
});
