/** The README's examples, word for word. UPDATE_README=1 writes their answers anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { SETTINGS } from '../src/config.ts';
import { checkSeed } from '../src/import/seed/index.ts';
import { writeImport } from '../src/import/write.ts';
import { Reader } from '../src/plan/read.ts';
import { testGraph } from './setup/test-graph.ts';

const README = new URL('../README.md', import.meta.url);
const EXAMPLE = /```graphql\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g;
const readme = () => readFileSync(README, 'utf8');

const { driver, graph, fill } = testGraph();
fill(async () => {
  const { records } = await checkSeed(fileURLToPath(new URL('../seed/', import.meta.url)));
  await writeImport(driver(), undefined, { origin: 'seed', records });
});

async function answer(source: string): Promise<string> {
  const { data, errors } = await graphql({ schema, source, contextValue: { graph: new Reader(graph()) } });
  expect(errors).toBeUndefined();
  return `${compact(data)}\n`;
}

/** JSON for readers: what fits on a line stands on one. */
function compact(value: unknown, indent = ''): string {
  const line = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  if (indent.length + line.length <= 110 || typeof value !== 'object' || value === null) return line;
  const deeper = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item) => `${deeper}${compact(item, deeper)}`)
    : Object.entries(value).map(([key, item]) => `${deeper}"${key}": ${compact(item, deeper)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${items.join(',\n')}\n${indent}${close}`;
}

describe('the README', () => {
  const examples = [...readme().matchAll(EXAMPLE)];

  test.each(examples.map(([, query = '', expected = ''], i) => [i + 1, query, expected] as const))(
    'example %i has its real answer',
    async (_i, query, expected) => {
      const real = await answer(query);
      if (process.env.UPDATE_README) {
        writeFileSync(
          README,
          readme().replace(`${query}\`\`\`\n\n\`\`\`json\n${expected}`, () => `${query}\`\`\`\n\n\`\`\`json\n${real}`),
        );
      } else expect(expected).toBe(real);
    },
  );

  test('has an example for each of the three jobs, its two commands, and every setting', () => {
    expect(examples.length).toBe(3);
    for (const command of ['npm ci && npm start', 'npm ci && npm test']) expect(readme()).toContain(`\n${command}\n`);
    for (const name of Object.keys(SETTINGS)) expect(readme()).toContain(`\`${name}\``);
  });
});
