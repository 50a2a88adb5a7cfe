/** `tidemark warnings`: what stands, and who has it in hand. */
import type { DatabaseSync } from 'node:sqlite';
import type { Command } from 'commander';
import { type Config, readConfig } from '../../config/index.ts';
import { falseMessagesAMonth, type Thing, thingKey, thingName } from '../../delivery/index.ts';
import { wordsOf } from '../../locales/index.ts';
import { isDate, localDate, nearest, Problem } from '../../model/index.ts';
import { openState, settleWarning, snooze, type Warning, warningsOf } from '../../state/index.ts';
import { instant } from '../instant.ts';
import { laidOut } from '../lay-out.ts';
import { stateFolder } from '../places.ts';
import { projectFolder, withProject } from '../project.ts';
import type { Terminal } from '../terminal.ts';
import { watchAfter } from '../watching.ts';

const examples = `
Examples:
  $ tidemark warnings                              what stands
  $ tidemark warnings acknowledge 3fa9c1d2         somebody has it in hand: silent until it is over
  $ tidemark warnings snooze 3fa9c1d2 --until 2025-11-10
  $ tidemark warnings look                         look now, as after a load; messages go with "tidemark deliver"`;

interface Listed {
  readonly all?: boolean;
  readonly json?: boolean;
}

const words = wordsOf('en');

export function warnings(program: Command, io: Terminal): void {
  const group = program.command('warnings').addHelpText('after', examples);
  group
    .command('list', { isDefault: true })
    .description('what stands, newest first')
    .option('--all', 'also what is over')
    .action((options: Listed, command: Command) => {
      const config = readConfig(projectFolder(command));
      inState(config, (db) => io.result(listed(warningsOf(db), config, options)));
    });
  group
    .command('acknowledge')
    .description('somebody has it in hand: nothing more is said of it until it is over')
    .argument('<key>', 'of the warning')
    .action((key: string, _options: unknown, command: Command) =>
      inState(readConfig(projectFolder(command)), (db) => {
        const warning = standing(db, key);
        settleWarning(db, warning.thing, 'acknowledged', new Date());
        io.say(`In hand: ${warning.sentence}`);
      }),
    );
  group
    .command('snooze')
    .description('nothing more is said of it until a day; then again, if it still stands')
    .argument('<key>', 'of the warning')
    .requiredOption('--until <date>', 'e.g. 2025-11-10')
    .action((key: string, { until }: { until: string }, command: Command) => {
      const config = readConfig(projectFolder(command));
      const day = later(until, config.zone);
      inState(config, (db) => {
        const warning = standing(db, key);
        snooze(db, warning.thing, day);
        io.say(`Silent until ${words.forms.date(day)}: ${warning.sentence}`);
      });
    });
  group
    .command('look')
    .description('look now, as after a load')
    .option('--now <instant>', 'as if it were this time, e.g. 2025-11-03T08:00:00Z')
    .action(async ({ now, json }: { now?: string; json?: boolean }, command: Command) => {
      const raised = await withProject(command, ({ config, warehouse }) =>
        watchAfter(warehouse, config, now === undefined ? new Date() : instant(now)),
      );
      if (json === true) io.result(`${JSON.stringify({ raised })}\n`);
      else
        io.result(
          `${raised.length === 0 ? 'Nothing new.' : raised.map(({ sentence }) => sentence).join('\n')}\n`,
        );
    });
}

function inState(config: Config, use: (db: DatabaseSync) => void): void {
  const db = openState(stateFolder(config));
  try {
    use(db);
  } finally {
    db.close();
  }
}

/** A beginning of the key is enough where it is only one's. @throws Problem `warning_unknown` */
function standing(db: DatabaseSync, key: string): Warning {
  const open = warningsOf(db).filter(({ state }) => state !== 'closed');
  const [only, ...more] = open.filter(({ thing }) => key.length >= 3 && thing.startsWith(key));
  if (only !== undefined && more.length === 0) return only;
  const keys = open.map(({ thing }) => thing);
  const near = nearest(key, keys);
  throw new Problem('warning_unknown', {
    found: `no one warning "${key}"${near === null ? '' : ` (did you mean "${near}"?)`}`,
    expected: keys.length === 0 ? 'one that stands; none does' : keys.join(', '),
    todo: 'see "tidemark warnings"',
  });
}

function later(text: string, zone: string): string {
  if (isDate(text) && text > localDate(new Date().toISOString(), zone)) return text;
  throw new Problem('date_past', {
    found: `"${text}" after --until`,
    expected: 'a day to come, such as 2025-11-10',
    todo: 'write it in this form',
  });
}

function listed(all: readonly Warning[], { watch, zone }: Config, { all: closedToo, json }: Listed): string {
  const metrics = watch.filter(({ thing }) => thing.kind === 'metric').length;
  const keys = watch.map(({ thing }) => thingKey(thing));
  const shown = all.filter(
    ({ state, thing }) => closedToo === true || (state !== 'closed' && keys.includes(thing)),
  );
  if (json === true) return `${JSON.stringify(asJson(shown, watch.length, metrics), null, 2)}\n`;
  const expected =
    metrics === 0
      ? ''
      : `\n${words.say('warning.falseAlarms', {
          n: metrics,
          months: words.forms.count(Math.round(1 / falseMessagesAMonth)),
          doc: 'docs/chance/early-warning.md',
        })}\n`;
  if (watch.length === 0) return `${words.say('warning.unwatched')}\n`;
  if (shown.length === 0) return `${words.say('warning.quiet')}\n${expected}`;
  const rows = shown.map((warning) => [
    warning.thing,
    thingName(JSON.parse(warning.about) as Thing, words),
    words.forms.date(localDate(warning.toldAt, zone)),
    stateText(warning),
  ]);
  const sentences = shown.map(({ thing, sentence }) => `${thing}  ${sentence}`);
  return `${laidOut([['key', 'what', 'told', 'state'], ...rows])}\n\n${sentences.join('\n')}\n${expected}`;
}

const stateText = ({ state, snoozedUntil }: Warning): string =>
  snoozedUntil !== null && state === 'open'
    ? words.say('warning.state.snoozed', { date: words.forms.date(snoozedUntil) })
    : words.say(`warning.state.${state}`);

const asJson = (shown: readonly Warning[], things: number, metrics: number) => ({
  watched: things,
  expected_false_messages_a_month: metrics === 0 ? 0 : falseMessagesAMonth,
  warnings: shown.map(
    ({ thing, about, mark, sentence, state, raisedAt, toldAt, settledAt, snoozedUntil }) => ({
      key: thing,
      thing: JSON.parse(about) as unknown,
      mark: JSON.parse(mark) as unknown,
      sentence,
      state,
      raised_at: raisedAt,
      told_at: toldAt,
      settled_at: settledAt,
      snoozed_until: snoozedUntil,
    }),
  ),
});
