/** `tidemark metrics`: figures with their unit, n, interval, rules and verdict. */
import type { Command } from 'commander';
import { answer, basesAsTyped, type Figure, type Question } from '../../metrics/index.ts';
import { periodHelp } from '../asked-period.ts';
import { askedQuestion } from '../asked-question.ts';
import { figureTable } from '../figure-table.ts';
import { figuresJson } from '../figures-json.ts';
import { withProject } from '../project.ts';
import { type AskedOptions, answerContext, repeated, several } from '../question.ts';
import type { Terminal } from '../terminal.ts';

const examples = `
Examples:
  $ tidemark metrics csat --period 2025-05 --compare previous
  $ tidemark metrics csat --period 2025-05 --by team --compare segment:team=Turin,previous
  $ tidemark metrics cases_opened --period 2025-05 --compare baseline:2025-01 --per-working-day
  $ tidemark metrics abandonment_rate --period 1999-01 --rule abandonment.base=queued
  $ tidemark metrics first_response_time --stat median,p90 --by channel --period 2025-Q1
  $ tidemark metrics cases_opened --grain month --period 2025 --where channel=email`;

export function metrics(program: Command, io: Terminal): void {
  program
    .command('metrics')
    .argument('<names...>', 'metrics, e.g. csat abandonment_rate ("tidemark explain" lists them)')
    .option('--period <period>', periodHelp)
    .option('--grain <grain>', 'day, week, month, quarter or year')
    .option('--stat <statistic>', 'mean, median, p90, distribution …; may be repeated', several, [])
    .option('--by <dimension>', 'split by a dimension; may be repeated', several, [])
    .option('--where <dimension=value>', 'only these; may be repeated', repeated, [])
    .option('--rule <token=value>', 'a rule other than the default; may be repeated', repeated, [])
    .option('--compare <base>', `${basesAsTyped}; may be repeated`, repeated, [])
    .option('--per-working-day', 'compare counts per day of service')
    .addHelpText('after', examples)
    .action(async (names: string[], options: AskedOptions & { json?: boolean }, command: Command) => {
      await withProject(command, async (project) => {
        const context = answerContext(project.config);
        const question = await askedQuestion(project, names, options);
        const isJson = options.json === true;
        const asked = isJson ? [question] : [question, ...wholeOf(question)];
        const figures = wholeAfterParts((await answer(project.warehouse, asked, context)).flat());
        io.result(isJson ? figuresJson(figures) : figureTable(figures, io.width, context.metrics));
      });
    });
}

/** Parts stand with their whole, which is counted by itself; compared figures are one family, as they were asked. */
const wholeOf = (question: Question): readonly Question[] =>
  question.by.length === 0 || question.compare.length > 0 ? [] : [{ ...question, by: [] }];

const wholeAfterParts = (figures: readonly Figure[]): readonly Figure[] =>
  [...Map.groupBy(figures, ({ metric, stat }) => `${metric} ${stat}`).values()].flat();
