/** What the tests import as `vitest` while their code is broken on purpose: tests are kept, to be run again and again. */

import { format } from 'node:util';

export { expect } from 'vitest';

export interface CollectedTest {
  readonly name: string;
  readonly run: () => unknown;
}

type Body = (...values: never[]) => unknown;

export const collected: CollectedTest[] = [];
const within: string[] = [];

export function test(name: string, run: () => unknown): void {
  // A number keeps tests apart that share a name.
  collected.push({ name: `${collected.length} ${[...within, name].join(' > ')}`, run });
}

test.each =
  (cases: readonly unknown[]) =>
  (name: string, body: Body): void => {
    for (const each of cases) test(format(name, ...listed(each)), () => body(...(listed(each) as never[])));
  };

export function describe(name: string, body: () => void): void {
  within.push(name);
  body();
  within.pop();
}

describe.each =
  (cases: readonly unknown[]) =>
  (name: string, body: Body): void => {
    for (const each of cases)
      describe(format(name, ...listed(each)), () => body(...(listed(each) as never[])));
  };

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
