/** Breaks one folder's code in every small way there is, and asks the folder's own tests about each. */

import { Stryker } from '@stryker-mutator/core';

export type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

export async function mutate(folder: string): Promise<readonly Mutant[]> {
  process.env['MUTATED_FOLDER'] = folder;
  return new Stryker({
    mutate: [`${folder}/**/*.ts`, `!${folder}/**/*.test.ts`],
    ignorePatterns: ['/*', '!/src', '/src/*', '!/src/chance', '!/test', '/test/*', '!/test/mutation'],
    testRunner: 'vitest',
    plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    // TypeScript 7 has no API with which Stryker could rewrite the configuration: no file, nothing to rewrite.
    tsconfigFile: 'tsconfig.none.json',
    concurrency: 2,
    timeoutMS: 3000,
    reporters: [],
    tempDirName: '.stryker-tmp',
  } as ConstructorParameters<typeof Stryker>[0]).runMutationTest();
}
