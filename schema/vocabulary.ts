import { term } from '../cypher/term/index.ts';
import { vocabulary } from '../cypher/vocabulary/index.ts';
import { DEFAULT_RANK, type Linking as LinkingName } from '../src/model/vocabulary.ts';
import { VOCABULARIES } from './arguments.ts';
import { builder, Node } from './builder.ts';
import { Linking } from './enums.ts';

/** The properties of a `(:Vocabulary)` node. */
export interface VocabularyNode {
  id: string;
  key: string;
  name: string | null;
  description: string | null;
  url: string | null;
  license: string | null;
  version: string | null;
  linking: LinkingName | null;
  rank: number | null;
}

export const Vocabulary = builder.objectRef<VocabularyNode>('Vocabulary').implement({
  description:
    'A glossary, code system, or thesaurus. The terms in a vocabulary are kept separate from the terms in all other vocabularies.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A readable, stable id, such as Vocabulary:nist.' }),
    key: t.exposeString('key', {
      description: 'The key of the vocabulary, such as nist, which is part of the ids of its terms.',
    }),
    name: t.derived({
      type: 'String',
      description: 'The name of the vocabulary.',
      needs: ['name', 'key'],
      resolve: ({ name, key }) => name ?? key,
    }),
    description: t.exposeString('description', {
      nullable: true,
      description: "A description of the vocabulary's contents.",
    }),
    url: t.exposeString('url', { nullable: true, description: 'The URL of the vocabulary.' }),
    license: t.exposeString('license', {
      nullable: true,
      description: 'The license of the vocabulary, in words or as a URL.',
    }),
    version: t.exposeString('version', {
      nullable: true,
      description: 'The version of the vocabulary, as stated by the publisher.',
    }),
    linking: t.derived({
      type: Linking,
      description: 'The texts in which Glossograph searches for the names of the terms in this vocabulary.',
      needs: ['linking'],
      resolve: ({ linking }) => linking ?? 'OWN',
    }),
    rank: t.derived({
      type: 'Int',
      description:
        'The rank of the vocabulary among all vocabularies. If several vocabularies contain the same name, the vocabulary with the lowest rank number comes first.',
      needs: ['rank'],
      resolve: ({ rank }) => rank ?? DEFAULT_RANK,
    }),
    termCount: t.value({
      type: 'Int',
      description: 'The number of terms in the vocabulary.',
      cypher: 'COUNT { (counted:Term) WHERE counted.vocabulary = node.key }',
    }),
  }),
});

const Category = builder.objectRef<{ name: string; count: number }>('Category').implement({
  description: 'A category of terms.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the category.' }),
    count: t.exposeInt('count', { description: 'The number of terms in the category.' }),
  }),
});

builder.queryFields((t) => ({
  vocabularies: t.many(Vocabulary, vocabulary.all, {
    description: 'All vocabularies, ordered by rank.',
  }),
  categories: t.many(Category, term.categories, {
    weight: { rows: 1_000 },
    description: 'The categories of terms, ordered by name.',
    args: { vocabularies: t.arg(VOCABULARIES) },
  }),
}));
