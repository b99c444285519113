/** Apollo Client, as it is, keeps the answers for different dates apart. */
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Listening } from '../../src/http/server.ts';
import { serveGraph } from '../setup/server.ts';
import { testGraph } from '../setup/test-graph.ts';
import { importTwoEditions } from '../setup/two-editions.ts';
import { DAY, NEIGHBORS, PROVISION, type SeenProvision, seenTwice } from './two-days.ts';

const { driver, graph, fill } = testGraph();
fill(() => importTwoEditions(driver()));
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
