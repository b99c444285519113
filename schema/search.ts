import { entity } from '../cypher/entity/index.ts';
import { aboutSearch, search } from '../cypher/search/index.ts';
import { canonicalCitation, checkRange } from '../src/arguments/checks.ts';
import { badInput } from '../src/graph/errors.ts';
import { ENTITY_KINDS, type EntityKind as Kind, LABEL_OF, labelsOf } from '../src/model/kinds.ts';
import { upToMost } from '../src/plan/weight.ts';
import { citationsIn } from '../src/search/citation.ts';
import { type FieldHighlight, type Fields, highlights } from '../src/search/highlight.ts';
import { nearNames } from '../src/search/near.ts';
import { luceneQuery, readQuery } from '../src/search/query.ts';
import { otherSpellings } from '../src/search/spellings.ts';
import { nameKey } from '../src/search/words.ts';
import { AS_OF, upTo, VOCABULARIES } from './arguments.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { EntityKind } from './enums.ts';
import { pageOf } from './page.ts';
import { Alias } from './refs.ts';

const Highlight = builder.objectRef<FieldHighlight>('Highlight').implement({
  description: 'The matches for the search text in one field of a result.',
  fields: (t) => ({
    field: t.exposeString('field', {
      description:
        'The name of the field that contains the matches: label, alias, heading, summary, shortDefinition, definition, or text.',
    }),
    text: t.exposeString('text', {
      description: 'The text of the field, or the excerpt with the most matches if the field is long.',
    }),
    ranges: t.field({
      type: t.listRef(t.listRef('Int')),
      description:
        'The matching ranges in `text`, as pairs of start and end offsets in UTF-16 code units; each end offset is exclusive.',
      resolve: ({ ranges }) => ranges,
    }),
  }),
});

const Facet = builder.objectRef<{ kind: Kind; count: number }>('Facet').implement({
  description: 'The number of search results of a given kind.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EntityKind, description: 'The kind of entity that is counted.' }),
    count: t.exposeInt('count', {
      description:
        'The number of results of this kind. This number equals the `totalCount` of a search limited to this kind.',
    }),
  }),
});

const MatchReason = builder.enumType('MatchReason', {
  description: 'The reasons why a search returns a result.',
  values: {
    CITED: { description: 'The query cites the provision or a larger provision that contains it.' },
    NAMED: { description: "The query is one of the entity's names." },
    BEGINS: { description: "One of the entity's names begins with the query." },
    WORDS: { description: "One of the entity's names contains every word in the query." },
    HEADING: { description: 'The heading of the provision contains every word in the query.' },
    TEXT: { description: 'The text of the entity contains every word in the query.' },
    SOME_WORDS: { description: 'The text or one of the names of the entity contains some of the words in the query.' },
    MEANING: { description: "A passage in the entity's text is similar in meaning to the query." },
    TYPO: {
      description:
        "One of the entity's names contains every word in the query, allowing for a one-letter typo in each word of five or more letters.",
    },
  } as const,
});
type Reason = 'CITED' | 'NAMED' | 'BEGINS' | 'WORDS' | 'HEADING' | 'TEXT' | 'SOME_WORDS' | 'MEANING' | 'TYPO';
const REASONS: readonly Reason[] = [
  'CITED',
  'NAMED',
  'BEGINS',
  'WORDS',
  'HEADING',
  'TEXT',
  'SOME_WORDS',
  'MEANING',
  'TYPO',
];

/** Whether to report a reason. TYPO is omitted if the query also matches without a typo. */
const isTelling = (reason: Reason, _at: number, all: readonly Reason[]): boolean =>
  reason !== 'TYPO' || all.every((other) => other === 'TYPO' || other === 'SOME_WORDS' || other === 'MEANING');

const SearchConnection = pageOf(Entity, 'Search', {
  edge: (t) => ({
    score: t.value({
      type: 'Float',
      description:
        'The quality of the match: 7 for a citation, 6 for an exact name, 5 for the start of a name, and 4 for words in a name. All other matches score below 4. Their scores depend on how many distinctive words match, how close the meaning is, whether the text contains every word in the query, and how well the related results match.',
      cypher: 'score',
    }),
    reasons: t.value({
      type: [MatchReason],
      description: 'The reasons why the search returned this result, strongest first.',
      cypher: 'reasons',
      resolve: (found: Reason[]) => REASONS.filter((reason) => found.includes(reason)).filter(isTelling),
    }),
    highlights: t.value({
      type: [Highlight],
      description: 'The matches in each field of the result.',
      cypher: aboutSearch.highlighted,
      resolve: (fields: Fields) => highlights(fields),
    }),
  }),
  connection: (t) => ({
    facets: t.value({
      type: [Facet],
      description:
        'The number of results of each kind. Kinds without results are omitted. The `kinds` argument does not affect the counts in `facets`.',
      cypher: 'counted',
      resolve: (counted: { kind: string; number: number }[]) =>
        ENTITY_KINDS.flatMap((kind) =>
          counted.filter((one) => one.kind === LABEL_OF[kind]).map(({ number }) => ({ kind, count: number })),
        ),
    }),
    didYouMean: t.value({
      type: ['String'],
      description:
        'Up to three names that are similar to the search text. Names are suggested only if the search finds nothing or only approximate matches.',
      cypher: aboutSearch.near,
      resolve: ({ query, names }: { query: string; names: string[] }) => nearNames(query, names),
    }),
  }),
});

