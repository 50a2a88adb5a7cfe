/** What became of what was decided before: done or not, late or in time, and whether it worked. */
import type { Words } from '../../locales/index.ts';
import { type ChangeEffect, expectationKept } from '../../metrics/index.ts';
import { daysBetween } from '../../model/index.ts';
import type { BlockKind, Context } from '../block.ts';
import { differenceText } from '../figure-text.ts';
import { metricName, segmentName } from '../names.ts';
import type { Outcome } from '../outcomes.ts';
import type { Cell, VerdictCell } from '../report.ts';

/** More do not fit on page one; "tidemark actions" lists them all. */
const most = 4;

export const lastTime: BlockKind = {
  name: 'last-time',
  questions: () => [],
  build(_answers, context) {
    const { seen, words } = context;
    const { outcomes } = seen;
    if (outcomes.length === 0) return [];
    const label = (name: string) => ({ label: name, align: 'left' as const });
    return [
      {
        kind: 'table',
        table: {
          caption: words.say('block.lastTime'),
          columns: [
            label(words.say('column.decision')),
            label(words.say('column.outcome')),
            label(words.say('column.worked')),
          ],
          rows: outcomes.slice(0, most).map((outcome) => row(outcome, context)),
          notes:
            outcomes.length > most ? [words.say('block.lastTime.more', { n: outcomes.length - most })] : [],
        },
      },
    ];
  },
};

function row(outcome: Outcome, { words, today }: Context): readonly Cell[] {
  const { action } = outcome;
  const { forms } = words;
  return [
    { kind: 'text', text: action.what, small: action.owner },
    {
      kind: 'text',
      text: stateOf(outcome, today, words),
      ...(action.due === null || action.state !== 'open'
        ? {}
        : { small: words.say('outcome.due', { day: forms.date(action.due) }) }),
    },
    effectCell(outcome, words),
  ];
}

function stateOf({ action, overdue }: Outcome, today: string, words: Words): string {
  const { state, settledOn, due } = action;
  if (overdue) return words.say('outcome.overdue', { n: daysBetween(due ?? today, today) });
  if (state === 'open' || settledOn === null) return words.say('outcome.open');
  return words.say(`outcome.${state}`, { day: words.forms.date(settledOn) });
}

/** Whether it worked is said only of what was done, and only as far as the data carries it. */
function effectCell({ effect, untold }: Outcome, words: Words): Cell {
  if (effect !== null) return judged(effect, words);
  if (untold === null) return { kind: 'text', text: '–' };
  const text = untold === 'too_early' ? words.say('verdict.cannot_tell_yet') : '–';
  return { kind: 'text', text, small: words.say(`outcome.${untold}`) };
}

function judged(effect: ChangeEffect, words: Words): VerdictCell {
  const { verdict, change } = effect;
  const { low, high } = verdict.interval;
  const kept = change.expected === null ? null : expectationKept(change.expected, effect);
  const facts = {
    name: subjectText(effect, words),
    difference: sizeText(verdict.difference, effect, words),
    low: sizeText(low, effect, words),
    high: sizeText(high, effect, words),
  };
  return {
    kind: 'verdict',
    verdict: verdict.verdict,
    good: verdict.verdict !== 'signal' || kept === null ? null : kept !== 'opposite',
    text:
      kept === null
        ? words.say(`verdict.${verdict.verdict}`)
        : words.say(`outcome.effect.${told(kept, verdict.verdict)}`),
    small: words.say('outcome.size', facts),
  };
}

/** The metric, and the part of the work that was touched. */
function subjectText({ metric, change }: ChangeEffect, words: Words): string {
  const [, dimension = '', values = ''] = /^([\w.]+)=([^;]+)$/.exec(change.scope ?? '') ?? [];
  const name = metricName(metric, words);
  if (dimension === '') return name;
  const parts = values.split(',').map((value) => segmentName(dimension, value.trim(), words));
  return `${name} (${parts.join(', ')})`;
}

function sizeText(value: number | null, { relative, unit }: ChangeEffect, words: Words): string {
  if (value === null) return words.say('compare.noEnd');
  if (!relative) return differenceText(value, unit, words);
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${words.forms.share(Math.abs(value))}`;
}

type Kept = ReturnType<typeof expectationKept>;

/** A signal that falls short did something; without a signal nothing that matters came of it. */
const told = (kept: Kept, verdict: VerdictCell['verdict']): Kept | 'nothing' =>
  kept === 'short' && verdict !== 'signal' ? 'nothing' : kept;
