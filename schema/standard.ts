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

/** The argument `level`, the same wherever it stands. */
const ofLevel = (arg: ArgBuilder<Types>) => ({
  level: arg({ type: StandardLevel, description: 'Only of this level.' }),
});

Standard.implement({
  description: 'A standard, a version of it, or a part of a version: a profile, an element, a data class.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    key: t.exposeString('key', { description: 'fhir, us-core/6.1.0, uscdi/v3/allergies-and-intolerances.' }),
    name: t.exposeString('name', { description: 'As its publisher writes it.' }),
    level: t.expose('level', { type: StandardLevel, description: 'What sort of thing it is.' }),
    version: t.exposeString('version', { nullable: true, description: 'The version that it is, or is part of.' }),
    canonical: t.exposeString('canonical', { nullable: true, description: 'FHIR canonical URL.' }),
    status: t.exposeString('status', {
      nullable: true,
      description: 'Of a version and of what it publishes, as FHIR has it: draft, active, retired or unknown.',
    }),
    date: t.expose('date', { type: 'Date', nullable: true, description: 'The day of its publication.' }),
    package: t.exposeString('package', {
      nullable: true,
      description: 'Of a version: the package in which it is distributed, hl7.fhir.us.core.',
    }),
    path: t.exposeString('path', {
      nullable: true,
      description: 'Of an element: its id in its structure, slices included: Observation.component:systolic.value[x].',
    }),
    min: t.exposeInt('min', { nullable: true, description: 'Of an element: how often it occurs at least.' }),
    max: t.exposeString('max', {
      nullable: true,
      description: 'Of an element: how often it occurs at most, a number or "*".',
    }),
    types: t.exposeStringList('types', {
      nullable: true,
      description: 'Of an element: its types, CodeableConcept or Reference(Patient | us-core-practitioner).',
    }),
    mustSupport: t.exposeBoolean('mustSupport', {
      nullable: true,
      description: 'Of an element of a profile: systems must be able to handle it.',
    }),
    differs: t.exposeBoolean('differs', {
      nullable: true,
      description: 'Of an element of a profile: the profile says something of it, and does not only take it over.',
    }),
    binding: t.one(Binding, { description: 'Of an element: to which values it is bound.', fragment: standard.binding }),
    unmapped: t.derived({
      type: ['String'],
      description: 'What a source says of it and could not be joined to anything here, as it is written there.',
      needs: ['unmapped'],
      resolve: ({ unmapped }) => unmapped ?? [],
    }),
    ancestors: t.many(Standard, { description: 'What it is part of, outermost first.', fragment: standard.ancestors }),
    children: t.page(StandardConnection, {
      description: 'What it is made of, in document order.',
      args: ofLevel(t.arg),
      fragment: standard.children,
    }),
    mapsTo: t.many(Standard, { description: 'What it maps to.', args: ofLevel(t.arg), fragment: standard.mapsTo }),
    mappedFrom: t.many(Standard, {
      description: 'What maps to it.',
      args: ofLevel(t.arg),
      fragment: standard.mappedFrom,
    }),
    implements: t.many(Standard, {
      description: 'What it builds on.',
      args: ofLevel(t.arg),
      fragment: standard.implements,
    }),
    implementedBy: t.many(Standard, {
      description: 'What builds on it.',
      args: ofLevel(t.arg),
      fragment: standard.implementedBy,
    }),
    supersedes: t.one(Standard, { description: 'The version before it.', fragment: standard.supersedes }),
    supersededBy: t.one(Standard, { description: 'The version after it.', fragment: standard.supersededBy }),
    changesFrom: t.one(StandardChanges, {
      nullable: false,
      description: 'What changed since another version of the same standard, or what will have changed by then.',
      args: { version: t.arg.string({ required: true, description: 'As that version has it: 6.1.0, v3.' }) },
      fragment: standard.changes,
      check: KNOWN_VERSION,
    }),
    adoptions: t.many(Adoption, {
      description: 'Where the law adopts it, and when.',
      args: { asOf: t.arg(AS_OF) },
      fragment: standard.adoptions,
    }),
    requiredBy: t.many(Adoption, {
      description:
        'Where the law adopts it or what contains it, or adopts what contains something that builds on it or maps to it, at up to six removes. For Patient.name of FHIR 4.0.1: adoptions of FHIR 4.0.1, of versions of US Core with a profile that says something of it, and of versions of USCDI with a data element that maps to it. A profile that only takes an element over does not count, and no version stands for another. The law adopts versions as a whole: what a system must do with an element, its cardinality and `mustSupport` say.',
      args: { asOf: t.arg(AS_OF) },
      fragment: standard.requiredBy,
    }),
    terms: t.many(Term, { description: 'Terms that describe it.', fragment: standard.terms }),
  }),
});

builder.queryFields((t) => ({
  standard: t.one(Standard, {
    description: 'A standard, by its key; null when there is none.',
    args: { key: t.arg.string({ required: true, description: 'us-core/6.1.0' }) },
    fragment: standard.byKey,
  }),
  standards: t.page(StandardConnection, {
    description: 'All standards, by key.',
    args: ofLevel(t.arg),
    fragment: ({ level }) => (level == null ? standard.all : standard.ofLevel),
    params: ({ level }) => ({ level }),
  }),
}));
