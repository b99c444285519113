import { meta } from '../cypher/meta/index.ts';
import { dataVersionOf } from '../src/model/data-version.ts';
import type { EntityKind as Kind } from '../src/model/kinds.ts';
import type { RelationType as Type } from '../src/model/relations.ts';
import { VERSION } from '../src/version.ts';
import { builder } from './builder.ts';
import { EntityKind, RelationType } from './enums.ts';
import { Source } from './evidence.ts';

const EntityCount = builder.objectRef<{ kind: Kind; count: number }>('EntityCount').implement({
  description: 'The number of entities of one kind.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EntityKind, description: 'The kind.' }),
    count: t.exposeInt('count', { description: 'The number.' }),
  }),
});

const RelationCount = builder.objectRef<{ type: Type; count: number }>('RelationCount').implement({
  description: 'The number of relations of one type.',
  fields: (t) => ({
    type: t.expose('type', { type: RelationType, description: 'The type.' }),
    count: t.exposeInt('count', { description: 'The number.' }),
  }),
});

const Meta = builder.objectRef<{ imports: string[] }>('Meta').implement({
  description: 'Information about this server and its data.',
  fields: (t) => ({
    version: t.string({ description: 'The version of Glossograph.', resolve: () => VERSION }),
    dataVersion: t.derived({
      type: 'String',
      description: 'A version that changes exactly when the data changes. The same imports give the same version.',
      needs: ['imports'],
      resolve: ({ imports }) => dataVersionOf(imports),
    }),
    entities: t.many(EntityCount, { description: 'The number of entities of each kind.', fragment: meta.entities }),
    relations: t.many(RelationCount, {
      description: 'The number of relations of each type.',
      fragment: meta.relations,
    }),
    sources: t.many(Source, { description: 'All sources of evidence.', fragment: meta.sources }),
  }),
});

builder.queryField('meta', (t) =>
  t.one(Meta, { description: 'Information about the server and its data.', fragment: meta.about }),
);
