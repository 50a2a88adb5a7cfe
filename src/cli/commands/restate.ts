/** `tidemark restate`: the settings of today count for all time, also where figures were given out under earlier ones. */
import type { Command } from 'commander';
import { refreshFacts } from '../../warehouse/index.ts';
import { changeProject } from '../project.ts';
import { factSettings } from '../settings.ts';
import type { Terminal } from '../terminal.ts';

export function restate(program: Command, io: Terminal): void {
  program.command('restate').action(async (options: { json?: boolean }, command: Command) => {
    await changeProject(command, ({ config, warehouse }) => {
      io.progress('making the facts again …');
      return warehouse.remake({
        settings: factSettings(config),
        refreshFacts,
        restate: true,
        signal: io.signal,
      });
    });
    io.progress(null);
    if (options.json === true) io.result(`${JSON.stringify({ restated: true })}\n`);
    else
      io.say(
        'Restated: the opening hours and agreements of today now count for all time. Reports that were made before may show other figures.',
      );
  });
}
