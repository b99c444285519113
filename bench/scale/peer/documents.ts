/** The same questions as documents of the peer, and its answers in the form of our answers. */
import { neighborhood } from '../by-hand/neighborhood.ts';
import { today } from '../by-hand/statement.ts';
import { suggest } from '../by-hand/suggest.ts';

/** A question for the peer. */
export interface PeerWork {
  document: string;
  /** The variables of the peer's document, from those of ours. */
  variables(variables: Readonly<Record<string, unknown>>): Record<string, unknown>;
  /** The data of an answer in the form of our data. Used only when answers are compared. */
  data(data: unknown): unknown;
}

type Row = Record<string, unknown>;

const IN_FORCE = `{ edge: { AND: [
  { OR: [{ validFrom: { eq: null } }, { validFrom: { lte: $day } }] }, { OR: [{ validTo: { eq: null } }, { validTo: { gt: $day } }] }
] } }`;
const TERM = 'slug name shortDefinition';
const rowsOf = (rows: unknown) => rows as Row[];
const edgesOf = (connection: unknown) => (connection as { edges: { node: Row; properties: Row }[] }).edges;
const counted = (connection: unknown) => ({
  edges: edgesOf(connection).map(({ node, properties }) => ({
    count: (properties.evidenceRules as string[]).length,
    node,
  })),
});

export const PEER_WORKS: Readonly<Record<string, PeerWork>> = {
  Q1: {
    document: `query Q1($slug: String!, $day: String!) { terms(where: { slug: { eq: $slug } }) {
      id name degree shortDefinition definition keyTakeaways sectionHeadings sectionBodies
      aliases(sort: [{ name: ASC }, { id: ASC }]) { name aliasKind }
      relatedConnection(first: 10, sort: [{ edge: { weight: DESC } }, { node: { name: ASC } }, { node: { id: ASC } }, { edge: { id: ASC } }]) {
        totalCount pageInfo { hasNextPage } edges { node { ${TERM} } } }
      mentionedInConnection(first: 10, where: ${IN_FORCE}, sort: [{ node: { sortKey: ASC } }, { node: { id: ASC } }, { edge: { id: ASC } }]) {
        edges { properties { evidenceRules } node { citation heading } } }
      definedInConnection(where: ${IN_FORCE}, sort: [{ node: { sortKey: ASC } }, { edge: { id: ASC } }]) {
        edges { properties { text } node { citation } } }
      standards(sort: [{ key: ASC }, { id: ASC }]) { key name } statutes(sort: [{ name: ASC }, { id: ASC }]) { citation name } } }`,
    variables: ({ slug }) => ({ slug, day: today() }),
    data(data) {
      const [found] = rowsOf((data as Row).terms);
      if (found === undefined) return { term: null };
      const { sectionHeadings, sectionBodies, relatedConnection, mentionedInConnection, definedInConnection, ...rest } =
        found;
      const term = {
        ...rest,
        sections: (sectionHeadings as string[]).map((heading, i) => ({
          heading,
          body: (sectionBodies as string[])[i],
        })),
        relatedTerms: relatedConnection,
        mentionedIn: counted(mentionedInConnection),
        definitions: edgesOf(definedInConnection).map(({ node, properties: { text } }) => ({ text, regulation: node })),
      };
      return { term };
    },
  },
  Q2: {
    document: `query Q2($id: ID!, $day: String!) { neighborhood(id: $id, day: $day) {
      nodes { key kind label degree relevance distance } edges { key source target type weight } completeness { exact omittedNodes } } }`,
    variables: neighborhood.parameters,
    data: (data) => data,
  },
  Q3: {
    document: `query Q3($citation: String!, $day: String!) { regulations(where: { citation: { eq: $citation } }) { citation heading
      childrenConnection(where: ${IN_FORCE}, sort: [{ node: { sortKey: ASC } }, { node: { id: ASC } }]) { edges { node { citation heading
        childrenConnection(where: ${IN_FORCE}, sort: [{ node: { sortKey: ASC } }, { node: { id: ASC } }]) { edges { node { citation heading
          mentionsConnection(first: 5, where: ${IN_FORCE}, sort: [{ node: { name: ASC } }, { node: { id: ASC } }, { edge: { id: ASC } }]) {
            edges { properties { evidenceRules } node { ${TERM} } } } } } } } } } } }`,
    variables: ({ citation }) => ({ citation, day: today() }),
    data(data) {
      const children = ({ childrenConnection, mentionsConnection, ...own }: Row): Row => ({
        ...own,
        ...(childrenConnection !== undefined && {
          children: edgesOf(childrenConnection).map(({ node }) => children(node)),
        }),
        ...(mentionsConnection !== undefined && { mentions: counted(mentionsConnection) }),
      });
      const [found] = rowsOf((data as Row).regulations);
      return { regulation: found === undefined ? null : children(found) };
    },
  },
  Q4: {
    document: `query Q4($words: String!, $start: String!) { suggest(words: $words, start: $start) {
      text entity { id label kind } matchedAlias { name } } }`,
    variables: suggest.parameters,
    data: (data) => data,
  },
};
