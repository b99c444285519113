import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A regular expression, not a string: `graphql/execution/…` must stay reachable, yet one copy of graphql must serve all.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/neo4j.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // One database serves the whole run: files that write to it take turns.
    fileParallelism: false,
  },
});
