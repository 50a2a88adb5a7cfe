/** The terminal face: parse, call one thing, print. */
import { Problem } from '../model/index.ts';
import { program } from './program.ts';
import { terminal } from './terminal.ts';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort(
      new Problem('stopped', {
        found: 'a request to stop',
        expected: 'to finish',
        todo: 'nothing was left half done; start again when you like',
      }),
    );
  });
}
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const io = terminal({ stdout: process.stdout, stderr: process.stderr, signal: stopping.signal });
process.exitCode = await program(io).run(process.argv.slice(2));
