import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/setup/longest-first.ts';
import { mostWorkers } from './test/setup/workers.ts';

export default defineConfig({
  // A regular expression, not a string: `graphql/execution/…` must stay reachable, yet one copy of graphql must serve all.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/build.ts', 'test/setup/neo4j.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: mostWorkers(process.env),
    sequence: { sequencer: LongestFirst },
  },
});
