/** How the tests of one folder run while its code is broken on purpose; the folder comes in as MUTATED_FOLDER. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [`${process.env['MUTATED_FOLDER'] ?? 'src/chance'}/**/*.test.ts`],
    setupFiles: ['test/mutation/same-draws.ts'],
    pool: 'threads',
    isolate: false,
    testTimeout: 60_000,
  },
});
