/** The workloads: a GraphQL document, and the variables of each call. */
import {
  DEFINITIONS,
  definedTerm,
  formatCitation,
  idOfTerm,
  nameOfTerm,
  partCitation,
  regulationId,
  type ScalePlan,
  SECTIONS,
  sectionCitation,
  slugOfTerm,
} from './generate-plan.ts';
import { chanceOf, subjectWord } from './generate-words.ts';

/** A workload. */
export interface ScaleWork {
  key: string;
  name: string;
  document: string;
  /** The variables of the nth call. Hubs are asked for more often than other items. */
  variables(plan: ScalePlan, nth: number): Record<string, unknown>;
  /** What must be equal in two answers. All of the data unless given. */
  compared?(data: unknown): unknown;
}

const SALT = 40;
const chance = ({ seed }: ScalePlan, nth: number) => chanceOf(seed + SALT, nth);
/** One in ten is a hub, and one in five is a term of our own. */
function someTerm(plan: ScalePlan, nth: number): number {
  const r = chance(plan, nth);
  if (nth % 10 === 0) return r.int(20);
  return nth % 5 === 1 ? r.int(plan.own) : r.int(plan.terms);
}

const TERM = 'slug name shortDefinition';
const FROM_YEAR = 2017;
const YEARS = 8;

export const WORKS: readonly ScaleWork[] = [
  {
    key: 'Q1',
    name: 'term page',
    variables: (plan, nth) => ({ slug: slugOfTerm(plan, someTerm(plan, nth)) }),
    document: `query Q1($slug: String!) { term(slug: $slug) {
      id name degree shortDefinition definition keyTakeaways sections { heading body } aliases { name aliasKind }
      relatedTerms(first: 10) { totalCount pageInfo { hasNextPage } edges { node { ${TERM} } } }
      mentionedIn(first: 10) { edges { count node { citation heading } } }
      definitions { text regulation { citation } }
      standards { key name } statutes { citation name } } }`,
  },
  {
    key: 'Q2',
    name: 'neighborhood, 2 hops, 100 nodes',
    variables: (plan, nth) => ({ id: idOfTerm(plan, someTerm(plan, nth)) }),
    document: `query Q2($id: ID!) { neighborhood(of: [$id], depth: 2, limit: 100) {
      nodes { key kind label degree relevance distance } edges { key source target type weight }
      completeness { exact omittedNodes } } }`,
  },
  {
    key: 'Q3',
    name: 'part, sections, terms',
    variables: (plan, nth) => ({ citation: formatCitation(partCitation(chance(plan, nth).int(plan.parts))) }),
    document: `query Q3($citation: String!) { regulation(citation: $citation) { citation heading
      children { citation heading children { citation heading mentions(first: 5) { edges { count node { ${TERM} } } } } } } }`,
  },
  {
    key: 'Q4',
    name: 'suggest',
    variables: (plan, nth) => {
      const r = chance(plan, nth);
      const name = nameOfTerm(plan, someTerm(plan, nth));
      return { prefix: name.slice(0, 3 + r.int(Math.min(12, name.length - 2))).trim() };
    },
    document: `query Q4($prefix: String!) { suggest(prefix: $prefix) { text entity { id label kind } matchedAlias { name } } }`,
  },
  {
    key: 'Q5',
    name: 'shortest path',
    variables: (plan, nth) => {
      const r = chance(plan, nth);
      const section = regulationId(sectionCitation(r.int(plan.parts), 2 + r.int(SECTIONS - 1)));
      const from = someTerm(plan, nth);
      const other = (from + 1 + r.int(plan.terms - 1)) % plan.terms;
      return { from: idOfTerm(plan, from), to: nth % 4 === 0 ? section : idOfTerm(plan, other) };
    },
    document: `query Q5($from: ID!, $to: ID!) { paths(from: $from, to: $to, maxLength: 8, limit: 1, ranking: DEGREE) {
      paths { length nodes { id label } hops { type source target } } } }`,
    // Of several shortest paths, a statement that stops at the first one finds another than one that compares them all.
    compared: (data) => (data as { paths: { paths: { length: number }[] } }).paths.paths.map(({ length }) => length),
  },
  {
    key: 'Q6',
    name: 'search of three words',
    variables: (plan, nth) => {
      const r = chance(plan, nth);
      const named = nameOfTerm(plan, someTerm(plan, nth)).split(' ');
      const words = [...(nth % 2 === 0 ? named : []), subjectWord(r), subjectWord(r), subjectWord(r)];
      return { query: words.slice(0, 3).join(' ') };
    },
    document: `query Q6($query: String!) { search(query: $query, first: 10) { edges { score node { id label kind }
      highlights { field text ranges } } } }`,
  },
  {
    key: 'Q7',
    name: 'changes of a part',
    variables: (plan, nth) => {
      const r = chance(plan, nth);
      const year = FROM_YEAR + r.int(YEARS);
      const within = formatCitation(partCitation(r.int(plan.parts)));
      return { within, from: `${year}-01-01`, to: `${year + 1 + r.int(2)}-12-31` };
    },
    document: `query Q7($within: String!, $from: Date!, $to: Date!) { changes(within: $within, from: $from, to: $to, first: 20) {
      totalCount pageInfo { hasNextPage } edges { node { kind on basis subject { id label } regulation { citation heading } } } } }`,
  },
  {
    key: 'Q8',
    name: 'definition in force',
    variables: (plan, nth) => {
      const r = chance(plan, nth);
      const part = r.int(plan.parts);
      const citation = formatCitation(sectionCitation(part, 2 + r.int(SECTIONS - 1)));
      const slug = slugOfTerm(plan, definedTerm(plan, part, r.int(DEFINITIONS)));
      return { slug, citation, day: `${FROM_YEAR + 1 + r.int(YEARS)}-06-01` };
    },
    document: `query Q8($slug: String!, $citation: String!, $day: Date!) { term(slug: $slug) { name
      definitionInForce(citation: $citation, asOf: $day) { text kind validFrom validTo regulation { citation } scope { citation }
        chainEnd chain { targetCitation role quote regulation { citation } definition { text regulation { citation } } } } } }`,
  },
];
