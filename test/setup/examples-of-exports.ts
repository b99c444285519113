/** Examples of exports in our documents: a request by curl, and below it the real answer, or the lines of it that are looked for. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/connect.ts';
import type { Listening } from '../../src/http/server.ts';
import { serveGraph } from './server.ts';

const EXAMPLE =
  /```sh\n(curl -s 'http:\/\/127\.0\.0\.1:4000([^']+)'(?: \| grep '([^']+)')?)\n```\n\n```(\w+)\n([\s\S]*?)```/g;

/** A test for each of them. UPDATE_EXAMPLES=1 writes their answers anew. Gives how many there are. */
export function testExports(document: URL, graph: () => Graph): number {
  let server: Listening;
  beforeAll(async () => {
    server = await serveGraph(graph());
  });
  afterAll(() => server.stop(0));
  const text = () => readFileSync(document, 'utf8');
  const examples = [...text().matchAll(EXAMPLE)].map(
    ([, command = '', path = '', sought = '', language, expected]) => ({
      ...{ command, path, sought, language, expected },
    }),
  );
  test.each(examples)('$command', async ({ command, path, sought, language, expected }) => {
    const response = await fetch(server.url + path);
    const lines = (await response.text()).replaceAll('\r\n', '\n').split(/(?<=\n)/);
    const real = lines.filter((line) => line.includes(sought)).join('');
    if (process.env.UPDATE_EXAMPLES) {
      const written = (answer?: string) => `${command}\n\`\`\`\n\n\`\`\`${language}\n${answer}\`\`\``;
      writeFileSync(
        document,
        text().replace(written(expected), () => written(real)),
      );
    } else expect(expected).toBe(real);
  });
  return examples.length;
}
