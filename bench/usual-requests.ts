/** Requests as users of the API, of the pages, and of pictures send them, with names from the graph of the server. */
import { type Random, random } from '../test/plan/random.ts';
import { graphqlRequest as graphql, type Sent, text } from './shared/send.ts';

const NAMES = `{
  terms(first: 100) { edges { node { id slug name } } }
  sections: regulations(level: SECTION, first: 100) { edges { node { id citation } } }
  parts: regulations(level: PART, first: 20) { edges { node { citation } } }
}`;
const QUESTIONS = [
  'exception for security reasons',
  'who must provide access to patients',
  'why was my claim not paid',
  'certified health IT developer',
  'deadline for breach notification',
];

interface Listed {
  edges: { node: Record<string, string> }[];
}

/** The next request of an endless mix, most of them light: the same seed gives the same requests. */
export async function usualRequests(base: string, seed: number): Promise<() => Sent> {
  const { data } = JSON.parse(await text(base, '/graphql', { query: NAMES }));
  const listed = (list: Listed, name: string) => list.edges.map(({ node }) => node[name] ?? '');
  const r = random(seed);
  const slugs = listed(data.terms, 'slug');
  const names = listed(data.terms, 'name');
  const ids = [...listed(data.terms, 'id'), ...listed(data.sections, 'id')];
  const citations = listed(data.sections, 'citation');
  const parts = listed(data.parts, 'citation');
  const day = () => `202${r.int(7)}-0${1 + r.int(9)}-1${r.int(10)}`;
  const kinds: [share: number, make: () => Sent][] = [
    [25, () => graphql('term', TERM, { slug: r.pick(slugs) })],
    [15, () => graphql('provision', PROVISION, { citation: r.pick(citations), asOf: day() })],
    [15, () => graphql('suggest', SUGGEST, { prefix: r.pick(names).slice(0, 2 + r.int(4)) })],
    [10, () => graphql('search', SEARCH, { query: r.chance(0.5) ? r.pick(QUESTIONS) : r.pick(names) })],
    [10, () => graphql('neighborhood', NEIGHBORHOOD, { of: [r.pick(ids)], limit: r.pick([25, 50, 100]) })],
    [4, () => graphql('paths', PATHS, { from: r.pick(ids), to: r.pick(ids) })],
    [4, () => graphql('changes', CHANGES, { within: r.pick(parts), from: day(), to: '2026-11-01' })],
    [4, () => graphql('annotate', ANNOTATE, { text: `A ${r.pick(names)} or a ${r.pick(names)} may apply.` })],
    [9, () => ({ name: 'page of a term', path: `/term/${r.pick(slugs)}` })],
    [
      3,
      () => ({ name: 'export of a neighborhood', path: `/graph/gexf?of=${encodeURIComponent(r.pick(ids))}&limit=50` }),
    ],
    [1, () => ({ name: 'health', path: '/ready' })],
  ];
  return () => chosen(r, kinds)();
}

function chosen<One>(r: Random, kinds: readonly [share: number, one: One][]): One {
  let at = r.int(kinds.reduce((sum, [share]) => sum + share, 0));
  for (const [share, one] of kinds) {
    if (at < share) return one;
    at -= share;
  }
  throw new Error('the shares have a sum');
}

const TERM = `query ($slug: String!) { term(slug: $slug) {
  name shortDefinition definition aliases { name } relatedTerms(first: 10) { edges { node { slug name } } }
  mentionedIn(first: 10) { edges { count node { citation heading } } } definitions { text regulation { citation } } } }`;
const PROVISION = `query ($citation: String!, $asOf: Date) { regulation(citation: $citation, asOf: $asOf) {
  citation heading text coverage { certainty } mentions(first: 20) { edges { count node { slug name } } } } }`;
const SUGGEST = 'query ($prefix: String!) { suggest(prefix: $prefix) { text entity { id kind } } }';
const SEARCH = `query ($query: String!) { search(query: $query, first: 10) {
  totalCount edges { score reasons node { id label } highlights { text } } } }`;
const PICTURE = 'nodes { key kind label x y relevance } edges { key source target type }';
const NEIGHBORHOOD = `query ($of: [ID!]!, $limit: Int!) { neighborhood(of: $of, depth: 2, limit: $limit, layout: FORCE) { ${PICTURE} } }`;
const PATHS = `query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, limit: 3) { paths { nodes { id label } } completeness { exact } } }`;
const CHANGES = `query ($within: String, $from: Date!, $to: Date!) { changes(within: $within, from: $from, to: $to, first: 20) {
  edges { node { kind on subject { label } } } } }`;
const ANNOTATE = 'query ($text: String!) { annotate(text: $text) { start end entities { id } } }';
