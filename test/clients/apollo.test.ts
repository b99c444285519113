/** Apollo Client, as it is, keeps the answers for different dates apart, and names its documents by their hash. */
import { createHash } from 'node:crypto';
import { ApolloClient, type ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Listening } from '../../src/http/server.ts';
import { TWO_EDITIONS } from '../setup/fixtures.ts';
import { serveGraph } from '../setup/server.ts';
import { sharedGraph } from '../setup/test-graph.ts';
import { DAY, NEIGHBORS, PROVISION, type SeenProvision, seenTwice } from './two-days.ts';

const { graph } = sharedGraph(TWO_EDITIONS);
let server: Listening;
beforeAll(async () => {
  server = await serveGraph(graph());
});
afterAll(() => server.stop());

const clientOf = () =>
  new ApolloClient({
    link: new HttpLink({ uri: `${server.url}/graphql` }),
    cache: new InMemoryCache({
      possibleTypes: { Entity: ['Term', 'Alias', 'Regulation', 'Standard', 'Statute', 'Organization', 'Rule'] },
    }),
  });

test('two days of one provision, and two pictures of one entity, are held beside each other', async () => {
  const client = clientOf();
  const provision = gql(PROVISION);
  const picture = gql(NEIGHBORS);
  const read = async (asOf: string | null) => {
    const variables = { asOf };
    const [one, two] = [
      await client.query<SeenProvision>({ query: provision, variables }),
      await client.query<{ neighborhood: SeenProvision['neighborhood'] }>({ query: picture, variables }),
    ];
    if (one.data === undefined || two.data === undefined) throw new Error('no data');
    return { ...one.data, ...two.data };
  };
  const then = await read(DAY);
  const now = await read(null);
  seenTwice(then, now);
  // From the cache alone, after both are in it.
  const kept = (asOf: string | null) => ({
    ...client.readQuery<SeenProvision>({ query: provision, variables: { asOf } }),
    ...client.readQuery<{ neighborhood: SeenProvision['neighborhood'] }>({ query: picture, variables: { asOf } }),
  });
  expect(kept(DAY)).toEqual(then);
  expect(kept(null)).toEqual(now);
});

test.each([false, true])('a document is sent once, and named by its hash from then on (by GET: %s)', async (byGet) => {
  const sent: boolean[] = [];
  const watched: typeof fetch = (input, init) => {
    const body = init?.body === undefined || init.body === null ? '' : String(init.body);
    sent.push(new URL(String(input)).searchParams.has('query') || 'query' in JSON.parse(body || '{}'));
    return fetch(input, init);
  };
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const link: ApolloLink = new PersistedQueryLink({ sha256, useGETForHashedQueries: byGet }).concat(
    new HttpLink({ uri: `${server.url}/graphql`, fetch: watched }),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const query = gql(`query Hashed${byGet} { meta { version } }`);
  const read = async () => (await client.query({ query, fetchPolicy: 'network-only' })).data;
  const first = await read();
  expect(first).toMatchObject({ meta: { version: expect.any(String) } });
  expect(await read()).toEqual(first);
  expect(sent).toEqual([false, true, false]);
});
