/** `tidemark changes`: what the business changed on purpose, and whether each did what it was made for. */
import type { Command } from 'commander';
import { type Words, wordsOf } from '../../locales/index.ts';
import { type ChangeEffect, didItWork, type RecordedChange, recordedChanges } from '../../metrics/index.ts';
import { Problem } from '../../model/index.ts';
import { changeSentence } from '../../reports/index.ts';
import { changeJson } from '../change-json.ts';
import { type Project, withProject } from '../project.ts';
import { answerContext, questionOf } from '../question.ts';
import type { Terminal } from '../terminal.ts';

interface ChangesOptions {
  readonly json?: boolean;
}

/** What became of one: its effect, or why nothing can be said. */
type Told = { readonly change: RecordedChange } & (
  | { readonly effect: ChangeEffect }
  | { readonly effect: null; readonly reason: string }
);

export function changes(program: Command, io: Terminal): void {
  program.command('changes').action(async (options: ChangesOptions, command: Command) => {
    const told = await withProject(command, all);
    io.result(options.json === true ? json(told) : sentences(told));
  });
}

async function all(project: Project): Promise<readonly Told[]> {
  const words = wordsOf('en');
  const found = await recordedChanges(project.warehouse, project.config.zone);
  const told: Told[] = [];
  for (const change of found) told.push(await effectOf(project, change, words));
  return told;
}

async function effectOf({ config, warehouse }: Project, change: RecordedChange, words: Words): Promise<Told> {
  const { id, what, on, expected } = change;
  const named = words.say('change.title', { what, day: words.forms.date(on) });
  if (expected === null)
    return { change, effect: null, reason: words.say('change.unexpected', { change: named, id }) };
  const asked = { stat: [], by: [], where: [], rule: [] };
  const question = questionOf([expected.metric], asked, { period: 'all', zone: config.zone });
  try {
    return { change, effect: await didItWork(warehouse, question, { id }, answerContext(config)) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return {
      change,
      effect: null,
      reason: words.say('change.young', { change: named, found: error.facts.found }),
    };
  }
}

function sentences(told: readonly Told[]): string {
  const words = wordsOf('en');
  if (told.length === 0) return `${words.say('change.none')}\n`;
  const lines = told.map((each) => {
    const sentence = each.effect === null ? each.reason : changeSentence(each.effect, words);
    return `${each.change.id}  ${sentence}`;
  });
  return `${lines.join('\n\n')}\n`;
}

const json = (told: readonly Told[]): string =>
  `${JSON.stringify(
    {
      changes: told.map((each) =>
        each.effect === null
          ? { change: each.change, effect: null, reason: each.reason }
          : { change: each.change, effect: JSON.parse(changeJson(each.effect)) },
      ),
    },
    null,
    2,
  )}\n`;
