/** `tidemark explain`: what a metric means, how it is computed, and which rules could give another answer. */
import type { Command } from 'commander';
import { findProject, readConfig } from '../../config/index.ts';
import { type Language, type Words, wordsOf } from '../../locales/index.ts';
import {
  catalogue,
  creditUse,
  dimensionsOf,
  findMetric,
  type MetricDefinition,
  type OwnDimension,
  ruleUses,
  statementOf,
} from '../../metrics/index.ts';
import { askedLanguage } from '../asked-language.ts';
import { laidOut } from '../lay-out.ts';
import { metricSections, type Section } from '../metric-page.ts';
import { metricsOf } from '../question.ts';
import type { Terminal } from '../terminal.ts';

export function explain(program: Command, io: Terminal): void {
  program
    .command('explain')
    .argument('[metric]', 'e.g. csat')
    .option('--lang <language>', 'en or it', 'en')
    .action((name: string | undefined, options: { json?: boolean; lang: string }, command: Command) => {
      const language = askedLanguage(options.lang);
      const { metrics, dimensions } = known(command.optsWithGlobals<{ project?: string }>().project);
      const found = name === undefined ? metrics : [findMetric(name, metrics)];
      if (options.json === true)
        io.result(
          `${JSON.stringify(
            found.map((metric) => plain(metric, dimensions)),
            null,
            2,
          )}\n`,
        );
      else
        io.result(
          name === undefined
            ? list(metrics, language)
            : found.map((metric) => page(metric, wordsOf(language), dimensions)).join('\n'),
        );
    });
}

interface Known {
  readonly metrics: readonly MetricDefinition[];
  readonly dimensions: readonly OwnDimension[];
}

/** Ours everywhere; in a project also those that the company wrote. */
function known(project: string | undefined): Known {
  const folder = project ?? findProject(process.cwd());
  if (folder === null) return { metrics: catalogue, dimensions: [] };
  const config = readConfig(folder);
  return { metrics: metricsOf(config), dimensions: config.dimensions };
}

function plain(metric: MetricDefinition, own: readonly OwnDimension[]) {
  const { name, words, unit, better, fact, anchor, additive, stats, headline, source, worked } = metric;
  return {
    name,
    unit,
    better,
    fact,
    anchor,
    additive,
    stats,
    headline,
    dimensions: dimensionsOf(fact, own),
    rules: [...ruleUses(metric), ...creditUse(metric)],
    source,
    called: words.en.name,
    question: words.en.question,
    formula: words.en.formula,
    countedOut: words.en.countedOut,
    statement: statementOf(metric),
    worked: { story: worked.story.en, rows: worked.rows, expect: worked.expect },
  };
}

function list(metrics: readonly MetricDefinition[], language: Language): string {
  const width = Math.max(...metrics.map(({ name }) => name.length));
  return `${metrics.map(({ name, words }) => `${name.padEnd(width)}  ${words[language].question}`).join('\n')}\n`;
}

function page(metric: MetricDefinition, words: Words, own: readonly OwnDimension[]): string {
  const sections = metricSections(metric, words, own).map(section);
  return `${metric.words[words.language].name} (${metric.name})\n\n${sections.join('\n')}`;
}

/** Marks of a page of the docs are taken out where a terminal shows the text. */
const bare = (text: string): string => text.replaceAll(/`|\*\*/g, '');

function section({ title, text, table, list: items, statement }: Section): string {
  const rows = table?.filter((row) => row.some((each) => each !== '')).map((row) => row.map(bare));
  const parts = [
    ...(text === undefined ? [] : [text]),
    ...(rows === undefined ? [] : [laidOut(rows)]),
    ...(items ?? []).map(bare),
    ...(statement === undefined ? [] : [statement]),
  ];
  const lines = parts.join('\n').split('\n');
  return `${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}
