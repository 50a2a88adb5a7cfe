/** `tidemark compare`: did it change, is it no bigger than matters, or is it too early to say? */
import { type Command, InvalidArgumentError } from 'commander';
import { wordsOf } from '../../locales/index.ts';
import { didItWork, explainChange, type Question, typedBases } from '../../metrics/index.ts';
import { changeSentence, comparisonNotes, verdictSentence } from '../../reports/index.ts';
import { periodHelp } from '../asked-period.ts';
import { askedQuestion } from '../asked-question.ts';
import { changeJson } from '../change-json.ts';
import { heldAgainst } from '../held-against.ts';
import { type Project, withProject } from '../project.ts';
import { type AskedOptions, answerContext, repeated, several } from '../question.ts';
import { splitJson } from '../split-json.ts';
import { splitTable } from '../split-table.ts';
import type { Terminal } from '../terminal.ts';
import { verdictJson } from '../verdict-json.ts';

const examples = `
Examples:
  $ tidemark compare csat --period 2025-05
  $ tidemark compare abandonment_rate --period 2025-05 --with last_year
  $ tidemark compare first_response_time --period 2025-Q2 --where channel=chat --with channel=email
  $ tidemark compare cases_opened --period 2025-05 --with 2025-02 --json
  $ tidemark compare csat --period 2025-05 --by team     where does it come from: rate or mix?
  $ tidemark compare csat --change CH1              did it work? weeks before and after a recorded change`;

interface CompareOptions {
  readonly period?: string;
  readonly with: string;
  readonly change?: string;
  readonly weeks: number;
  readonly stat?: string;
  readonly by: readonly string[];
  readonly where: readonly string[];
  readonly rule: readonly string[];
  readonly looks: number;
  readonly json?: boolean;
}

export function compare(program: Command, io: Terminal): void {
  program
    .command('compare')
    .argument('<metric>', 'e.g. csat ("tidemark explain" lists them)')
    .option('--period <period>', periodHelp)
    .option(
      '--with <base>',
      'previous, last_year, target, benchmark, a period, or DIMENSION=VALUE',
      'previous',
    )
    .option('--change <id>', 'a recorded change: before it against after it')
    .option('--weeks <number>', 'looked at on each side of a change', times, 13)
    .option(
      '--by <dimension>',
      'where the change comes from: rate and mix effect of each segment',
      several,
      [],
    )
    .option('--stat <statistic>', 'mean, median, p90 … (default: the metric’s own)')
    .option('--where <dimension=value>', 'only these; may be repeated', repeated, [])
    .option('--rule <token=value>', 'a rule other than the default; may be repeated', repeated, [])
    .option('--looks <number>', 'how often you look at this comparison in all', times, 1)
    .addHelpText('after', examples)
    .action(async (metric: string, options: CompareOptions, command: Command) => {
      const text = await withProject(command, (project) => outcome(project, metric, options));
      io.result(text);
    });
}

function outcome(project: Project, metric: string, options: CompareOptions): Promise<string> {
  if (options.change !== undefined) return worked(project, metric, options);
  return options.by.length > 0 ? split(project, metric, options) : compared(project, metric, options);
}

async function split(project: Project, metric: string, options: CompareOptions): Promise<string> {
  const { config, warehouse } = project;
  const { looks } = options;
  const compare = [baseAsTyped(options.with)];
  const [base = 'previous'] = typedBases(compare);
  const question = await asked(project, metric, { ...options, compare });
  const found = await explainChange(warehouse, question, base, { ...answerContext(config), looks });
  return options.json === true ? splitJson(found) : splitTable(found);
}

/** A bare period is a baseline here as well. */
const baseAsTyped = (text: string): string => (/^\d{4}/.test(text) ? `baseline:${text}` : text);

async function compared(project: Project, metric: string, options: CompareOptions): Promise<string> {
  const question = await asked(project, metric, options);
  const outcome = await heldAgainst(project, question, { text: options.with, looks: options.looks });
  const { figure, base, comparison } = outcome;
  const segments = base.kind === 'segment';
  const stated = base.kind === 'target' || base.kind === 'benchmark';
  const sentence = verdictSentence(
    { figure, before: base.value, comparison, segments, stated },
    wordsOf('en'),
  );
  const notes = base.kind === 'period' || segments ? [] : comparisonNotes([figure], wordsOf('en'));
  const text = [sentence, ...notes].join('\n');
  return options.json === true ? verdictJson(outcome, text) : `${text}\n`;
}

async function worked(project: Project, metric: string, options: CompareOptions): Promise<string> {
  const { config, warehouse } = project;
  const question = await asked(project, metric, { ...options, period: 'all', by: [] });
  const { change = '', weeks } = options;
  const found = await didItWork(warehouse, question, { id: change, weeks }, answerContext(config));
  return options.json === true ? changeJson(found) : `${changeSentence(found, wordsOf('en'))}\n`;
}

function asked(
  project: Project,
  metric: string,
  { stat, ...options }: Omit<AskedOptions, 'stat'> & Pick<CompareOptions, 'stat'>,
): Promise<Question> {
  return askedQuestion(project, [metric], { ...options, stat: stat === undefined ? [] : [stat] });
}

function times(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('expected a whole number from 1 to 9999');
}
