/** What the report was to answer: each question with the figures that answer it and their verdicts. */
import type { Figure } from '../../metrics/figure.ts';
import type { BlockKind, Context } from '../block.ts';
import { differenceText, digitsOf, reasonText, valueText } from '../figure-text.ts';
import { figureName } from '../names.ts';

export const questions: BlockKind = {
  name: 'questions',
  questions: () => [],
  build(_answers, context) {
    const items = context.asked.flatMap(({ ask, metrics }) => {
      const told = metrics.flatMap((metric) => answered(metric, context));
      return told.length === 0 ? [] : [{ term: ask, text: told.join(' '), rules: '' }];
    });
    return items.length === 0 ? [] : [{ kind: 'definitions', items }];
  },
};

function answered(metric: string, { headline, words }: Context): readonly string[] {
  const figure = headline.find((each) => each.metric === metric);
  if (figure === undefined) return [];
  const name = figureName(figure, words);
  if (figure.value === null)
    return [words.say('block.undecided.missing', { name, reason: reasonText(figure.missing, words) })];
  const value = valueText(figure.value, figure.unit, words, digitsOf(figure));
  const verdict = verdictOf(figure, words);
  return [words.say(verdict === null ? 'question.plain' : 'question.compared', { name, value, ...verdict })];
}

function verdictOf(figure: Figure, words: Context['words']): Readonly<Record<string, string>> | null {
  const compared = figure.comparisons.find(({ base }) => base.kind === 'previous');
  if (compared === undefined || compared.difference === null || compared.among === null) return null;
  return {
    difference: differenceText(compared.difference, figure.unit, words, digitsOf(figure)),
    verdict: words.say(`verdict.${compared.among}`).toLowerCase(),
  };
}
