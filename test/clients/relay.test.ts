/** Relay, with artifacts that its own compiler makes from our SDL, keeps the answers for different dates apart. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Listening } from '../../src/http/server.ts';
import { TWO_EDITIONS } from '../setup/fixtures.ts';
import { serveGraph } from '../setup/server.ts';
import { sharedGraph } from '../setup/test-graph.ts';
import { DAY, NEIGHBORS, PROVISION, type SeenProvision, seenTwice } from './two-days.ts';

const require = createRequire(import.meta.url);
const {
  createOperationDescriptor,
  Environment,
  fetchQuery,
  getRequest,
  Network,
  RecordSource,
  Store,
} = require('relay-runtime');

const { graph } = sharedGraph(TWO_EDITIONS);
let server: Listening;
let folder: string;
beforeAll(async () => {
  server = await serveGraph(graph());
  folder = mkdtempSync(join(tmpdir(), 'glossograph-relay-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.stop();
});

/** What the compiler makes of the two queries. */
function compiled(): { provision: object; picture: object } {
  const sdl = fileURLToPath(new URL('../../schema/schema.graphql', import.meta.url));
  mkdirSync(join(folder, 'made'));
  writeFileSync(join(folder, 'schema.graphql'), readFileSync(sdl));
  writeFileSync(join(folder, 'TwoDays.js'), `graphql\`${PROVISION}\`;\ngraphql\`${NEIGHBORS}\`;\n`);
  writeFileSync(
    join(folder, 'relay.config.json'),
    JSON.stringify({ src: '.', schema: './schema.graphql', language: 'javascript', artifactDirectory: './made' }),
  );
  execFileSync(process.execPath, [require.resolve('relay-compiler/cli.js'), 'relay.config.json'], { cwd: folder });
  const artifact = (name: string) => require(join(folder, 'made', `${name}.graphql.js`));
  return { provision: artifact('TwoDaysProvisionQuery'), picture: artifact('TwoDaysPictureQuery') };
}

test('two days of one provision, and two pictures of one entity, are held beside each other', async () => {
  const { provision, picture } = compiled();
  const environment = new Environment({
    store: new Store(new RecordSource()),
    network: Network.create(async ({ text }: { text: string }, variables: object) => {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables }),
      });
      return response.json();
    }),
  });
  const read = async (asOf: string | null): Promise<SeenProvision> => ({
    ...(await fetchQuery(environment, provision, { asOf }).toPromise()),
    ...(await fetchQuery(environment, picture, { asOf }).toPromise()),
  });
  const then = await read(DAY);
  const now = await read(null);
  seenTwice(then, now);
  // From the store alone, after both are in it.
  const kept = (asOf: string | null): SeenProvision =>
    Object.assign(
      {},
      ...[provision, picture].map(
        (query) => environment.lookup(createOperationDescriptor(getRequest(query), { asOf }).fragment).data,
      ),
    );
  expect(kept(DAY)).toEqual(then);
  expect(kept(null)).toEqual(now);
});
