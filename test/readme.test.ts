/** The README, word for word. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SETTINGS } from '../src/config.ts';
import { testExamples } from './setup/examples.ts';
import { SEED } from './setup/fixtures.ts';
import { sharedGraph } from './setup/test-graph.ts';

const README = new URL('../README.md', import.meta.url);

const { graph } = sharedGraph(SEED);

describe('the README', () => {
  const examples = testExamples(README, graph);

  test('has an example for each of the three jobs, its two commands, and every setting', () => {
    const readme = readFileSync(README, 'utf8');
    expect(examples).toBe(3);
    for (const command of ['npm ci && npm start', 'npm ci && npm test']) expect(readme).toContain(`\n${command}\n`);
    for (const name of Object.keys(SETTINGS)) expect(readme).toContain(`\`${name}\``);
  });
});
