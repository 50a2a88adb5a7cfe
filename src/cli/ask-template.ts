/** The three questions of `tidemark report new`, asked again until the answer can be used. */
import { createInterface } from 'node:readline/promises';
import { wordsOf } from '../locales/index.ts';
import { nearest, Problem } from '../model/index.ts';
import { type Objective, objectives } from '../reports/index.ts';
import { filters } from './question.ts';
import { ourTemplateFor } from './template-draft.ts';

export interface Asker {
  objective(): Promise<Objective>;
  /** Pairs `dimension=value`; none: all of the work. */
  part(): Promise<readonly string[]>;
  name(usual: string): Promise<string>;
  close(): void;
}

interface Ends {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly signal: AbortSignal;
}

/** null where nobody sits at both ends. */
export function asker({ input, output, signal }: Ends): Asker | null {
  if (input.isTTY !== true || output.isTTY !== true) return null;
  const lines = createInterface({ input, output });
  const gone = new AbortController();
  lines.on('SIGINT', () => lines.close()).once('close', () => gone.abort());
  const listening = { signal: AbortSignal.any([signal, gone.signal]) };
  const until = async <T>(question: string, read: (answer: string) => T): Promise<T> => {
    for (;;) {
      const answer = (await lines.question(question, listening).catch(leave)).trim();
      try {
        return read(answer);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        output.write(`  ${error.message}\n`);
      }
    }
  };
  return {
    objective: () =>
      until(`What is the report for?\n${objectivesMenu()}\nNumber or name [1]: `, (answer) =>
        answer === '' ? 'whole_picture' : objectiveNamed(answer),
      ),
    part: () =>
      until(
        'About which part of the work? Such as team=Milan, or channel=chat channel=email [all of it]: ',
        pairs,
      ),
    name: (usual) => until(`What is it called? [${usual}]: `, (answer) => templateName(answer || usual)),
    close: () => lines.close(),
  };
}

/** Ctrl-C and Ctrl-D leave, and nothing is written. */
function leave(): never {
  throw new Problem('stopped', {
    found: 'no answer',
    expected: 'an answer, or --objective, --where and --name',
    todo: 'nothing was written; start again when you like',
  });
}

/** Values may hold spaces: a new pair begins where a name with = does. */
function pairs(answer: string): readonly string[] {
  const found = answer === '' ? [] : answer.split(/[,;]?\s+(?=[\w.]+=)/);
  filters(found);
  return found;
}

const words = wordsOf('en');

/** @example objectivesMenu() // '  1 whole-picture  Customer service: the whole picture …' */
export const objectivesMenu = (): string =>
  objectives
    .map((each, i) => `  ${i + 1} ${ourTemplateFor(each).padEnd(22)}${words.say(`report.title.${each}`)}`)
    .join('\n');

/** By its number, its name or the name of its template. @throws Problem `objective_unknown` */
export function objectiveNamed(text: string): Objective {
  const wanted = text.trim().toLowerCase();
  const found = objectives.find((each, i) => [each, ourTemplateFor(each), String(i + 1)].includes(wanted));
  if (found !== undefined) return found;
  const names = objectives.map(ourTemplateFor);
  const near = nearest(wanted.replaceAll('_', '-'), names);
  throw new Problem('objective_unknown', {
    found: `"${text}" as an objective`,
    expected: names.join(', '),
    todo: near === null ? 'choose one of these' : `did you mean "${near}"?`,
  });
}

/** Becomes a file's name. @throws Problem `name_invalid` */
export function templateName(text: string): string {
  const name = text.trim().replace(/\.ya?ml$/i, '');
  if (/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,59}$/u.test(name)) return name;
  throw new Problem('name_invalid', {
    found: `"${text}" as a name`,
    expected: 'letters, digits, spaces, - and _, at most 60',
    todo: 'choose another',
  });
}
