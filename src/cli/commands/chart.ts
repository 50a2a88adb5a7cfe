/** `tidemark chart`: a metric over time, its usual range, and what is more than chance. */
import { type Command, Option } from 'commander';
import { type RuleSet, ruleSets } from '../../chance/index.ts';
import { wordsOf } from '../../locales/index.ts';
import { answer, type Control, controlByRules, controlPage, type Figure } from '../../metrics/index.ts';
import { type Grain, Problem, periodForms } from '../../model/index.ts';
import { controlPicture, signalSentences, statisticName, valueText } from '../../reports/index.ts';
import { askedQuestion } from '../asked-question.ts';
import { writeChart } from '../chart-file.ts';
import { controlJson } from '../control-json.ts';
import { controlText } from '../control-text.ts';
import { withProject } from '../project.ts';
import { answerContext, repeated } from '../question.ts';
import type { Terminal } from '../terminal.ts';

const examples = `
Examples:
  $ tidemark chart csat --period 2025 --grain week
  $ tidemark chart cases_opened --period 2025-Q2 --grain day --where channel=phone --out phone.html
  $ tidemark chart abandonment_rate --period 2025 --grain week --rule nhs --json

Without --rule the one default alarm judges: on stable services at most 1 page of 20 such charts in 20 shows a signal.`;

interface ChartOptions {
  readonly period: string;
  readonly grain: Grain;
  readonly stat?: string;
  readonly where: readonly string[];
  readonly rule: 'alarm' | 'all' | RuleSet;
  readonly definition: readonly string[];
  readonly out?: string;
  readonly json?: boolean;
}

const words = wordsOf('en');
/** Fewer points show nothing but themselves. */
const fewest = 6;

export function chart(program: Command, io: Terminal): void {
  program
    .command('chart')
    .argument('<metric>', 'e.g. csat ("tidemark explain" lists them)')
    .option('--period <period>', periodForms, 'all')
    .addOption(
      new Option('--grain <grain>', 'a point for each').choices(['day', 'week', 'month']).default('week'),
    )
    .option('--stat <statistic>', 'mean, median, p90 … (default: the metric’s own)')
    .option('--where <dimension=value>', 'only these; may be repeated', repeated, [])
    .addOption(
      new Option('--rule <rules>', 'whose rules judge')
        .choices(['alarm', ...ruleSets, 'all'])
        .default('alarm'),
    )
    .option('--definition <token=value>', 'a rule of the metric other than the default', repeated, [])
    .option('--out <file>', 'write the picture: a name that ends in .svg or .html')
    .addHelpText('after', examples)
    .action(async (metric: string, options: ChartOptions, command: Command) => {
      const control = await asked(metric, options, command);
      const [first] = control.points;
      if (first === undefined) return;
      const lines = told(control, options.rule);
      if (options.out !== undefined) written(options.out, control, lines, io);
      if (options.json === true) io.result(controlJson(control, options.rule));
      else if (options.out === undefined) {
        const { unit } = first.figure;
        const drawn = controlText(control, {
          width: io.width,
          format: (value) => valueText(value, unit, words),
        });
        io.result(`${nameOf(first.figure)}\n\n${drawn}\n\n${lines.join('\n')}\n`);
      }
    });
}

async function asked(metric: string, options: ChartOptions, command: Command): Promise<Control> {
  const { grain, rule, stat, definition } = options;
  const figures = await withProject(command, async (project) => {
    const typed = { ...options, by: [], rule: definition, stat: stat === undefined ? [] : [stat] };
    const question = await askedQuestion(project, [metric], typed);
    const [found = []] = await answer(project.warehouse, [question], answerContext(project.config));
    return found.filter((figure) => figure.stat === found[0]?.stat);
  });
  const [byAlarm] = rule === 'alarm' ? controlPage([{ figures, grain }]) : [];
  const control =
    byAlarm ?? controlByRules(figures, grain, rule === 'all' || rule === 'alarm' ? ruleSets : [rule]);
  const known = control.points.filter(({ figure }) => figure.value !== null).length;
  if (known < fewest) throw tooFew(known, grain);
  return control;
}

const nameOf = (figure: Figure): string => statisticName(figure.metric, figure.stat, words);

function told(control: Control, rule: ChartOptions['rule']): readonly string[] {
  const { expectedFalseAlarms, phases } = control;
  const found = signalSentences(control, words);
  const marked = control.points.flatMap(({ figure, causes }) =>
    rule === 'alarm' || causes.length === 0 ? [] : [`${figure.from?.slice(0, 10)}: ${causes.join(', ')}`],
  );
  const all = [...found, ...marked];
  const name = control.points[0] === undefined ? '' : nameOf(control.points[0].figure);
  const newest = phases.at(-1);
  return [
    ...(all.length === 0 ? [words.say('watch.quiet', { name })] : all),
    ...(phases.length > 1 && newest?.trial === true ? [words.say('watch.trial', { n: newest.n })] : []),
    rule === 'alarm'
      ? words.say('watch.falseAlarms', {
          expected: words.forms.count(expectedFalseAlarms, 4),
          pages: words.forms.count(Math.round(1 / expectedFalseAlarms)),
        })
      : words.say('watch.flagged', { share: words.forms.share(expectedFalseAlarms, 0) }),
  ];
}

function written(out: string, control: Control, lines: readonly string[], io: Terminal): void {
  const picture = controlPicture({ control, words });
  const [first] = control.points;
  if (picture === null || first === undefined) return;
  io.say(`Written: ${writeChart(out, { chart: picture, title: nameOf(first.figure), lines })}`);
}

const tooFew = (known: number, grain: Grain): Problem =>
  new Problem('too_few_points', {
    found: `${known} whole ${grain}s with a figure`,
    expected: `at least ${fewest}`,
    todo: 'choose a longer period or a finer grain',
  });
