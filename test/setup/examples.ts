/** Examples in our documents: a query, and below it its real answer. UPDATE_EXAMPLES=1 writes the answers anew. */

import { readFileSync, writeFileSync } from 'node:fs';
import { graphql } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import type { Graph } from '../../src/graph/connect.ts';
import { patientContext } from './ask.ts';

const EXAMPLE = /```graphql\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g;

/** A test for each example of a document, in its order. Gives how many there are. */
export function testExamples(document: URL, graph: () => Graph): number {
  const text = () => readFileSync(document, 'utf8');
  const examples = [...text().matchAll(EXAMPLE)].map(([, query = '', expected = ''], i) => ({
    nth: i + 1,
    query,
    expected,
  }));
  test.each(examples)('example $nth has its real answer', async ({ query, expected }) => {
    const real = await answer(query, graph());
    if (process.env.UPDATE_EXAMPLES) {
      const written = (json: string) => `${query}\`\`\`\n\n\`\`\`json\n${json}`;
      writeFileSync(
        document,
        text().replace(written(expected), () => written(real)),
      );
    } else expect(expected).toBe(real);
  });
  return examples.length;
}

async function answer(source: string, graph: Graph): Promise<string> {
  const { data, errors } = await graphql({ schema, source, contextValue: patientContext(graph) });
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
