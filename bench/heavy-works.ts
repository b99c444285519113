/** The heaviest work that a server accepts: what `npm run bench:health` repeats. */
import { graphqlRequest as graphql, type Sent, text } from './shared/send.ts';

const TEXT_BYTES = 64 * 1024;
const READERS = 20;
const PICTURE = 'nodes { key kind label x y } edges { key source target } completeness { exact }';

/** Work that some clients repeat, four unless it says another number. */
export interface HeavyWork extends Sent {
  clients?: number;
}

/** The entities with the most relations, which take longest, and a text with many names. */
export async function heavyWorks(base: string): Promise<HeavyWork[]> {
  const query = `{ graph(limit: 20, ranking: DEGREE) { nodes { key } }
    parts: regulations(level: PART, first: 100) { edges { node { citation fullText } } } }`;
  const { data } = JSON.parse(await text(base, '/graphql', { query }));
  const of = data.graph.nodes.map(({ key }: { key: string }) => key);
  const parts: { citation: string; fullText: string | null }[] = data.parts.edges.map(
    ({ node }: { node: { citation: string; fullText: string | null } }) => node,
  );
  const [longest] = [...parts].sort((a, b) => (b.fullText?.length ?? 0) - (a.fullText?.length ?? 0));
  const law = longest?.fullText ?? '';
  const names =
    law.length > 100 ? law : 'A health care provider shares electronic health information with a developer. ';
  const long = Buffer.from(names.repeat(Math.ceil(TEXT_BYTES / names.length)))
    .subarray(0, TEXT_BYTES - 10)
    .toString();
  return [
    { name: 'the home page', path: '/' },
    graphql(
      'neighborhood, depth 1',
      `query ($of: [ID!]!) { neighborhood(of: $of, depth: 1, limit: 2000) { ${PICTURE} } }`,
      { of },
    ),
    graphql(
      'neighborhood, depth 4',
      `query ($of: [ID!]!) { neighborhood(of: $of, depth: 4, limit: 2000, ranking: DEGREE) { ${PICTURE} } }`,
      { of },
    ),
    graphql(
      'by relevance, depth 4',
      `query ($of: [ID!]!) { neighborhood(of: $of, depth: 4, limit: 2000) { ${PICTURE} } }`,
      { of },
    ),
    graphql(
      'search by meaning',
      'query ($query: String!) { search(query: $query, first: 20) { totalCount edges { score reasons node { label } highlights { text } } } }',
      { query: 'who must give patients a copy of their records without delay' },
    ),
    { name: '20 readers of GraphiQL', path: '/graphql', headers: { accept: 'text/html' }, clients: READERS },
    graphql('graph, force layout', `{ graph(limit: 20000, layout: FORCE) { ${PICTURE} } }`),
    graphql(
      'terms and relations',
      '{ terms(first: 100) { edges { node { name relations(first: 100) { edges { node { id label } evidence { quote } } } } } } }',
    ),
    graphql(
      'annotate 64 KiB',
      'query ($text: String!) { annotate(text: $text) { start end text entities { id label } } }',
      { text: long },
    ),
    graphql(
      'diff of a part',
      `{ regulation(citation: ${JSON.stringify(longest?.citation ?? '45 CFR Part 171')}) { diff(from: "2000-01-01", to: "2026-12-31") { op text } } }`,
    ),
    { name: 'export, JSON Lines', path: '/graph/jsonl' },
    { name: 'export, GEXF', path: '/graph/gexf' },
  ];
}
