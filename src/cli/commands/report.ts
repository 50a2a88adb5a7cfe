/** `tidemark report`: two pages and what stands behind them, in every form asked for, with a manifest beside. */
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Config } from '../../config/index.ts';
import { Problem } from '../../model/index.ts';
import { makeReport } from '../../reports/index.ts';
import { type Form, print, printers } from '../../reports/print/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { periodHelp, periodOf } from '../asked-period.ts';
import { manifest } from '../manifest.ts';
import { printAgain } from '../print-again.ts';
import { nothingLoaded, withProject } from '../project.ts';
import { repeated, several } from '../question.ts';
import { type ReportOptions, requested } from '../report-options.ts';
import { fileName, requestOf } from '../report-request.ts';
import type { Terminal } from '../terminal.ts';
import { watchReport } from '../watch-report.ts';
import { writeAll } from '../write-all.ts';
import { reportNew } from './report-new.ts';

const forms = Object.keys(printers) as readonly Form[];

const usualForms = ['html', 'pdf', 'text'] as const satisfies readonly Form[];

export function report(program: Command, io: Terminal): void {
  const command = program
    .command('report')
    .argument('[template]', 'a template’s name or file', 'whole-picture')
    .option('--period <period>', periodHelp)
    .option('--lang <language>', 'en or it (default: as configured)')
    .option(
      '--format <forms>',
      `${forms.join(', ')}; several with commas (default: html,pdf,text)`,
      several,
      [],
    )
    .option('--out <folder>', 'where to write (default: reports/ in the project)')
    .option('--again <manifest>', 'print a report of before again, as it stood, from its manifest')
    .option('--note <file>', 'a text of your own for page one')
    .option('--watch', 'show it here, again whenever the template or the configuration changes')
    .option('--where <dimension=value>', 'only these; may be repeated', repeated, [])
    .option('--rule <token=value>', 'a rule other than the default; may be repeated', repeated, [])
    .action(async (template: string, options: ReportOptions, command: Command) => {
      const wanted = formsOf(options.format);
      if (options.again !== undefined) {
        const { written, same } = await printAgain(options.again, { out: options.out, forms: wanted });
        if (options.json === true) io.result(`${JSON.stringify({ files: written, same })}\n`);
        else
          io.say(
            [
              same
                ? 'Written, the same bytes as then:'
                : 'Written, other bytes than then, since another version prints:',
              ...written.map((path) => `  ${path}`),
            ].join('\n'),
          );
        return;
      }
      if (options.watch === true) return watchReport(command, { template, options, io });
      const written = await withProject(command, ({ config, warehouse }) =>
        writeReport(warehouse, config, {
          template,
          options,
          forms: wanted.length === 0 ? usualForms : wanted,
          io,
        }),
      );
      if (options.json === true) io.result(`${JSON.stringify({ files: written })}\n`);
      else io.say(['Written:', ...written.map((path) => `  ${path}`)].join('\n'));
    });
  reportNew(command, io);
}

function formsOf(asked: readonly string[]): readonly Form[] {
  const unknown = asked.find((form) => !forms.includes(form as Form));
  if (unknown !== undefined) {
    throw new Problem('form_unknown', {
      found: `"${unknown}" after --format`,
      expected: forms.join(', '),
      todo: 'use one of these',
    });
  }
  return asked as readonly Form[];
}

interface Wanted {
  readonly template: string;
  readonly options: Pick<ReportOptions, 'period' | 'lang' | 'out' | 'note' | 'where' | 'rule'>;
  readonly forms: readonly Form[];
  readonly io: Terminal;
}

/** @returns the paths written: the forms, and the manifest last */
export async function writeReport(
  warehouse: Warehouse,
  config: Config,
  { template, options, forms: wanted, io }: Wanted,
): Promise<readonly string[]> {
  const state = await warehouse.state();
  if (Object.values(state.counts).every((count) => count === 0)) throw nothingLoaded();
  const period = await periodOf(warehouse, config.zone, options.period);
  const request = requestOf(config, template, period, requested(options));
  io.progress('asking the warehouse …');
  const made = await makeReport(warehouse, request);
  const name = fileName(template, period, request.language);
  const printed: [string, Uint8Array][] = [];
  for (const form of wanted) {
    io.progress(`printing ${form} …`);
    printed.push([`${name}.${printers[form].ending}`, await print(made.report, form)]);
  }
  io.progress(null);
  const record = manifest(made, request, printed);
  const folder = resolve(options.out ?? join(config.folder, 'reports'));
  return writeAll(folder, [...printed, [`${name}.manifest.json`, new TextEncoder().encode(record)]]);
}
