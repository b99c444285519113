import type { ArgBuilder } from '@pothos/core';
import { standard } from '../cypher/standard/index.ts';
import { Adoption } from './adoption.ts';
import { AS_OF } from './arguments.ts';
import { Binding } from './binding.ts';
import { builder, Node, type Types } from './builder.ts';
import { Entity } from './entity.ts';
import { StandardLevel } from './enums.ts';
import { pageOf } from './page.ts';
import { Standard, Term } from './refs.ts';
import { KNOWN_VERSION, StandardChanges } from './standard-changes.ts';

const StandardConnection = pageOf(Standard, 'Standard');

/** The argument `level`, shared by all fields that have it. */
const ofLevel = (arg: ArgBuilder<Types>) => ({
  level: arg({ type: StandardLevel, description: 'Keep only standards of this level.' }),
});

Standard.implement({
  description: 'A standard, a version of it, or a part of a version: a profile, an element, a data class.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'The key, such as fhir, us-core/6.1.0 or uscdi/v3/allergies-and-intolerances.',
    }),
    name: t.exposeString('name', { description: 'The name that the publisher uses.' }),
    level: t.expose('level', { type: StandardLevel, description: 'The kind of entity.' }),
    version: t.exposeString('version', {
      nullable: true,
      description: 'The version that this standard is, or belongs to.',
    }),
    canonical: t.exposeString('canonical', { nullable: true, description: 'The FHIR canonical URL.' }),
    status: t.exposeString('status', {
      nullable: true,
      description: 'The publication status as FHIR defines it: draft, active, retired or unknown.',
    }),
    date: t.expose('date', { type: 'Date', nullable: true, description: 'The publication date.' }),
    package: t.exposeString('package', {
      nullable: true,
      description: 'For a version: the FHIR package that distributes it, such as hl7.fhir.us.core.',
    }),
    path: t.exposeString('path', {
      nullable: true,
      description:
        'For an element: its element id in the structure, slices included, such as Observation.component:systolic.value[x].',
    }),
    min: t.exposeInt('min', { nullable: true, description: 'For an element: the minimum cardinality.' }),
    max: t.exposeString('max', {
      nullable: true,
      description: 'For an element: the maximum cardinality, a number or "*".',
    }),
    types: t.exposeStringList('types', {
      nullable: true,
      description: 'For an element: its types, such as CodeableConcept or Reference(Patient | us-core-practitioner).',
    }),
    mustSupport: t.exposeBoolean('mustSupport', {
      nullable: true,
      description: 'For an element of a profile: whether the profile marks it as must-support.',
    }),
    differs: t.exposeBoolean('differs', {
      nullable: true,
      description:
        'For an element of a profile: true if the profile changes the element, false if the profile only inherits it.',
    }),
    binding: t.one(Binding, { description: 'For an element: its binding to a value set.', fragment: standard.binding }),
    unmapped: t.derived({
      type: ['String'],
      description: 'References in the source that match nothing in the graph, as the source writes them.',
      needs: ['unmapped'],
      resolve: ({ unmapped }) => unmapped ?? [],
    }),
    ancestors: t.many(Standard, {
      description: 'The standards that contain this one, outermost first.',
      fragment: standard.ancestors,
    }),
    children: t.page(StandardConnection, {
      description: 'The standards directly inside this one, in document order.',
      args: ofLevel(t.arg),
      fragment: standard.children,
    }),
    mapsTo: t.many(Standard, {
      description: 'The elements that this one maps to.',
      args: ofLevel(t.arg),
      fragment: standard.mapsTo,
    }),
    mappedFrom: t.many(Standard, {
      description: 'The elements that map to this one.',
      args: ofLevel(t.arg),
      fragment: standard.mappedFrom,
    }),
    implements: t.many(Standard, {
      description: 'The standards that this one builds on.',
      args: ofLevel(t.arg),
      fragment: standard.implements,
    }),
    implementedBy: t.many(Standard, {
      description: 'The standards that build on this one.',
      args: ofLevel(t.arg),
      fragment: standard.implementedBy,
    }),
    supersedes: t.one(Standard, { description: 'The previous version.', fragment: standard.supersedes }),
    supersededBy: t.one(Standard, { description: 'The next version.', fragment: standard.supersededBy }),
    changesFrom: t.one(StandardChanges, {
      nullable: false,
      description: 'The changes from another version of the same standard, which can be older or newer.',
      args: { version: t.arg.string({ required: true, description: 'The other version, such as 6.1.0 or v3.' }) },
      fragment: standard.changes,
      check: KNOWN_VERSION,
    }),
    adoptions: t.many(Adoption, {
      description: 'The provisions that adopt this standard, and when.',
      args: { asOf: t.arg(AS_OF) },
      fragment: standard.adoptions,
    }),
    requiredBy: t.many(Adoption, {
      description:
        'The adoptions that require this standard: adoptions of it, of a version that contains it, and of a version that contains something that builds on it or maps to it, up to six relations away. For Patient.name of FHIR 4.0.1, these are the adoptions of FHIR 4.0.1, of US Core versions with a profile that changes the element, and of USCDI versions with a data element that maps to it. A profile that only inherits the element does not count. One version never counts for another. The law adopts whole versions; `min` and `mustSupport` say what a system must do with an element.',
      args: { asOf: t.arg(AS_OF) },
      fragment: standard.requiredBy,
    }),
    terms: t.many(Term, { description: 'The terms that describe this standard.', fragment: standard.terms }),
  }),
});

builder.queryFields((t) => ({
  standard: t.one(Standard, {
    description: 'The standard with this key, or null.',
    args: { key: t.arg.string({ required: true, description: 'The key of the standard, such as us-core/6.1.0.' }) },
    fragment: standard.byKey,
  }),
  standards: t.page(StandardConnection, {
    description: 'All standards, ordered by key.',
    args: ofLevel(t.arg),
    fragment: ({ level }) => (level == null ? standard.all : standard.ofLevel),
    params: ({ level }) => ({ level }),
  }),
}));
