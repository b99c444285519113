import { meta } from '../cypher/meta/index.ts';
import { vocabulary } from '../cypher/vocabulary/index.ts';
import { dataVersionOf } from '../src/model/data-version.ts';
import type { EntityKind as Kind } from '../src/model/kinds.ts';
import type { RelationType as Type } from '../src/model/relations.ts';
import { VERSION } from '../src/version.ts';
import { builder } from './builder.ts';
import { EntityKind, RelationType } from './enums.ts';
import { Source } from './evidence.ts';
import { Vocabulary } from './vocabulary.ts';

const EntityCount = builder.objectRef<{ kind: Kind; count: number }>('EntityCount').implement({
  description: 'The number of entities of a given kind.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EntityKind, description: 'The kind of entity that is counted.' }),
    count: t.exposeInt('count', { description: 'The number of entities of this kind.' }),
  }),
});

const RelationCount = builder.objectRef<{ type: Type; count: number }>('RelationCount').implement({
  description: 'The number of relations of a given type.',
  fields: (t) => ({
    type: t.expose('type', { type: RelationType, description: 'The type of relation that is counted.' }),
    count: t.exposeInt('count', { description: 'The number of relations of this type.' }),
  }),
});

const Meta = builder.objectRef<{ imports: string[] }>('Meta').implement({
  description: 'Information about this server and its data.',
  fields: (t) => ({
    version: t.string({ description: 'The version of Glossograph.', resolve: () => VERSION }),
    dataVersion: t.derived({
      type: 'String',
      description:
        "An identifier of the data's version. The identifier changes whenever the data changes, and the same imports always produce the same identifier.",
      needs: ['imports'],
      resolve: ({ imports }) => dataVersionOf(imports),
    }),
    entities: t.many(EntityCount, meta.entities, { description: 'The number of entities of each kind.' }),
    vocabularies: t.many(Vocabulary, vocabulary.all, {
      description: 'All vocabularies, ordered by rank.',
    }),
    relations: t.many(RelationCount, meta.relations, {
      weight: { rows: 20 },
      description: 'The number of relations of each type.',
    }),
    sources: t.many(Source, meta.sources, {
      weight: { rows: 1_000 },
      description: 'All sources of the evidence in the graph.',
    }),
  }),
});

builder.queryField('meta', (t) =>
  t.one(Meta, meta.about, { description: 'Information about the server and its data.' }),
);
