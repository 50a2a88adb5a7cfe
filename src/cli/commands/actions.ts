/** `tidemark actions`: what was decided, who does it by when, and what became of it. */
import type { DatabaseSync } from 'node:sqlite';
import { type Command, Option } from 'commander';
import { type Config, readConfig } from '../../config/index.ts';
import { isDate, localDate, Problem } from '../../model/index.ts';
import { outcomes } from '../../reports/index.ts';
import { type Action, actionsOf, addAction, openState, settleAction } from '../../state/index.ts';
import { actionsJson, actionsText, type Told } from '../actions-table.ts';
import { askedDecision } from '../asked-decision.ts';
import { type ActionOptions, newAction } from '../new-action.ts';
import { mayHoldRecords } from '../open-warehouse.ts';
import { projectFolder, withProject } from '../project.ts';
import { answerContext } from '../question.ts';
import { rememberedActions, stateFolder } from '../remembered-actions.ts';
import type { Terminal } from '../terminal.ts';

interface Settling {
  readonly on?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ tidemark actions take 1                      the first thing that the newest report asks to decide
  $ tidemark actions add "Call back at lunch" --owner "Head of service" --due 2025-12-01 \\
      --metric abandonment_rate --direction down --scope channel=phone
  $ tidemark actions done 1 --on 2025-11-20

The next report says what became of each; "did it work" needs --metric, and four whole weeks on each side.`;

export function actions(program: Command, io: Terminal): void {
  const group = program.command('actions').addHelpText('after', examples);
  listing(group, io);
  adding(group, io);
  taking(group, io);
  for (const state of ['done', 'dropped', 'open'] as const) settling(group, io, state);
}

function listing(group: Command, io: Terminal): void {
  group
    .command('list', { isDefault: true })
    .description('all of them, and whether what is done has worked')
    .action(async (options: { json?: boolean }, command: Command) => {
      const config = readConfig(projectFolder(command));
      const told = await toldOf(config, command);
      io.result(options.json === true ? actionsJson(told) : actionsText(told));
    });
}

/** Effects are looked at where there is data to look at. */
async function toldOf(config: Config, command: Command): Promise<readonly Told[]> {
  const all = rememberedActions(config);
  const today = todayIn(config);
  if (all.length === 0 || !mayHoldRecords(config))
    return all.map((action) => ({ action, overdue: isLate(action, today), effect: null, untold: null }));
  const { zone } = config;
  const known = await withProject(command, ({ warehouse }) =>
    outcomes(warehouse, { actions: all, today, zone, metrics: answerContext(config) }),
  );
  return all.flatMap((action) => {
    const found = known.find((each) => each.action === action);
    return found === undefined ? [] : [{ ...found, action }];
  });
}

const isLate = ({ state, due }: Action, today: string): boolean =>
  state === 'open' && due !== null && due < today;

const todayIn = ({ zone }: Config): string => localDate(new Date().toISOString(), zone);

function adding(group: Command, io: Terminal): void {
  group
    .command('add')
    .description('write down what was decided')
    .argument('<what>', 'in one line')
    .requiredOption('--owner <owner>', 'who sees to it')
    .option('--decided <date>', 'when it was decided (default: today)')
    .option('--due <date>', 'by when')
    .option('--metric <metric>', 'what it is to change, e.g. csat')
    .addOption(new Option('--direction <direction>', 'where that is to go').choices(['up', 'down']))
    .option('--size <size>', 'by how much: 0.1 is a tenth, or points of a share')
    .option('--scope <dimension=value>', 'the part of the work that it touches')
    .action((what: string, options: ActionOptions & { json?: boolean }, command: Command) => {
      const config = readConfig(projectFolder(command));
      const entered = newAction(what, options, { config, today: todayIn(config) });
      written(config, io, options.json === true, (db) => addAction(db, entered));
    });
}

function taking(group: Command, io: Terminal): void {
  group
    .command('take')
    .description('write down what a report asks to decide')
    .argument('<n>', 'its number on page one')
    .option('--from <manifest>', 'of which report (default: the newest in reports/)')
    .option('--owner <owner>', 'who sees to it (default: as in the report)')
    .option('--due <date>', 'by when (default: as in the report)')
    .action((n: string, options: ActionOptions & { from?: string; json?: boolean }, command: Command) => {
      const config = readConfig(projectFolder(command));
      const { what, ...proposed } = askedDecision(config, n, options.from);
      const entered = newAction(what, { ...proposed, ...options }, { config, today: todayIn(config) });
      written(config, io, options.json === true, (db) => {
        const same = actionsOf(db).find((each) => each.origin === proposed.origin && each.state === 'open');
        if (same !== undefined) throw taken(same);
        return addAction(db, { ...entered, origin: proposed.origin });
      });
    });
}

const words = { done: 'done', dropped: 'drop', open: 'reopen' } as const;

const meanings = {
  done: 'say that one is done; the next report says whether it worked',
  dropped: 'say that one will not be done',
  open: 'take one back that was done or dropped',
} as const;

function settling(group: Command, io: Terminal, state: keyof typeof words): void {
  const command = group.command(words[state]).description(meanings[state]).argument('<n>', 'its number');
  if (state !== 'open') command.option('--on <date>', 'when (default: today)');
  command.action((n: string, options: Settling, self: Command) => {
    const config = readConfig(projectFolder(self));
    written(config, io, options.json === true, (db) => {
      const action = actionsOf(db).find(({ id }) => String(id) === n);
      if (action === undefined) throw unknownAction(n, db);
      const on = state === 'open' ? null : settledOn(options.on, action, todayIn(config));
      return settleAction(db, action.id, { state, on }) ?? action;
    });
  });
}

/** @throws Problem `day_invalid`: no date, one to come, or one before the decision */
function settledOn(text: string | undefined, { decidedOn }: Action, today: string): string {
  const on = text ?? today;
  if (isDate(on) && on >= decidedOn && on <= today) return on;
  throw new Problem('day_invalid', {
    found: `"${on}" after --on`,
    expected: `a date from ${decidedOn}, when it was decided, to ${today}`,
    todo: 'write it as in 2025-11-20',
  });
}

function written(config: Config, io: Terminal, asJson: boolean, write: (db: DatabaseSync) => Action): void {
  const db = openState(stateFolder(config));
  try {
    const action = write(db);
    const told = [{ action, overdue: isLate(action, todayIn(config)), effect: null, untold: null }];
    io.result(asJson ? actionsJson(told) : actionsText(told));
  } finally {
    db.close();
  }
}

const taken = ({ id, what }: Action): Problem =>
  new Problem('action_taken', {
    found: `action ${id}, "${what}", which follows the same advice and is open`,
    expected: 'each advice taken once',
    todo: `say "tidemark actions done ${id}" or "tidemark actions drop ${id}" first`,
  });

function unknownAction(n: string, db: DatabaseSync): Problem {
  const known = actionsOf(db).map(({ id }) => id);
  return new Problem('action_unknown', {
    found: `no action "${n}"`,
    expected: known.length === 0 ? 'an action: none is written down' : `one of ${known.join(', ')}`,
    todo: known.length === 0 ? 'add one with "tidemark actions add"' : 'see "tidemark actions list"',
  });
}
