/** A terminal that nobody looks at: for benchmarks and tests. */
import type { Terminal } from './terminal.ts';

export const silentTerminal: Terminal = {
  result: () => {},
  say: () => {},
  progress: () => {},
  width: 80,
  signal: new AbortController().signal,
};
