/** An insight in words: names of metrics, segments and numbers are put into its messages. */
import type { Insight, Message } from '../insights/insight.ts';
import type { Words } from '../locales/words.ts';
import type { Unit } from '../metrics/figure.ts';
import { differenceText, valueText } from './figure-text.ts';
import { dimensionName, segmentName, statisticName } from './names.ts';

export interface InsightWords {
  readonly headline: string;
  readonly because: readonly string[];
  readonly advice: string;
  readonly audience: string;
  readonly size: string;
}

export function insightWords(insight: Insight, words: Words): InsightWords {
  const tell = (message: Message): string =>
    words.sayKnown(message.name, 'missing.other', worded(message.facts, words));
  const { value, unit } = insight.size;
  return {
    headline: tell(insight.headline),
    because: insight.because.map(tell),
    advice: tell(insight.advice),
    audience: words.say(`audience.${insight.audience}`),
    size: words.say(`size.${unit}`, {
      n: Math.round(value),
      text: unit === 'seconds' ? words.forms.duration(value) : words.forms.count(Math.round(value)),
    }),
  };
}

type Facts = Message['facts'];

/** Facts are numbers and names of the code; here they become what a reader sees. */
function worded(facts: Facts, words: Words): Facts {
  const unit = (facts['unit'] ?? 'count') as Unit;
  const { forms } = words;
  const forming: Readonly<Record<string, (value: number) => string | number>> = {
    value: (value) => valueText(value, unit, words),
    before: (value) => valueText(value, unit, words),
    difference: (value) => differenceText(Math.abs(value), unit, words).replace('+', ''),
    part: (value) => forms.share(value, 0),
    share: (value) => forms.share(value),
    perCustomer: (value) => forms.count(value, 1),
    average: (value) => forms.count(value, 1),
    p: (value) => oneIn(value, words),
  };
  const entries = Object.entries(facts).map(([name, value]) => {
    if (typeof value === 'number') return [name, forming[name]?.(value) ?? value] as const;
    if (name === 'metric')
      return [name, statisticName(String(value), String(facts['stat'] ?? ''), words)] as const;
    if (name === 'dimension') return [name, dimensionName(String(value), words)] as const;
    if (name === 'segment' || name === 'category')
      return [name, segmentName(String(facts['dimension'] ?? 'category'), value, words)] as const;
    return [name, value] as const;
  });
  const texts = Object.entries(facts).flatMap(([name, value]) =>
    typeof value === 'number' && forming[name] === undefined
      ? [[`${name}Text`, forms.count(value)] as const]
      : [],
  );
  return Object.fromEntries([...entries, ...texts]);
}

/** A p-value as people say it: how rarely chance alone makes so big a gap. */
export function oneIn(p: number, words: Words): string {
  const rounded = [20, 50, 100, 200, 500, 1000].findLast((limit) => p < 1 / limit) ?? 20;
  return words.forms.count(rounded);
}
