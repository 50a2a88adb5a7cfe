/** Breaks files of one folder in every small way there is, and asks the folder's own tests about each. */

import { Stryker } from '@stryker-mutator/core';

export type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

export async function mutate(folder: string, files: readonly string[]): Promise<readonly Mutant[]> {
  process.env['MUTATED_FOLDER'] = folder;
  return new Stryker({
    mutate: [...files],
    ignorePatterns: ['/*', '!/src', '/src/*', '!/src/chance', '!/test', '/test/*', '!/test/mutation'],
    testRunner: 'loaded-once',
    plugins: [new URL('./runner.ts', import.meta.url).href],
    coverageAnalysis: 'perTest',
    // TypeScript 7 has no API with which Stryker could rewrite the configuration: no file, nothing to rewrite.
    tsconfigFile: 'tsconfig.none.json',
    concurrency: 2,
    // A busy machine must not make a slow test look like one that never ends.
    timeoutMS: 20_000,
    timeoutFactor: 4,
    dryRunTimeoutMinutes: 20,
    reporters: ['progress-append-only'],
    tempDirName: `.stryker-tmp/${process.pid}`,
    logLevel: 'error',
  } as ConstructorParameters<typeof Stryker>[0]).runMutationTest();
}
