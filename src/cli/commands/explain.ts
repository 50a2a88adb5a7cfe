/** `tidemark explain`: what a metric means, how it is computed, and which rules could give another answer. */
import type { Command } from 'commander';
import { wordsOf } from '../../locales/index.ts';
import { catalogue, findMetric, type MetricDefinition } from '../../metrics/index.ts';
import { ruleText } from '../../reports/index.ts';
import type { Terminal } from '../terminal.ts';

export function explain(program: Command, io: Terminal): void {
  program
    .command('explain')
    .description('what a metric means; without a name, the list of metrics')
    .argument('[metric]', 'e.g. csat')
    .action((name: string | undefined, options: { json?: boolean }) => {
      const found = name === undefined ? catalogue : [findMetric(name, catalogue)];
      if (options.json === true) io.result(`${JSON.stringify(found.map(plain), null, 2)}\n`);
      else io.result(name === undefined ? list() : found.map(page).join('\n'));
    });
}

const plain = ({
  name,
  words,
  unit,
  better,
  fact,
  anchor,
  additive,
  stats,
  rules,
  source,
}: MetricDefinition) => ({
  name,
  unit,
  better,
  fact,
  anchor,
  additive,
  stats,
  rules,
  source,
  called: words.en.name,
  question: words.en.question,
  formula: words.en.formula,
  countedOut: words.en.countedOut,
});

function list(): string {
  const width = Math.max(...catalogue.map(({ name }) => name.length));
  return `${catalogue.map(({ name, words }) => `${name.padEnd(width)}  ${words.en.question}`).join('\n')}\n`;
}

function page({ name, words, unit, rules, stats, source }: MetricDefinition): string {
  const english = wordsOf('en');
  const lines = [
    `${words.en.name} (${name})`,
    words.en.question,
    '',
    `Formula      ${words.en.formula}`,
    `Counted out  ${words.en.countedOut}`,
    `Unit         ${unit}`,
    `Statistics   ${stats.join(', ')}`,
    ...rules.map(
      ({ token, default: value }) => `Rule         ${token}=${value}: ${ruleText(token, value, english)}`,
    ),
    `Source       ${source}`,
  ];
  return `${lines.join('\n')}\n`;
}
