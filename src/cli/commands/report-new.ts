/** `tidemark report new`: three questions, and a template of your own to edit. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Command } from 'commander';
import { readConfig } from '../../config/index.ts';
import { Problem } from '../../model/index.ts';
import { readTemplate, templateFolder } from '../../reports/index.ts';
import { type Asker, asker, objectiveNamed, objectivesMenu, templateName } from '../ask-template.ts';
import { projectFolder } from '../project.ts';
import { filters, repeated } from '../question.ts';
import { draftTemplate, ourTemplateFor } from '../template-draft.ts';
import type { Terminal } from '../terminal.ts';

interface NewOptions {
  readonly objective?: string;
  readonly name?: string;
  readonly where: readonly string[];
  readonly json?: boolean;
}

export function reportNew(report: Command, io: Terminal): void {
  report
    .command('new')
    .description(
      'make a template of your own: asks what it is for, about which part of the work, and its name',
    )
    .option('--objective <objective>', 'what it is for (default: asked, or the whole picture)')
    .option('--where <dimension=value>', 'only these; may be repeated', repeated, [])
    .option('--name <name>', 'how it is called (default: asked, or as its objective)')
    .addHelpText('after', `\nObjectives:\n${objectivesMenu()}`)
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<NewOptions>();
      const project = projectFolder(command);
      const ask = asker({ input: process.stdin, output: process.stderr, signal: io.signal });
      try {
        const path = await made(project, await answered(options, ask, io));
        if (options.json === true) io.result(`${JSON.stringify({ template: path })}\n`);
        else io.say(next(path, project));
      } finally {
        ask?.close();
      }
    });
}

interface Wanted {
  readonly objective: string;
  readonly where: readonly string[];
  readonly name: string;
}

/** What no option says is asked for; where nobody can answer it takes its default, and that is said. */
async function answered(
  { objective, where, name }: NewOptions,
  ask: Asker | null,
  io: Terminal,
): Promise<Wanted> {
  const chosen =
    objective === undefined
      ? ((await ask?.objective()) ?? assumed(io, 'the objective', 'whole_picture', '--objective'))
      : objectiveNamed(objective);
  const part = where.length > 0 ? where : ((await ask?.part()) ?? []);
  const usual = ourTemplateFor(chosen);
  const called = name ?? (await ask?.name(usual)) ?? assumed(io, 'the name', usual, '--name');
  return { objective: chosen, where: part, name: templateName(called) };
}

function assumed<T extends string>(io: Terminal, what: string, value: T, option: string): T {
  io.say(`Nobody to ask: ${what} is ${value} (${option} chooses another).`);
  return value;
}

async function made(project: string, { objective, where, name }: Wanted): Promise<string> {
  const { metrics, dimensions } = readConfig(project);
  const path = join(templateFolder(project), `${name}.yaml`);
  if (existsSync(path)) throw exists(relative(project, path));
  mkdirSync(templateFolder(project), { recursive: true });
  writeFileSync(path, draftTemplate(objective, filters(where)), { flag: 'wx' });
  try {
    readTemplate(path, { project, metrics, dimensions });
  } catch (error) {
    rmSync(path);
    throw error;
  }
  return path;
}

const exists = (file: string): Problem =>
  new Problem('template_exists', {
    found: `${file} is there already`,
    expected: 'a name that is free',
    todo: 'edit it, or choose another with --name',
  });

const next = (path: string, project: string): string => {
  const name = relative(templateFolder(project), path).replace(/\.yaml$/, '');
  const shown = name.includes(' ') ? `"${name}"` : name;
  return `Made ${path}\nEdit it while you see it: tidemark report ${shown} --watch\nPrint it: tidemark report ${shown}`;
};
