/** What metrics, statistics, dimensions and their values are called in the reader's language. */
import type { Words } from '../locales/words.ts';
import type { Figure } from '../metrics/figure.ts';
import { catalogue, type MetricDefinition, type RuleToken, ruleOf, ruleTokens } from '../metrics/index.ts';

const byName = new Map(catalogue.map((metric) => [metric.name, metric]));

type Known = Pick<MetricDefinition, 'words' | 'better' | 'stats'> | Words['own']['metrics'][string];

/** A metric of ours, or one that the company wrote. */
export const definitionOf = (metric: string, { own }: Pick<Words, 'own'>): Known | undefined =>
  byName.get(metric) ?? own.metrics[metric];

export const directionOf = (metric: string, words: Words): 'up' | 'down' | 'neither' =>
  definitionOf(metric, words)?.better ?? 'neither';

export const metricName = (metric: string, words: Words): string =>
  definitionOf(metric, words)?.words[words.language].name ?? metric;

/** @example statisticName('first_response_time', 'p90', words) // 'First response time, 9 of 10 within' */
export function statisticName(metric: string, stat: string, words: Words): string {
  const plain =
    ['share', 'count', 'sum', ''].includes(stat) || definitionOf(metric, words)?.stats.length === 1;
  if (plain) return metricName(metric, words);
  return words.say('name.statistic', {
    metric: metricName(metric, words),
    stat: words.sayKnown(`stat.${stat}`, 'stat.other'),
  });
}

export const figureName = ({ metric, stat }: Pick<Figure, 'metric' | 'stat'>, words: Words): string =>
  statisticName(metric, stat, words);

export const dimensionName = (dimension: string, words: Words): string =>
  dimension.startsWith('attributes.')
    ? dimension.slice('attributes.'.length)
    : (words.own.dimensions[dimension]?.[words.language] ??
      words.sayKnown(`dimension.${dimension}`, 'dimension.other'));

/** Words of closed lists are translated; what the company called itself stays, but for the marks of a database. */
export function segmentName(dimension: string, value: unknown, words: Words): string {
  if (value === null || value === undefined) return words.say('segment.unknown');
  const text = String(value);
  const closed = ['channel', 'priority', 'status', 'outcome'].includes(dimension);
  return closed
    ? words.sayKnown(`segment.${dimension}.${text}`, 'segment.other', { value: text })
    : readable(text, aboutWhat.has(dimension));
}

/** Their values name a thing, never a person or a code. */
const aboutWhat: ReadonlySet<string> = new Set(['category', 'subcategory', 'product', 'department']);

/** @example readable('order_status', true) // 'Order status', as beside it 'refund' is 'Refund' */
const readable = (text: string, isThing: boolean): string =>
  /^[a-z0-9]+(_[a-z0-9]+)+$/.test(text) || (isThing && /^[a-z]{3,}$/.test(text))
    ? `${text[0]?.toUpperCase()}${text.slice(1).replaceAll('_', ' ')}`
    : text;

/** A figure's segment, as one text; empty for the total. */
export const segmentText = ({ segment }: Pick<Figure, 'segment'>, words: Words): string =>
  Object.entries(segment)
    .map(([dimension, value]) => segmentName(dimension, value, words))
    .join(', ');

/** A rule and its value as a sentence part: `abandoned out of: all contacts offered`. */
export function ruleText(token: string, value: string, { language }: Words): string {
  const rule = ruleTokens.includes(token as RuleToken) ? ruleOf(token as RuleToken) : undefined;
  if (rule === undefined) return `${token}: ${value}`;
  return `${rule.words[language]}: ${rule.values?.[value]?.[language] ?? value}`;
}
