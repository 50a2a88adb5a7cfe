/** The commands by name. Each is read only when it is asked for, so that loading a file holds no typesetter in memory. */
import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

/** Adds itself to the program; its action parses, calls one thing and prints. */
type AddCommand = (program: Command, io: Terminal) => void;

/** In the order in which help lists them. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  init: async () => (await import('./commands/init.ts')).init,
  inspect: async () => (await import('./commands/inspect.ts')).inspect,
  import: async () => (await import('./commands/import.ts')).importFiles,
  loads: async () => (await import('./commands/loads.ts')).loads,
  quarantine: async () => (await import('./commands/quarantine.ts')).quarantine,
  metrics: async () => (await import('./commands/metrics.ts')).metrics,
  compare: async () => (await import('./commands/compare.ts')).compare,
  targets: async () => (await import('./commands/targets.ts')).targets,
  changes: async () => (await import('./commands/changes.ts')).changes,
  chart: async () => (await import('./commands/chart.ts')).chart,
  people: async () => (await import('./commands/people.ts')).people,
  power: async () => (await import('./commands/power.ts')).power,
  rows: async () => (await import('./commands/rows.ts')).rows,
  reconcile: async () => (await import('./commands/reconcile.ts')).reconcile,
  explain: async () => (await import('./commands/explain.ts')).explain,
  actions: async () => (await import('./commands/actions.ts')).actions,
  report: async () => (await import('./commands/report.ts')).report,
  restate: async () => (await import('./commands/restate.ts')).restate,
  run: async () => (await import('./commands/run.ts')).run,
  deliver: async () => (await import('./commands/deliver.ts')).deliver,
  warnings: async () => (await import('./commands/warnings.ts')).warnings,
  demo: async () => (await import('./commands/demo.ts')).demo,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
};

/** The one command that the words begin with; all of them where they begin with none, as help has to list them. */
export function commandsFor(words: readonly string[]): Promise<readonly AddCommand[]> {
  const first = words[words[0] === '--project' ? 2 : 0] ?? '';
  const asked = Object.hasOwn(commands, first) ? [commands[first]] : Object.values(commands);
  return Promise.all(asked.flatMap((load) => load?.() ?? []));
}
