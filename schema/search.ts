import { entity } from '../cypher/entity/index.ts';
import { search } from '../cypher/search/index.ts';
import { badInput } from '../src/graph/errors.ts';
import type { EntityKind as Kind } from '../src/model/kinds.ts';
import { pageOf } from '../src/plan/page.ts';
import { luceneQuery, nameKey } from '../src/search/words.ts';
import { within } from './arguments.ts';
import { builder } from './builder.ts';
import { Entity, labelsOf } from './entity.ts';
import { EntityKind } from './enums.ts';
import { Alias } from './refs.ts';

const Highlight = builder.objectRef<{ field: string; text: string; ranges: number[][] }>('Highlight').implement({
  description: 'Where the words of a search stand in a field.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'label, definition, text …' }),
    text: t.exposeString('text', { description: 'The field, or the part of it that matters.' }),
    ranges: t.field({
      type: t.listRef(t.listRef('Int')),
      description: 'Pairs of start and end in `text`, in UTF-16 code units, end exclusive.',
      resolve: ({ ranges }) => ranges,
    }),
  }),
});

const Facet = builder.objectRef<{ kind: Kind; count: number }>('Facet').implement({
  description: 'How many of a kind a search finds.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EntityKind, description: 'The kind.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

const SearchConnection = pageOf(builder, Entity, 'Search', {
  edge: (t) => ({
    score: t.value({
      type: 'Float',
      description: 'How well it fits, higher is better; comparable within one search.',
      cypher: 'score',
    }),
    highlights: t.field({
      type: [Highlight],
      description: 'Where the words stand. Empty until search reads more than names.',
      resolve: () => [],
    }),
  }),
  connection: (t) => ({
    facets: t.field({
      type: [Facet],
      description: 'How many of each kind. Empty until search counts them.',
      resolve: () => [],
    }),
  }),
});

const Suggestion = builder.objectRef<{ text: string }>('Suggestion').implement({
  description: 'A name that begins as somebody typed.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The name.' }),
    entity: t.one(Entity, { nullable: false, description: 'What has it.', via: entity.held }),
    matchedAlias: t.one(Alias, {
      description: 'The alias that matched, when it was not the own name.',
      via: search.alias,
    }),
  }),
});

const Resolution = builder.objectRef<{ text: string }>('Resolution').implement({
  description: 'A name and what has it.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The name, as it was given.' }),
    candidates: t.many(Entity, { description: 'Empty when nothing has that name.', via: search.candidates }),
  }),
});

const QUERY_LENGTH = 1_000;
const MOST_SUGGESTIONS = 10;
const MOST_NAMES = 1_000;

function bounded(argument: string, text: string): string {
  if (text.length > QUERY_LENGTH) throw badInput(`${argument}: at most ${QUERY_LENGTH} characters, not ${text.length}`);
  return text;
}

builder.queryFields((t) => ({
  search: t.page(SearchConnection, {
    description: 'Entities whose names hold the words, best first. Any string is a search; no syntax is read.',
    args: {
      query: t.arg.string({ required: true, description: 'What somebody typed.' }),
      kinds: t.arg({ type: [EntityKind], description: 'Only these kinds.' }),
    },
    via: search.search,
    given: ({ query, kinds }) => ({ words: luceneQuery(bounded('query', query)), labels: labelsOf(kinds) }),
  }),
  suggest: t.many(Suggestion, {
    description: 'Names that begin so, aliases included; each entity once, best connected first.',
    args: {
      prefix: t.arg.string({ required: true, description: 'What was typed so far: two letters or more.' }),
      kinds: t.arg({ type: [EntityKind], description: 'Only these kinds.' }),
      limit: t.arg.int({ required: true, defaultValue: MOST_SUGGESTIONS, description: `At most ${MOST_SUGGESTIONS}.` }),
    },
    via: search.suggest,
    given: ({ prefix, kinds, limit }) => ({
      words: nameKey(bounded('prefix', prefix)).length < 2 ? '' : luceneQuery(prefix),
      start: nameKey(prefix),
      labels: labelsOf(kinds),
      limit: within('limit', limit, 1, MOST_SUGGESTIONS),
    }),
  }),
  resolve: t.many(Resolution, {
    description: 'What has these names, or is meant by these aliases: one answer a name, in the order asked.',
    args: { names: t.arg.stringList({ required: true, description: `At most ${MOST_NAMES} names.` }) },
    via: search.resolve,
    given: ({ names }) => {
      if (names.length > MOST_NAMES) throw badInput(`names: at most ${MOST_NAMES}, not ${names.length}`);
      return { names, keys: names.map((name) => nameKey(bounded('names', name))) };
    },
  }),
}));
