/** An insight in words: names of metrics, segments and numbers are put into its messages. */
import type { Fact, ShapedFact } from '../insights/fact.ts';
import type { Insight, Message } from '../insights/insight.ts';
import type { Words } from '../locales/words.ts';
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
  const tell = (message: Message): string => messageText(message, words);
  return {
    headline: capitalised(tell(insight.headline)),
    because: insight.because.map(tell),
    advice: tell(insight.advice),
    audience: words.say(`audience.${insight.audience}`),
    size: sizeText(insight, words),
  };
}

const capitalised = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** @example messageText({ name: 'insight.place', facts: { dimension: 'channel', value: 'Phone' } }, words) */
export const messageText = ({ name, facts }: Message, words: Words): string =>
  words.sayKnown(name, 'missing.other', worded(facts, words));

function sizeText({ size: { value, unit }, money }: Insight, words: Words): string {
  const { forms } = words;
  const rounded = Math.round(value);
  const text = unit === 'seconds' || unit === 'work' ? hours(value, words) : forms.count(rounded);
  const size = words.say(`size.${unit}`, { n: rounded, text });
  if (money === undefined) return size;
  return words.say('size.priced', { size, money: forms.money(twoDigits(money.value), money.currency, 0) });
}

/** People's time is told in hours: a day of it is no day of twenty-four. */
const hours = (seconds: number, { forms, say }: Words): string =>
  say('unit.hours', { hours: forms.count(seconds / 3600, seconds < 36_000 ? 1 : 0) });

/** All that such an estimate can carry. */
function twoDigits(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value) || 1)) - 1);
  return Math.round(value / step) * step;
}

/** Facts are values and their form; here they become what a reader sees. A bare number gets a twin as text. */
function worded(facts: Message['facts'], words: Words): Readonly<Record<string, string | number | null>> {
  const entries = Object.entries(facts).map(([name, fact]) => [name, plain(fact, words)] as const);
  const twins = Object.entries(facts).flatMap(([name, fact]) =>
    typeof fact === 'number' ? [[`${name}Text`, words.forms.count(fact)] as const] : [],
  );
  return Object.fromEntries([...entries, ...twins]);
}

const plain = (fact: Fact, words: Words): string | number | null =>
  fact === null || typeof fact !== 'object' ? fact : shaped(fact, words);

function shaped(fact: ShapedFact, words: Words): string {
  const { forms } = words;
  switch (fact.as) {
    case 'count':
      return forms.count(fact.value);
    case 'share':
      return forms.share(fact.value, Number.isInteger(Math.round(fact.value * 1e4) / 100) ? 0 : 1);
    case 'seconds':
      return forms.duration(fact.value);
    case 'hours':
      return hours(fact.value, words);
    case 'oneIn':
      return oneIn(fact.value, words);
    case 'measured':
      return valueText(fact.value, fact.unit, words);
    case 'apart':
      return differenceText(fact.value, fact.unit, words).replace('+', '');
    case 'metric':
      return statisticName(fact.metric, fact.stat, words);
    case 'place':
      return placeText(fact.place, words);
    case 'value':
      return segmentName(fact.dimension, fact.value, words);
    case 'dimension':
      return dimensionName(fact.dimension, words);
    case 'day':
      return forms.date(fact.day);
    case 'money':
      return forms.money(fact.value, fact.currency);
    case 'told':
      return messageText(fact.message, words);
    case 'path':
      return fact.items.map((item) => String(plain(item, words))).join(' → ');
    case 'list':
      return forms.list(fact.items.map((item) => String(plain(item, words))));
  }
}

/** @example placeText({ category: 'Billing', channel: 'email' }, words) // 'category “Billing” and channel “E-mail”' */
function placeText(place: Readonly<Record<string, string | null>>, words: Words): string {
  const parts = Object.entries(place).map(([dimension, value]) =>
    words.say('insight.place', {
      dimension: dimensionName(dimension, words),
      value: segmentName(dimension, value, words),
    }),
  );
  return parts.length === 0 ? words.say('insight.whole') : words.forms.list(parts);
}

/** A p-value as people say it: how rarely chance alone makes so big a gap. */
export function oneIn(p: number, words: Words): string {
  const rounded = [20, 50, 100, 200, 500, 1000].findLast((limit) => p < 1 / limit) ?? 20;
  return words.forms.count(rounded);
}
