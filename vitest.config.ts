import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/setup/longest-first.ts';
import { mostWorkers } from './test/setup/workers.ts';

export default defineConfig({
  // A regular expression, not a string: `graphql/execution/…` must stay reachable, yet one copy of graphql must serve all.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/setup/build.ts', 'test/setup/neo4j.ts'],
    // Tests of search by meaning load the model themselves; no other test downloads it.
    env: { MEANING: 'off' },
    // A worker keeps its process: what every file imports is loaded and compiled once.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: mostWorkers(process.env),
    sequence: { sequencer: LongestFirst },
  },
});
