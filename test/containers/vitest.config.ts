import { defineConfig } from 'vitest/config';

/** The tests of the image and of docker-compose.yml, which `npm run test:containers` runs. */
export default defineConfig({
  test: {
    include: ['test/containers/*.suite.ts'],
    testTimeout: 180_000,
    hookTimeout: 1_800_000, // the first build downloads everything
    bail: 1, // each test uses what the one before has left
    reporters: ['verbose'],
  },
});
