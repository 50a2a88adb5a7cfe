/** The commands by name. Each is read only when it is asked for: help lists them all and needs none, and loading a file holds no typesetter in memory. */
import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

/** Adds itself to the program; its action parses, calls one thing and prints. */
type AddCommand = (program: Command, io: Terminal) => void;

interface Listed {
  /** Its name and its arguments. */
  readonly usage: string;
  readonly about: string;
  /** It has commands of its own and does nothing by itself. */
  readonly isGroup?: boolean;
  readonly load: () => Promise<AddCommand>;
}

/** In the order in which help lists them. */
export const commands: Readonly<Record<string, Listed>> = {
  init: {
    usage: 'init',
    about: 'make a project here: tidemark.yaml and a folder for mappings',
    load: async () => (await import('./commands/init.ts')).init,
  },
  inspect: {
    usage: 'inspect <file>',
    about: 'show what is in a file and write a mapping for it',
    load: async () => (await import('./commands/inspect.ts')).inspect,
  },
  import: {
    usage: 'import [files...]',
    about: 'load files: all of them or none; every record is accounted for',
    load: async () => (await import('./commands/import.ts')).importFiles,
  },
  loads: {
    usage: 'loads',
    about: 'list loads, undo one, or give back room',
    isGroup: true,
    load: async () => (await import('./commands/loads.ts')).loads,
  },
  quarantine: {
    usage: 'quarantine',
    about: 'records that were set aside: list them, or replay them mended',
    isGroup: true,
    load: async () => (await import('./commands/quarantine.ts')).quarantine,
  },
  metrics: {
    usage: 'metrics <names...>',
    about: 'ask for figures: each with its unit, n, interval, rules and verdict',
    load: async () => (await import('./commands/metrics.ts')).metrics,
  },
  compare: {
    usage: 'compare <metric>',
    about: 'hold a figure against another: changed, steady, or too early to say',
    load: async () => (await import('./commands/compare.ts')).compare,
  },
  targets: {
    usage: 'targets',
    about: 'which targets were met, and which of that is more than chance',
    load: async () => (await import('./commands/targets.ts')).targets,
  },
  changes: {
    usage: 'changes',
    about: 'what was changed on purpose, and whether it did what it was made for',
    load: async () => (await import('./commands/changes.ts')).changes,
  },
  chart: {
    usage: 'chart <metric>',
    about: 'a metric over time: its usual range, and what is more than chance',
    load: async () => (await import('./commands/chart.ts')).chart,
  },
  people: {
    usage: 'people <metric>',
    about: 'people, teams or channels side by side, after luck and the mix of work',
    load: async () => (await import('./commands/people.ts')).people,
  },
  power: {
    usage: 'power [metric]',
    about: 'how many cases it takes to see a change of a given size',
    load: async () => (await import('./commands/power.ts')).power,
  },
  rows: {
    usage: 'rows <key>',
    about: 'the rows behind a figure, as JSON lines or CSV',
    load: async () => (await import('./commands/rows.ts')).rows,
  },
  reconcile: {
    usage: 'reconcile',
    about: 'theirs against ours: every difference with its reason',
    load: async () => (await import('./commands/reconcile.ts')).reconcile,
  },
  explain: {
    usage: 'explain [metric]',
    about: 'what a metric means; without a name, the list of metrics',
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  actions: {
    usage: 'actions',
    about: 'what was decided: list it, add to it, say what is done',
    isGroup: true,
    load: async () => (await import('./commands/actions.ts')).actions,
  },
  report: {
    usage: 'report [template]',
    about: 'write the report: two pages, and what stands behind them',
    load: async () => (await import('./commands/report.ts')).report,
  },
  restate: {
    usage: 'restate',
    about: 'make the opening hours and agreements of today count for all time',
    load: async () => (await import('./commands/restate.ts')).restate,
  },
  run: {
    usage: 'run',
    about: 'stay up: load files and deliver reports by schedule',
    load: async () => (await import('./commands/run.ts')).run,
  },
  deliver: {
    usage: 'deliver [schedules...]',
    about: 'send every report that is due to everyone it is for, once; safe to call again and again',
    load: async () => (await import('./commands/deliver.ts')).deliver,
  },
  warnings: {
    usage: 'warnings',
    about: 'what the alarm has found and was told of; take it in hand, or hear of it later',
    isGroup: true,
    load: async () => (await import('./commands/warnings.ts')).warnings,
  },
  demo: {
    usage: 'demo',
    about: 'make the demo company’s year, load it and write its report',
    load: async () => (await import('./commands/demo.ts')).demo,
  },
  doctor: {
    usage: 'doctor',
    about: 'check the project: configuration, mappings, warehouse',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
};

/** The one command that the words begin with; else all of them, as help has to list them, with those that are named read. */
export function commandsFor(words: readonly string[]): Promise<readonly AddCommand[]> {
  const first = words[words[0] === '--project' ? 2 : 0] ?? '';
  const asked = Object.hasOwn(commands, first)
    ? Object.entries(commands).filter(([name]) => name === first)
    : Object.entries(commands);
  return Promise.all(asked.map(([name, each]) => (words.includes(name) ? read(each) : listed(each))));
}

async function read({ about, load }: Listed): Promise<AddCommand> {
  const add = await load();
  return (program, io) => {
    add(program, io);
    program.commands.at(-1)?.description(about);
  };
}

const listed =
  ({ usage, about, isGroup = false }: Listed): AddCommand =>
  (program) => {
    const command = program.command(usage).description(about);
    if (isGroup) command.command('list');
  };
