import { entity } from '../cypher/entity/index.ts';
import { aboutSearch, search } from '../cypher/search/index.ts';
import { checkRange } from '../src/arguments/checks.ts';
import { badInput } from '../src/graph/errors.ts';
import { ENTITY_KINDS, type EntityKind as Kind, LABEL_OF, labelsOf } from '../src/model/kinds.ts';
import { citationsIn } from '../src/search/citation.ts';
import { type FieldHighlight, type Fields, highlights } from '../src/search/highlight.ts';
import { nearNames } from '../src/search/near.ts';
import { luceneQuery, readQuery } from '../src/search/query.ts';
import { nameKey } from '../src/search/words.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { EntityKind } from './enums.ts';
import { pageOf } from './page.ts';
import { Alias } from './refs.ts';

const Highlight = builder.objectRef<FieldHighlight>('Highlight').implement({
  description: 'The places in a field that match the search.',
  fields: (t) => ({
    field: t.exposeString('field', {
      description: 'The name of the field: label, alias, heading, summary, shortDefinition, definition or text.',
    }),
    text: t.exposeString('text', {
      description: 'The text of the field. For a long field, the excerpt with the most matches.',
    }),
    ranges: t.field({
      type: t.listRef(t.listRef('Int')),
      description: 'Pairs of start and end in `text`, in UTF-16 code units, end exclusive.',
      resolve: ({ ranges }) => ranges,
    }),
  }),
});

const Facet = builder.objectRef<{ kind: Kind; count: number }>('Facet').implement({
  description: 'The number of search results of one kind.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EntityKind, description: 'The kind.' }),
    count: t.exposeInt('count', {
      description: 'The number of results; it equals `totalCount` of a search for this kind only.',
    }),
  }),
});

const SearchConnection = pageOf(Entity, 'Search', {
  edge: (t) => ({
    score: t.value({
      type: 'Float',
      description:
        'The tier of the match; higher is better. 7: citation. 6: exact name. 5: start of a name. 4: words in a name. 3: words in the heading. 2: words in the text. 1: approximate match.',
      cypher: 'score',
    }),
    highlights: t.value({
      type: [Highlight],
      description: 'The matches in each field.',
      cypher: aboutSearch.highlighted,
      resolve: (fields: Fields) => highlights(fields),
    }),
  }),
  connection: (t) => ({
    facets: t.value({
      type: [Facet],
      description:
        'The number of results of each kind, without kinds that have none. The `kinds` argument does not affect these counts.',
      cypher: 'counted',
      resolve: (counted: { kind: string; number: number }[]) =>
        ENTITY_KINDS.flatMap((kind) =>
          counted.filter((one) => one.kind === LABEL_OF[kind]).map(({ number }) => ({ kind, count: number })),
        ),
    }),
    didYouMean: t.value({
      type: ['String'],
      description:
        'Up to three names similar to the search text, if the search finds nothing or only approximate matches.',
      cypher: aboutSearch.near,
      resolve: ({ query, names }: { query: string; names: string[] }) => nearNames(query, names),
    }),
  }),
});

const Suggestion = builder.objectRef<{ text: string }>('Suggestion').implement({
  description: 'A name that completes the prefix.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The name.' }),
    entity: t.one(Entity, { nullable: false, description: 'The entity with this name.', fragment: entity.held }),
    matchedAlias: t.one(Alias, {
      description: "The alias that matched. Null if the entity's own name matched.",
      fragment: search.alias,
    }),
  }),
});

const Resolution = builder.objectRef<{ text: string }>('Resolution').implement({
  description: 'A name and the entities that it can mean.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The name as it was passed in.' }),
    candidates: t.many(Entity, {
      description: 'The entities with this name; empty if there is none.',
      fragment: search.candidates,
    }),
  }),
});

const QUERY_LENGTH = 1_000;
const MOST_SUGGESTIONS = 10;
const MOST_NAMES = 1_000;

function bounded(argument: string, text: string): string {
  if (text.length > QUERY_LENGTH)
    throw badInput(`${argument}: must have at most ${QUERY_LENGTH} characters, not ${text.length}`);
  return text;
}

builder.queryFields((t) => ({
  search: t.page(SearchConnection, {
    description:
      'Searches citations, names, and words in names and texts, best match first. An alias leads to the entities that it stands for. Any string is accepted; there is no query syntax.',
    args: {
      query: t.arg.string({ required: true, description: 'The search text.' }),
      kinds: t.arg({
        type: [EntityKind],
        description:
          'Keep only entities of these kinds. Aliases themselves are results only if ALIAS is among the kinds.',
      }),
    },
    fragment: search.search,
    params: ({ query, kinds }) => ({ ...readQuery(bounded('query', query)), labels: labelsOf(kinds) }),
  }),
  suggest: t.many(Suggestion, {
    description:
      'Completes a prefix: names and aliases that start with it, then names in which a word starts with it. Each entity appears once; the best connected come first.',
    args: {
      prefix: t.arg.string({ required: true, description: 'The prefix, at least two letters.' }),
      kinds: t.arg({ type: [EntityKind], description: 'Keep only entities of these kinds.' }),
      limit: t.arg.int({
        required: true,
        defaultValue: MOST_SUGGESTIONS,
        description: `The largest number of suggestions, from 1 to ${MOST_SUGGESTIONS}.`,
      }),
    },
    fragment: search.suggest,
    params: ({ prefix, kinds, limit }) => ({
      words: nameKey(bounded('prefix', prefix)).length < 2 ? '' : luceneQuery(prefix),
      start: nameKey(prefix),
      labels: labelsOf(kinds),
      limit: checkRange('limit', limit, 1, MOST_SUGGESTIONS),
    }),
  }),
  resolve: t.many(Resolution, {
    description:
      'Resolves names, aliases and citations to entities. There is one result for each name, in the same order. A name with several candidates is ambiguous.',
    args: { names: t.arg.stringList({ required: true, description: `The names, at most ${MOST_NAMES}.` }) },
    fragment: search.resolve,
    params: ({ names }) => {
      if (names.length > MOST_NAMES) throw badInput(`names: must have at most ${MOST_NAMES}, not ${names.length}`);
      const keys = names.map((name) => nameKey(bounded('names', name)));
      return { names, keys, citations: names.map((name) => citationsIn(name)[0] ?? null) };
    },
  }),
}));
