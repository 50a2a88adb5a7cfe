/** `tidemark people`: who differs from the middle once luck and the mix of work are allowed for. */
import type { Command } from 'commander';
import { wordsOf } from '../../locales/index.ts';
import {
  catalogue,
  comparePeople,
  dimensionsOf,
  findMetric,
  type PeopleFigures,
} from '../../metrics/index.ts';
import { peoplePicture, peopleSentences, peopleTitle } from '../../reports/index.ts';
import { periodHelp } from '../asked-period.ts';
import { askedQuestion } from '../asked-question.ts';
import { writeChart } from '../chart-file.ts';
import { peopleJson } from '../people-json.ts';
import { peopleTable } from '../people-table.ts';
import { withProject } from '../project.ts';
import { answerContext, repeated } from '../question.ts';
import type { Terminal } from '../terminal.ts';

const examples = `
Examples:
  $ tidemark people handle_time --period 2025-Q1
  $ tidemark people csat --period 2025 --by team --out teams.html
  $ tidemark people reopen_rate --period 2025 --by resolver --where channel=email --json

Figures about single people need a section "people:" in tidemark.yaml that says why they are made and who may see them.`;

interface PeopleOptions {
  readonly period?: string;
  readonly by?: string;
  readonly stat?: string;
  readonly where: readonly string[];
  readonly rule: readonly string[];
  readonly out?: string;
  readonly json?: boolean;
}

export function people(program: Command, io: Terminal): void {
  program
    .command('people')
    .argument('<metric>', 'e.g. handle_time, csat, reopen_rate')
    .option('--period <period>', periodHelp)
    .option('--by <dimension>', 'agent, owner, resolver, first_responder, team … (default: agent)')
    .option('--stat <statistic>', 'share, mean … (default: the metric’s own)')
    .option('--where <dimension=value>', 'only these; may be repeated', repeated, [])
    .option('--rule <token=value>', 'a rule other than the default; may be repeated', repeated, [])
    .option('--out <file>', 'write the picture: a name that ends in .svg or .html')
    .addHelpText('after', examples)
    .action(async (metric: string, options: PeopleOptions, command: Command) => {
      const found = await withProject(command, async (project) => {
        const { config, warehouse } = project;
        const stat = options.stat === undefined ? [] : [options.stat];
        const question = await askedQuestion(project, [metric], { ...options, stat, by: [] });
        return comparePeople(warehouse, question, options.by ?? whoOf(metric), answerContext(config));
      });
      if (options.out !== undefined) io.say(`Written: ${written(options.out, found)}`);
      io.result(options.json === true ? peopleJson(found) : peopleTable(found));
    });
}

function written(out: string, found: PeopleFigures): string {
  const words = wordsOf('en');
  const sheet = { chart: peoplePicture(found, words), title: peopleTitle(found, words) };
  return writeChart(out, { ...sheet, lines: peopleSentences(found, words) });
}

/** Whoever the metric gives the work to. */
function whoOf(metric: string): string {
  const known = dimensionsOf(findMetric(metric, catalogue).fact);
  return ['agent', 'owner', 'author'].find((name) => known.includes(name)) ?? 'agent';
}
