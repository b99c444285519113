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
  description: 'Where the words of a search stand in a field.',
  fields: (t) => ({
    field: t.exposeString('field', {
      description: 'label, alias, heading, summary, shortDefinition, definition or text.',
    }),
    text: t.exposeString('text', { description: 'The field; of a long one, the part that holds most of the words.' }),
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
    count: t.exposeInt('count', { description: 'How many, as `totalCount` has it when only this kind is asked for.' }),
  }),
});

const SearchConnection = pageOf(Entity, 'Search', {
  edge: (t) => ({
    score: t.value({
      type: 'Float',
      description:
        'How well it fits, higher is better: 7 cited, 6 named exactly, 5 begins so, 4 words in its names, 3 in its heading, 2 in its texts, 1 with a typo.',
      cypher: 'score',
    }),
    highlights: t.value({
      type: [Highlight],
      description: 'Where the words stand, field by field.',
      cypher: aboutSearch.highlighted,
      resolve: (fields: Fields) => highlights(fields),
    }),
  }),
  connection: (t) => ({
    facets: t.value({
      type: [Facet],
      description:
        'How many of each kind are found, kinds without any left out. `kinds` does not narrow them: they say what another choice would give.',
      cypher: 'counted',
      resolve: (counted: { kind: string; number: number }[]) =>
        ENTITY_KINDS.flatMap((kind) =>
          counted.filter((one) => one.kind === LABEL_OF[kind]).map(({ number }) => ({ kind, count: number })),
        ),
    }),
    didYouMean: t.value({
      type: ['String'],
      description: 'When nothing is found but by a typo, or nothing at all: up to three names near to what was typed.',
      cypher: aboutSearch.near,
      resolve: ({ query, names }: { query: string; names: string[] }) => nearNames(query, names),
    }),
  }),
});

const Suggestion = builder.objectRef<{ text: string }>('Suggestion').implement({
  description: 'A name that begins as somebody typed.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The name.' }),
    entity: t.one(Entity, { nullable: false, description: 'What has it.', fragment: entity.held }),
    matchedAlias: t.one(Alias, {
      description: 'The alias that matched, when it was not the own name.',
      fragment: search.alias,
    }),
  }),
});

const Resolution = builder.objectRef<{ text: string }>('Resolution').implement({
  description: 'A name and what has it.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The name, as it was given.' }),
    candidates: t.many(Entity, { description: 'Empty when nothing has that name.', fragment: search.candidates }),
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
    description:
      'What a citation, a name, or words in names and texts lead to, best first; an alias leads to what it stands for. Any string is a search; no syntax is read.',
    args: {
      query: t.arg.string({ required: true, description: 'What somebody typed.' }),
      kinds: t.arg({
        type: [EntityKind],
        description: 'Only these kinds. Aliases themselves are found when ALIAS is among them.',
      }),
    },
    fragment: search.search,
    params: ({ query, kinds }) => ({ ...readQuery(bounded('query', query)), labels: labelsOf(kinds) }),
  }),
  suggest: t.many(Suggestion, {
    description:
      'Names that begin so, then those in which a word does, aliases included; each entity once, best connected first.',
    args: {
      prefix: t.arg.string({ required: true, description: 'What was typed so far: two letters or more.' }),
      kinds: t.arg({ type: [EntityKind], description: 'Only these kinds.' }),
      limit: t.arg.int({ required: true, defaultValue: MOST_SUGGESTIONS, description: `At most ${MOST_SUGGESTIONS}.` }),
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
      'What has these names, is meant by these aliases or cited so: one answer a name, in the order asked. Several candidates: the name is ambiguous.',
    args: { names: t.arg.stringList({ required: true, description: `At most ${MOST_NAMES} names.` }) },
    fragment: search.resolve,
    params: ({ names }) => {
      if (names.length > MOST_NAMES) throw badInput(`names: at most ${MOST_NAMES}, not ${names.length}`);
      const keys = names.map((name) => nameKey(bounded('names', name)));
      return { names, keys, citations: names.map((name) => citationsIn(name)[0] ?? null) };
    },
  }),
}));
