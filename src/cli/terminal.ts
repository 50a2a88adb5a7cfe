/** Where words, progress and results go: results to stdout alone, everything else to stderr. */

export interface Terminal {
  /** A result: text with its own line ends. */
  result(text: string | Uint8Array): void;
  /** A word to the person. */
  say(text: string): void;
  /** Shown only after a second, and only to a person; `null` takes it away. */
  progress(text: string | null): void;
  readonly width: number;
  readonly signal: AbortSignal;
}

/** A quick command shows no progress at all. */
const patienceMs = 1000;

interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly signal: AbortSignal;
  readonly now?: () => number;
}

export function terminal({ stdout, stderr, signal, now = Date.now }: Streams): Terminal {
  const began = now();
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  return {
    result: (text) => {
      clear();
      stdout.write(text);
    },
    say: (text) => {
      clear();
      stderr.write(`${text}\n`);
    },
    progress: (text) => {
      clear();
      if (text === null || !stderr.isTTY || now() - began < patienceMs) return;
      stderr.write(text.slice(0, (stderr.columns ?? 80) - 1));
      shown = true;
    },
    width: Math.min(stdout.columns ?? 80, 120),
    signal,
  };
}
