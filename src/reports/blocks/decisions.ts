/** What we ask the reader to decide: at most three, each with its effect and who is meant. What was decided is not asked again. */
import type { Insight } from '../../insights/insight.ts';
import type { Scope } from '../../insights/kind.ts';
import type { Words } from '../../locales/words.ts';
import { addDays, daysBetween } from '../../model/index.ts';
import type { BlockKind } from '../block.ts';
import { insightWords } from '../insight-words.ts';
import { directionOf } from '../names.ts';
import type { Decision } from '../report.ts';

const most = 3;

export const decisions: BlockKind = {
  name: 'decisions',
  questions: () => [],
  build(_answers, { insights, scope, words, seen }) {
    const decided = new Set(seen.outcomes.map(({ action }) => action.origin));
    const due = dueDay(scope);
    const items = insights
      .filter((insight) => insight.good !== true && !decided.has(originOf(insight)))
      .slice(0, most)
      .map((insight): Decision => {
        const { advice, size, audience } = insightWords(insight, words);
        return {
          what: advice,
          effect: size,
          owner: audience,
          by: due === null ? '' : words.forms.date(due),
          action: { ...aimOf(insight, words), scope: scopeOf(insight), due, origin: originOf(insight) },
        };
      });
    if (items.length === 0) return [{ kind: 'paragraph', text: words.say('block.decisions.none') }];
    return [
      { kind: 'heading', text: words.say('block.decisions') },
      { kind: 'decisions', items },
    ];
  },
};

/** The end of the next period, so that the report after it can say what became of it. */
const dueDay = ({ period }: Scope): string | null =>
  period === 'all' ? null : addDays(period.to, daysBetween(period.from, period.to) - 1);

/** Names the advice, whatever language it is told in and however large it is this time. */
const originOf = ({ kind, subject }: Insight): string =>
  JSON.stringify([kind, subject.metric, Object.entries(subject.segment).sort()]);

type Aim = Pick<NonNullable<Decision['action']>, 'metric' | 'direction'>;

/** What the advice is to change: its own metric where that has a good side, else fewer of the cases it is about. */
function aimOf({ subject: { metric, segment } }: Insight, words: Words): Aim {
  const better = metric === null ? 'neither' : directionOf(metric, words);
  if (metric !== null && better !== 'neither') return { metric, direction: better };
  return 'category' in segment
    ? { metric: 'cases_opened', direction: 'down' }
    : { metric: null, direction: null };
}

/** The first of the parts that it is about: an effect is held against the others of one dimension. */
const scopeOf = ({ subject: { segment } }: Insight): string | null =>
  Object.entries(segment).flatMap(([dimension, value]) =>
    value === null ? [] : [`${dimension}=${value}`],
  )[0] ?? null;