const Suggestion = builder.objectRef<{ text: string }>('Suggestion').implement({
  description: 'A name or alias that completes the prefix.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The name or alias that completes the prefix.' }),
    entity: t.one(Entity, entity.held, {
      nullable: false,
      description: 'The entity with the suggested name or alias.',
    }),
    matchedAlias: t.one(Alias, search.alias, {
      description: "The alias that matched the prefix, or null if the entity's own name matched.",
    }),
  }),
});

const Resolution = builder.objectRef<{ text: string }>('Resolution').implement({
  description: 'A name, alias, or citation, and the entities to which it can refer.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The name, alias, or citation exactly as given in the request.' }),
    candidates: t.many(Entity, search.candidates, {
      weight: { rows: 5 },
      description:
        'The entities to which the name can refer. If no entity has the name, other forms of the name are tried: the singular or plural, the American spelling of British words, and the name without a possessive. For example, "denials" finds the term "denial". Terms from the vocabulary with the lowest rank number come first.',
    }),
  }),
});

const QUERY_LENGTH = 1_000;
const MOST_SUGGESTIONS = 10;
const MOST_NAMES = 1_000;

function bounded(argument: string, text: string): string {
  if (text.length > QUERY_LENGTH)
    throw badInput(`${argument}: must contain at most ${QUERY_LENGTH} characters, not ${text.length}`);
  return text;
}

builder.queryFields((t) => ({
  search: t.page(SearchConnection, search.search, {
    weight: { work: ({ query }) => 3_000 + 4 * Math.min(query.length, QUERY_LENGTH) },
    description: `Searches citations, names, and texts, and also finds texts that are similar in meaning to the query. The best matches come first. If an alias matches, the search returns the entities to which the alias refers. A query can be any text of up to ${QUERY_LENGTH} characters. There is no query syntax. For a word that occurs in more than 5,000 names or texts, the pages contain only the 5,000 best matches, unless \`kinds\`, \`vocabularies\`, or \`within\` is set. \`totalCount\` and \`facets\` always count all results.`,
    args: {
      query: t.arg.string({ required: true, description: 'The text to search for, such as information blocking.' }),
      kinds: t.arg({
        type: [EntityKind],
        description:
          'Include only entities of these kinds. Aliases are returned as results only if the list contains ALIAS.',
      }),
      vocabularies: t.arg(VOCABULARIES),
      within: t.arg.string({
        description: 'Include only provisions within the provision with this citation, such as 45 CFR Part 171.',
      }),
      asOf: t.arg(AS_OF),
    },
    params: ({ query, kinds, vocabularies, within, asOf }) => ({
      ...readQuery(bounded('query', query)),
      labels: labelsOf(kinds),
      vocabularies: vocabularies ?? null,
      within: within == null ? null : canonicalCitation(within, 'within'),
      vector: null as readonly number[] | null,
      asOf,
    }),
    computed: async ({ query }, { questions }) => ({ vector: await questions.vectorOf(query) }),
  }),
  suggest: t.many(Suggestion, search.suggest, {
    weight: { rows: ({ limit }) => upToMost(limit, MOST_SUGGESTIONS), work: 400 },
    description:
      'Suggests names and aliases for a prefix. Names that are identical to the prefix come first, followed by names that start with the prefix, and then by names that contain a word starting with the prefix. Each entity appears only once. Within each of these three groups, entities are ordered by the rank of their vocabulary and then by their number of relations (highest first).',
    args: {
      prefix: t.arg.string({
        required: true,
        description: 'The prefix to complete; at least two characters are required.',
      }),
      kinds: t.arg({ type: [EntityKind], description: 'Include only entities of these kinds.' }),
      vocabularies: t.arg(VOCABULARIES),
      limit: t.arg.int(upTo(MOST_SUGGESTIONS, MOST_SUGGESTIONS, 'The maximum number of suggestions')),
    },
    params: ({ prefix, kinds, vocabularies, limit }) => ({
      vocabularies,
      words: nameKey(bounded('prefix', prefix)).length < 2 ? '' : luceneQuery(prefix),
      start: nameKey(prefix),
      labels: labelsOf(kinds),
      limit: checkRange('limit', limit, 1, MOST_SUGGESTIONS),
    }),
  }),
  resolve: t.many(Resolution, search.resolve, {
    weight: { rows: ({ names }) => Math.min(names.length, MOST_NAMES), work: 100 },
    description:
      'Resolves names, aliases, and citations to entities. The query returns one result for each name, alias, or citation, in the order in which they appear in the request. A name that has more than one candidate is ambiguous.',
    args: {
      names: t.arg.stringList({
        required: true,
        description: `The names, aliases, or citations to resolve. The list can contain up to ${MOST_NAMES} entries.`,
      }),
      vocabularies: t.arg(VOCABULARIES),
    },
    params: ({ names, vocabularies }) => {
      if (names.length > MOST_NAMES)
        throw badInput(`names: must contain at most ${MOST_NAMES} names, not ${names.length}`);
      const keys = names.map((name) => nameKey(bounded('names', name)));
      const spellings = names.map(otherSpellings);
      return { names, keys, spellings, citations: names.map((name) => citationsIn(name)[0] ?? null), vocabularies };
    },
  }),
}));
