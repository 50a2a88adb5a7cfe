/** Arrived, resolved, still open and the oldest case, in one line. */
import { about } from '../../insights/kind.ts';
import type { Figure } from '../../metrics/figure.ts';
import type { BlockKind, Context } from '../block.ts';
import { differenceText } from '../figure-text.ts';

const counts = ['contacts_arrived', 'cases_opened', 'cases_resolved', 'backlog'] as const;

export const flow: BlockKind = {
  name: 'flow',
  questions: (scope) => [
    about(
      scope,
      counts.filter((metric) => scope.metrics.includes(metric)),
      { compare: ['previous'] },
    ),
  ],
  build([figures = []], context) {
    const parts = counts.flatMap((metric) => {
      const figure = figures.find((each) => each.metric === metric && each.value !== null);
      return figure === undefined ? [] : [said(metric, figure, context)];
    });
    const { oldest, words } = context;
    const last =
      oldest === null
        ? []
        : [words.say('flow.oldest', { id: oldest.id, date: words.forms.date(oldest.opened) })];
    return parts.length === 0 ? [] : [{ kind: 'paragraph', text: [...parts, ...last].join(' · ') }];
  },
};

function said(metric: (typeof counts)[number], figure: Figure, { words }: Context): string {
  const text = words.say(`flow.${metric}`, {
    n: figure.value ?? 0,
    text: words.forms.count(figure.value ?? 0),
  });
  const compared = figure.comparisons.find(({ base }) => base.kind === 'previous');
  if (metric === 'backlog' || compared?.difference == null || compared.among === null) return text;
  const difference = differenceText(compared.difference, 'count', words);
  return words.say('flow.compared', {
    text,
    difference,
    verdict: words.say(`verdict.${compared.among}`).toLowerCase(),
  });
}
