/** `tidemark power`: how many cases it takes to see a change of a given size. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { npsDeviation, type Sized, sizeFor } from '../../chance/index.ts';
import { wordsOf } from '../../locales/index.ts';
import { Problem } from '../../model/index.ts';
import { askedQuestion } from '../asked-question.ts';
import { type PresentValue, presentValue } from '../present-value.ts';
import { withProject } from '../project.ts';
import { repeated } from '../question.ts';
import type { Terminal } from '../terminal.ts';

const examples = `
Examples:
  $ tidemark power --detect 0.02 --from 0.85                 a share: 85 % against 87 %
  $ tidemark power --kind mean --detect -30 --sd 240         a mean, 30 s shorter
  $ tidemark power --kind nps --detect 5 --from 30           a promoter score
  $ tidemark power csat --detect 0.02                        from what it is at present`;

interface PowerOptions {
  readonly detect: number;
  readonly kind: Sized['kind'];
  readonly from?: number;
  readonly sd?: number;
  readonly power: number;
  readonly alpha: number;
  readonly period: string;
  readonly stat?: string;
  readonly where: readonly string[];
  readonly rule: readonly string[];
  readonly json?: boolean;
}

const { forms } = wordsOf('en');

export function power(program: Command, io: Terminal): void {
  program
    .command('power')
    .argument('[metric]', 'takes what it is at present, e.g. csat')
    .requiredOption(
      '--detect <change>',
      'the change to be seen: 0.02 of a share, −30 of seconds, 5 points',
      number,
    )
    .addOption(
      new Option('--kind <kind>', 'of which nature').choices(['share', 'mean', 'nps']).default('share'),
    )
    .option('--from <value>', 'where it starts, e.g. 0.85', number)
    .option('--sd <deviation>', 'spread of single cases, for a mean', number)
    .option('--power <share>', 'how often the change shall be seen', share, 0.8)
    .option('--alpha <share>', 'how often chance may pass for a change', share, 0.05)
    .option('--period <period>', 'of the metric’s present value', 'all')
    .option('--stat <statistic>', 'of the metric, e.g. mean')
    .option('--where <dimension=value>', 'only these; may be repeated', repeated, [])
    .option('--rule <token=value>', 'a rule of the metric other than the default', repeated, [])
    .addHelpText('after', examples)
    .action(async (metric: string | undefined, options: PowerOptions, command: Command) => {
      const present = metric === undefined ? null : await presentOf(metric, options, command);
      const told = answered(present, options);
      io.result(options.json === true ? `${JSON.stringify(told, null, 2)}\n` : `${told.sentence}\n`);
    });
}

const presentOf = (metric: string, options: PowerOptions, command: Command): Promise<PresentValue> =>
  withProject(command, async (project) => {
    const stat = options.stat === undefined ? [] : [options.stat];
    const question = await askedQuestion(project, [metric], { ...options, stat, by: [] });
    return presentValue(project.warehouse, question, project.config);
  });

function answered(present: PresentValue | null, options: PowerOptions) {
  const { detect, power: wanted, alpha } = options;
  const known = present?.known ?? typed(options);
  const { perSide, method } = sizeFor(known, detect, { power: wanted, alpha });
  const weekly = present?.weekly ?? 0;
  const weeks = perSide === null || weekly === 0 ? null : perSide / weekly;
  return {
    metric: present?.metric ?? null,
    kind: known.kind,
    from: known.from,
    detect,
    power: wanted,
    alpha,
    per_side: perSide,
    total: perSide === null ? null : 2 * perSide,
    weeks_per_side: weeks,
    method,
    sentence: sentence({ known, detect, perSide, weeks, wanted }),
  };
}

function sentence(of: {
  readonly known: Sized;
  readonly detect: number;
  readonly perSide: number | null;
  readonly weeks: number | null;
  readonly wanted: number;
}): string {
  const { known, detect, perSide, weeks, wanted } = of;
  const text = (value: number): string =>
    known.kind === 'share' ? forms.share(value) : forms.count(value, 1);
  const change =
    known.from === 0 ? `of ${text(detect)}` : `from ${text(known.from)} to ${text(known.from + detect)}`;
  if (perSide === null) return `No number of cases would show a change ${change}.`;
  const time =
    weeks === null
      ? ''
      : ` At present that takes about ${forms.count(weeks, weeks < 10 ? 1 : 0)} weeks on each side.`;
  return `A change ${change} is seen ${forms.share(wanted, 0)} of the time with ${forms.count(perSide)} cases on each side.${time}`;
}

/** A promoter score without more is taken to have three passives among ten. */
const usualPassives = 0.3;

function typed({ kind, from, sd }: PowerOptions): Sized {
  if (kind === 'share') {
    if (from === undefined || from < 0 || from > 1)
      throw needs('--from with a share from 0 to 1', '--from 0.85');
    return { kind, from };
  }
  if (kind === 'mean') {
    if (sd === undefined || sd <= 0) throw needs('--sd with the spread of single cases', '--sd 240');
    return { kind, from: from ?? 0, deviation: sd };
  }
  const score = (from ?? 0) / 100;
  if (Math.abs(score) > 1 - usualPassives)
    throw needs('--from with a promoter score from −70 to 70', '--from 30');
  const promoters = (1 - usualPassives + score) / 2;
  return { kind, from: from ?? 0, deviation: sd ?? npsDeviation(promoters, promoters - score) };
}

const needs = (expected: string, example: string): Problem =>
  new Problem('power_needs', {
    found: 'a question of sample size that lacks a number',
    expected,
    todo: `add ${example}, or name a metric to take it from the data`,
  });

function number(text: string): number {
  const value = Number(text.replace('−', '-'));
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('expected a number');
}

function share(text: string): number {
  const value = number(text);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError('expected a number between 0 and 1');
}
