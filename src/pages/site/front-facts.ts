/** The data on the home page about terms, law, and standards. */
import { document, type ResultOf } from '../../../schema/document.ts';
import type { Ask } from '../ask.ts';

/** The standards that most readers come for, by key. Those that are not in the graph are left out. */
const STANDARDS: readonly string[] = ['uscdi', 'us-core', 'fhir', 'smart-app-launch', 'bulk-data', 'c-cda'];

const FACTS = document(`
query FrontDoor($standards: [ID!]!) {
  regulations(level: PART, first: 100) {
    totalCount
    edges { node { id citation heading degree } }
  }
  nodes(ids: $standards) {
    ... on Standard {
      id name
      children(level: VERSION, first: 100) { edges { node { id label version adoptions { validFrom } } } }
    }
  }
}`);

type Found = ResultOf<typeof FACTS>;
type Part = NonNullable<Found['regulations']>['edges'][number]['node'];
type Standard = Extract<NonNullable<NonNullable<Found['nodes']>[number]>, { name: string }>;
type Version = Standard['children']['edges'][number]['node'];

/** The data on the home page. */
export interface FrontFacts {
  /** The parts with the most relations, in the order of the law. */
  readonly parts: readonly Part[];
  readonly partCount: number;
  /** The standards, with the versions that the law adopts today. */
  readonly standards: readonly { readonly id: string; readonly name: string; readonly adopted: readonly Version[] }[];
}

/** The parts that the front door names. */
const PARTS = 7;

/** Queries the data for the home page. */
export const frontFacts = async (ask: Ask): Promise<FrontFacts> => {
  const { regulations, nodes } = (await ask(FACTS, { standards: STANDARDS.map((key) => `Standard:${key}`) })).data;
  const all = regulations?.edges.map(({ node }) => node) ?? [];
  const known = new Set([...all].sort((a, b) => b.degree - a.degree).slice(0, PARTS));
  const standards = (nodes ?? []).flatMap((one) => (one && 'name' in one ? [one] : []));
  return {
    parts: all.filter((one) => known.has(one)),
    partCount: regulations?.totalCount ?? 0,
    standards: standards.map(({ id, name, children }) => ({
      ...{ id, name },
      adopted: children.edges.flatMap(({ node }) => (node.adoptions.length > 0 ? [node] : [])),
    })),
  };
};
