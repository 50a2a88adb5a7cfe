/** The answer in three sentences, for someone with ninety seconds. */
import type { Insight } from '../../insights/insight.ts';
import type { Figure } from '../../metrics/figure.ts';
import type { BlockKind, Context } from '../block.ts';
import { digitsOf, goodNews, valueText } from '../figure-text.ts';
import { insightWords } from '../insight-words.ts';
import { mainFigures } from '../main-figures.ts';
import { directionOf, figureName } from '../names.ts';

export const answer: BlockKind = {
  name: 'answer',
  questions: () => [],
  build: (_answers, context) => [
    {
      kind: 'paragraph',
      tone: 'lead',
      text: [arrived(context), changed(context), next(context)]
        .filter((sentence) => sentence !== null)
        .join(' '),
    },
  ],
};

const volumes = ['contacts_arrived', 'cases_opened', 'survey_response_rate', 'nps'] as const;

function arrived({ headline, words }: Context): string | null {
  const said = volumes.flatMap((metric) => {
    const figure = headline.find((each) => each.metric === metric && each.value !== null);
    if (figure === undefined) return [];
    const { forms } = words;
    if (metric === 'contacts_arrived')
      return [words.say('answer.contacts', { n: figure.value ?? 0, text: forms.count(figure.value ?? 0) })];
    if (metric === 'cases_opened')
      return [words.say('answer.cases', { n: figure.value ?? 0, text: forms.count(figure.value ?? 0) })];
    return [words.say('answer.surveys', { n: figure.n, text: forms.count(figure.n) })];
  });
  const parts = [...new Set(said)].slice(0, 2);
  return parts.length === 0 ? null : words.say('answer.arrived', { parts: words.forms.list(parts) });
}

const before = (figure: Figure) => figure.comparisons.find(({ base }) => base.kind === 'previous');

function changed({ headline, insights, words }: Context): string {
  const compared = mainFigures(headline).filter((figure) => (before(figure)?.among ?? null) !== null);
  if (compared.length === 0) return words.say('missing.no_earlier_period.sentence');
  const real = compared.filter((figure) => before(figure)?.among === 'signal');
  const all = compared.length;
  if (real.length === 0) return words.say('answer.nothing', { n: all });
  const mixed = real.filter(({ metric }) => insights.some((each) => isOtherMix(each, metric)));
  if (mixed.length === real.length) {
    const which = words.forms.list(mixed.map((figure) => figureName(figure, words)));
    return words.say('answer.onlyMix', { all, which });
  }
  const one = (figure: Figure): string => {
    const { difference = 0, base } = before(figure) ?? {};
    const digits = digitsOf(figure);
    return words.say((difference ?? 0) > 0 ? 'answer.rose' : 'answer.fell', {
      name: figureName(figure, words),
      from: base?.value == null ? '–' : valueText(base.value, figure.unit, words, digits),
      to: figure.value === null ? '–' : valueText(figure.value, figure.unit, words, digits),
    });
  };
  const worst = [...real].sort((a, b) => rank(a, words) - rank(b, words)).slice(0, 3);
  return words.say('answer.changed', { n: real.length, all, which: words.forms.list(worst.map(one)) });
}

/** It moved because other work came than before, not because anything was done differently. */
const isOtherMix = ({ advice, subject }: Insight, metric: string): boolean =>
  advice.name === 'insight.realChange.mix' && subject.metric === metric;

/** Bad news first, then good, then neither. */
function rank(figure: Figure, words: Context['words']): number {
  const good = goodNews(before(figure)?.difference ?? null, directionOf(figure.metric, words));
  return good === false ? 0 : good ? 1 : 2;
}

function next({ insights, words }: Context): string | null {
  const first = insights.find(({ good, kind }) => good !== true && kind !== 'data-problem');
  return first === undefined
    ? words.say('answer.noAdvice')
    : words.say('answer.first', { advice: insightWords(first, words).headline });
}
