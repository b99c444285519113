import { standard } from '../cypher/standard/index.ts';
import { pageOf } from '../src/plan/page.ts';
import { Adoption } from './adoption.ts';
import { AS_OF } from './arguments.ts';
import { builder, Node } from './builder.ts';
import { Entity } from './entity.ts';
import { StandardLevel } from './enums.ts';
import { Standard, Term } from './refs.ts';

const StandardConnection = pageOf(builder, Standard, 'Standard');

Standard.implement({
  description: 'A standard, a version of it, or a part of a version: a profile, an element, a data class.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    key: t.exposeString('key', { description: 'fhir, us-core/6.1.0, uscdi/v3/allergies-and-intolerances.' }),
    name: t.exposeString('name', { description: 'As its publisher writes it.' }),
    level: t.expose('level', { type: StandardLevel, description: 'What sort of thing it is.' }),
    version: t.exposeString('version', { nullable: true, description: 'The version that it is, or is part of.' }),
    canonical: t.exposeString('canonical', { nullable: true, description: 'FHIR canonical URL.' }),
    ancestors: t.many(Standard, { description: 'What it is part of, outermost first.', via: standard.ancestors }),
    children: t.page(StandardConnection, { description: 'What it is made of, by key.', via: standard.children }),
    mapsTo: t.many(Standard, { description: 'What it maps to.', via: standard.mapsTo }),
    mappedFrom: t.many(Standard, { description: 'What maps to it.', via: standard.mappedFrom }),
    implements: t.many(Standard, { description: 'What it builds on.', via: standard.implements }),
    implementedBy: t.many(Standard, { description: 'What builds on it.', via: standard.implementedBy }),
    supersedes: t.one(Standard, { description: 'The version before it.', via: standard.supersedes }),
    supersededBy: t.one(Standard, { description: 'The version after it.', via: standard.supersededBy }),
    adoptions: t.many(Adoption, {
      description: 'Where the law adopts it, and when.',
      args: { asOf: t.arg(AS_OF) },
      via: standard.adoptions,
    }),
    terms: t.many(Term, { description: 'Terms that describe it.', via: standard.terms }),
  }),
});

builder.queryFields((t) => ({
  standard: t.one(Standard, {
    description: 'A standard, by its key; null when there is none.',
    args: { key: t.arg.string({ required: true, description: 'us-core/6.1.0' }) },
    via: standard.byKey,
  }),
  standards: t.page(StandardConnection, {
    description: 'All standards, by key.',
    args: { level: t.arg({ type: StandardLevel, description: 'Only of this level.' }) },
    via: standard.all,
  }),
}));
