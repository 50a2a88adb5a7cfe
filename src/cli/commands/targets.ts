/** `tidemark targets`: which of the company's targets were met, and which of that is more than chance. */
import type { Command } from 'commander';
import { wordsOf } from '../../locales/index.ts';
import { type TargetAttainment, type TargetStanding, targetAttainment } from '../../metrics/index.ts';
import { reasonText, statisticName, valueText } from '../../reports/index.ts';
import { askedPeriod, periodHelp } from '../asked-period.ts';
import { laidOut } from '../lay-out.ts';
import { withProject } from '../project.ts';
import { answerContext } from '../question.ts';
import { targetsJson } from '../targets-json.ts';
import type { Terminal } from '../terminal.ts';

const examples = `
Examples:
  $ tidemark targets --period 2025-10
  $ tidemark targets --period 2025-10 --by team     each team against its own target, else the general one`;

interface TargetsOptions {
  readonly period?: string;
  readonly by?: string;
  readonly json?: boolean;
}

const words = wordsOf('en');

export function targets(program: Command, io: Terminal): void {
  program
    .command('targets')
    .option('--period <period>', periodHelp)
    .option('--by <dimension>', 'each value for itself: team, channel, or agent where you may')
    .addHelpText('after', examples)
    .action(async ({ period, by, json }: TargetsOptions, command: Command) => {
      const found = await withProject(command, async (project) => {
        const { config, warehouse } = project;
        const asked = {
          period: await askedPeriod(project, period),
          zone: config.zone,
          ...(by === undefined ? {} : { by }),
        };
        return targetAttainment(warehouse, asked, answerContext(config));
      });
      io.result(json === true ? targetsJson(found) : table(found));
    });
}

function table(found: TargetAttainment): string {
  const { standings, unknown, set, met, surelyMet, surelyMissed } = found;
  if (set + unknown.length === 0) return `${words.say('targets.none')}\n`;
  const rows = standings.map((standing) => [
    statisticName(standing.figure.metric, standing.figure.stat, words),
    segmentOf(standing),
    value(standing, standing.comparison.base.value),
    value(standing, standing.figure.value),
    words.forms.count(standing.figure.n),
    stateOf(standing),
  ]);
  const header = ['target', 'for', 'set', 'reached', 'n', ''];
  const summary = words.say('targets.summary', { met, n: set, surelyMet, missed: set - met, surelyMissed });
  const left = unknown.map(({ metric, reason }) => `${metric}: ${reasonText(reason, words)}`);
  return `${laidOut([header, ...rows], { right: [2, 3, 4] })}\n\n${[summary, ...left].join('\n')}\n`;
}

function segmentOf({ figure: { segment }, where }: TargetStanding): string {
  const filters = where.map(({ values }) => values.join(', '));
  return [...filters, ...Object.values(segment).map((each) => each ?? '–')].join(', ');
}

const value = ({ figure: { unit } }: TargetStanding, number: number | null): string =>
  number === null ? '–' : valueText(number, unit, words);

const stateOf = ({ met, sure }: TargetStanding): string =>
  words.say(sure ? `targets.${met ? 'met' : 'missed'}` : `targets.${met ? 'metNarrowly' : 'missedNarrowly'}`);
