import { defineConfig } from 'vitest/config';
import { COMPILED } from './test/support/compiled/folder.ts';
import { LongestFirst } from './test/support/longest-first.ts';

/** Tests of functions alone: nothing they do outlives them, so that they share one loading of the product. */
const FUNCTIONS = `test/{${['audit', 'classify', 'correct', 'french', 'interpret', 'model', 'publish', 'read', 'reconcile', 'tabulate'].join()}}/**/*.test.ts`;

export default defineConfig({
  // The processes that a test starts by way of the product are compiled ones, as those of the command are.
  resolve: {
    alias: [{ find: /^(?:\.{1,2}\/)+(?:pipelines\/)?worker-entries\.ts$/u, replacement: `${COMPILED}pipelines/worker-entries.js` }],
  },
  test: {
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'functions', include: [FUNCTIONS], isolate: false } },
      {
        extends: true,
        test: { name: 'programs', include: ['test/**/*.test.ts'], exclude: [FUNCTIONS], globalSetup: ['test/support/compiled/setup.ts'] },
      },
    ],
  },
});
