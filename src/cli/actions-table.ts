/** Actions as a table for people and as JSON for scripts. */
import { wordsOf } from '../locales/index.ts';
import { changeSentence, type Outcome } from '../reports/index.ts';
import type { Action } from '../state/index.ts';
import { changeJson } from './change-json.ts';
import { laidOut } from './lay-out.ts';

export interface Told extends Omit<Outcome, 'action'> {
  readonly action: Action;
}

const words = wordsOf('en');

export function actionsText(told: readonly Told[]): string {
  if (told.length === 0)
    return 'Nothing is written down. Add with: tidemark actions add, or take N from a report.\n';
  const head = ['n', 'state', 'due', 'owner', 'what'];
  const rows = told.map(({ action, overdue }) => [
    String(action.id),
    overdue ? 'overdue' : action.settledOn === null ? action.state : `${action.state} ${action.settledOn}`,
    action.due ?? '',
    action.owner,
    action.what,
  ]);
  const effects = told.flatMap(({ action, effect, untold }) => {
    const sentence = effect === null ? reason(untold) : changeSentence(effect, words);
    return sentence === null ? [] : [`${action.id}  ${sentence}`];
  });
  return `${laidOut([head, ...rows], { right: [0] })}\n${effects.map((line) => `\n${line}\n`).join('')}`;
}

/** Why nothing can be said of one that is done. */
const reason = (untold: Told['untold']): string | null =>
  untold === null ? null : `Nothing can be said yet: ${words.say(`outcome.${untold}`)}.`;

export const actionsJson = (told: readonly Told[]): string =>
  `${JSON.stringify({ actions: told.map(asJson) }, null, 2)}\n`;

function asJson({ action, overdue, effect, untold }: Told): object {
  const { id, what, owner, decidedOn, due, metric, direction, size, scope, state, settledOn } = action;
  return {
    id,
    what,
    owner,
    decided_on: decidedOn,
    due,
    metric,
    direction,
    size,
    scope,
    state,
    settled_on: settledOn,
    overdue,
    effect: effect === null ? null : JSON.parse(changeJson(effect)),
    untold,
  };
}
