/** Stryker's way to our tests: they stay loaded in one process, so that a break costs what its tests cost and no more. */

import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { type CollectedTest, collected } from './collected-tests.ts';

/** What Stryker's instrumented code looks at; see @stryker-mutator/api, InstrumenterContext. */
interface Switchboard {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { readonly perTest: Record<string, unknown> } | undefined;
}

interface MutantRun {
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
  readonly activeMutant: { readonly id: string };
  readonly mutantActivation: 'runtime' | 'static';
  /** Modules must be loaded anew: the break is in what runs as they are, or the last one was. */
  readonly reloadEnvironment: boolean;
}

/** Tests that use more milliseconds, simulations as a rule, are not asked: a break must be noticed by the others. */
const TOO_LONG = 200;

/** How long each test takes, from the run without a break to the workers that try breaks in the same place. */
const timesFile = 'times-of-tests.json';

const own = new URL('./collected-tests.ts', import.meta.url).href;
let generation = 0;
registerHooks({
  resolve: (name, context, next) => {
    if (name === 'vitest' && context.parentURL !== own) return { url: own, shortCircuit: true };
    const found = next(name, context);
    const isOurs = found.url.startsWith(pathToFileURL(resolve('src')).href);
    return isOurs ? { ...found, url: `${found.url}?${generation}` } : found;
  },
});

// The same draws for every break, so that a score can be had again; fewer than usual, and one counterexample is enough.
fc.configureGlobal({ seed: 20261122, numRuns: 40, endOnFailure: true });

const board: Switchboard = {};
Reflect.set(globalThis, '__stryker__', board);

let isLoaded = false;

async function tests(anew: boolean): Promise<readonly CollectedTest[]> {
  if (isLoaded && !anew) return collected;
  isLoaded = false;
  generation += 1;
  collected.length = 0;
  for (const file of globSync(`${process.env['MUTATED_FOLDER']}/**/*.test.ts`).toSorted()) {
    await import(pathToFileURL(resolve(file)).href);
  }
  isLoaded = true;
  return collected;
}

async function failureOf(test: CollectedTest): Promise<string | null> {
  try {
    await test.run();
    return null;
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
}

async function dryRun(): Promise<object> {
  const results: object[] = [];
  const quick: [name: string, milliseconds: number][] = [];
  for (const test of await tests(false)) {
    board.currentTestId = test.name;
    const [start, used] = [performance.now(), process.cpuUsage()];
    const failureMessage = await failureOf(test);
    const timeSpentMs = performance.now() - start;
    const milliseconds = process.cpuUsage(used).user / 1000;
    if (failureMessage === null && milliseconds > TOO_LONG) {
      delete board.mutantCoverage?.perTest[test.name];
      continue;
    }
    quick.push([test.name, milliseconds]);
    const shared = { id: test.name, name: test.name, timeSpentMs };
    results.push(
      failureMessage === null ? { ...shared, status: 0 } : { ...shared, status: 1, failureMessage },
    );
  }
  board.currentTestId = undefined;
  writeFileSync(timesFile, JSON.stringify(quick));
  return { status: 'complete', tests: results, mutantCoverage: board.mutantCoverage };
}

/** The quick tests first: most breaks are noticed by one of them. */
function inOrder(all: readonly CollectedTest[], asked: readonly string[] | undefined): CollectedTest[] {
  const times = new Map<string, number>(
    existsSync(timesFile) ? JSON.parse(readFileSync(timesFile, 'utf8')) : [],
  );
  const timeOf = ({ name }: CollectedTest): number => times.get(name) ?? Number.POSITIVE_INFINITY;
  const isAsked = (test: CollectedTest): boolean =>
    asked?.includes(test.name) ?? timeOf(test) < Number.POSITIVE_INFINITY;
  return all.filter(isAsked).toSorted((a, b) => timeOf(a) - timeOf(b));
}

async function mutantRun(options: MutantRun): Promise<object> {
  const { testFilter, hitLimit, activeMutant, mutantActivation, reloadEnvironment } = options;
  Object.assign(board, {
    activeMutant: undefined,
    hitCount: hitLimit === undefined ? undefined : 0,
    hitLimit,
  });
  // A break in what runs when a module is loaded must be there before it is; all others only while the tests run.
  if (mutantActivation === 'static') board.activeMutant = activeMutant.id;
  const all = await tests(reloadEnvironment).catch(() => null);
  if (all === null)
    return { status: 'killed', killedBy: ['loading'], failureMessage: 'loading', nrOfTests: 0 };
  board.activeMutant = activeMutant.id;
  const asked = inOrder(all, testFilter);
  for (const [nrOfTests, test] of asked.entries()) {
    const failureMessage = await failureOf(test);
    if (hitLimit !== undefined && (board.hitCount ?? 0) > hitLimit)
      return { status: 'timeout', reason: 'endless' };
    if (failureMessage !== null)
      return { status: 'killed', killedBy: [test.name], failureMessage, nrOfTests };
  }
  return { status: 'survived', nrOfTests: asked.length };
}

const runner = { capabilities: () => ({ reloadEnvironment: true }), dryRun, mutantRun };

export const strykerPlugins = [{ kind: 'TestRunner', name: 'loaded-once', factory: () => runner }];
