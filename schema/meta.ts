import { meta } from '../cypher/meta/index.ts';
import { dataVersionOf } from '../src/model/data-version.ts';
import type { EntityKind as Kind } from '../src/model/kinds.ts';
import type { RelationType as Type } from '../src/model/relations.ts';
import { VERSION } from '../src/version.ts';
import { builder } from './builder.ts';
import { EntityKind, RelationType } from './enums.ts';
import { Source } from './evidence.ts';

const EntityCount = builder.objectRef<{ kind: Kind; count: number }>('EntityCount').implement({
  description: 'How many entities of a kind there are.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EntityKind, description: 'The kind.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

const RelationCount = builder.objectRef<{ type: Type; count: number }>('RelationCount').implement({
  description: 'How many relations of a type there are.',
  fields: (t) => ({
    type: t.expose('type', { type: RelationType, description: 'The type.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

const Meta = builder.objectRef<{ imports: string[] }>('Meta').implement({
  description: 'What this server and its data are.',
  fields: (t) => ({
    version: t.string({ description: 'Of Glossograph.', resolve: () => VERSION }),
    dataVersion: t.derived({
      type: 'String',
      description: 'Changes when, and only when, the data does: the same imports give the same version.',
      needs: ['imports'],
      resolve: ({ imports }) => dataVersionOf(imports),
    }),
    entities: t.many(EntityCount, { description: 'How many entities, by kind.', fragment: meta.entities }),
    relations: t.many(RelationCount, { description: 'How many relations, by type.', fragment: meta.relations }),
    sources: t.many(Source, { description: 'Everything that evidence comes from.', fragment: meta.sources }),
  }),
});

builder.queryField('meta', (t) => t.one(Meta, { description: 'About the server and its data.', fragment: meta.about }));
