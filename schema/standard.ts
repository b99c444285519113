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
  level: arg({ type: StandardLevel, description: 'Include only standards at this level.' }),
});

/**
 * The most parts at one level below a start. An element has far fewer nested elements than a version has parts. A list
 * without a level can contain all of them.
 */
const MOST_PARTS = 10_000;
const MOST_NESTED: Readonly<Record<string, number>> = { VERSION: 30, ELEMENT: 600, DATA_CLASS: 50, DATA_ELEMENT: 200 };

Standard.implement({
  description:
    'A standard, a version of a standard, or a part of a version, such as a profile, an element, or a data class.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    key: t.exposeString('key', {
      description:
        'The unique key of the standard, such as fhir, us-core/6.1.0, or uscdi/v3/allergies-and-intolerances.',
    }),
    name: t.exposeString('name', { description: 'The name that the publisher uses for the standard.' }),
    level: t.expose('level', {
      type: StandardLevel,
      description: 'The level of the standard, such as VERSION or PROFILE.',
    }),
    version: t.exposeString('version', {
      nullable: true,
      description: 'The version label, such as 6.1.0, of this standard or of the version that contains this standard.',
    }),
    canonical: t.exposeString('canonical', { nullable: true, description: 'The FHIR canonical URL of the standard.' }),
    status: t.exposeString('status', {
      nullable: true,
      description: 'The publication status, as defined by FHIR: draft, active, retired, or unknown.',
    }),
    maturity: t.exposeInt('maturity', {
      nullable: true,
      description: 'The FHIR Maturity Model level, from 0 to 5, as stated in a profile, value set, or code system.',
    }),
    date: t.expose('date', { type: 'Date', nullable: true, description: 'The publication date of the standard.' }),
    package: t.exposeString('package', {
      nullable: true,
      description: 'The name of the FHIR package in which the version is distributed, such as hl7.fhir.us.core.',
    }),
    path: t.exposeString('path', {
      nullable: true,
      description:
        'The id of an element within its structure, including slice names, such as Observation.component:systolic.value[x].',
    }),
    min: t.exposeInt('min', { nullable: true, description: 'The minimum cardinality of an element.' }),
    max: t.exposeString('max', {
      nullable: true,
      description: 'The maximum cardinality of an element, as a number or "*".',
    }),
    types: t.exposeStringList('types', {
      nullable: true,
      description: 'The types of an element, such as CodeableConcept or Reference(Patient | us-core-practitioner).',
    }),
    mustSupport: t.exposeBoolean('mustSupport', {
      nullable: true,
      description: 'Whether a profile marks this element as must-support.',
    }),
    uscdiRequirement: t.exposeBoolean('uscdiRequirement', {
      nullable: true,
      description:
        'True if US Core flags this element as a USCDI requirement; null if US Core does not flag the element.',
    }),
    differs: t.exposeBoolean('differs', {
      nullable: true,
      description:
        'For an element in a profile, true if the profile changes the element and false if the profile inherits the element unchanged.',
    }),
    binding: t.one(Binding, standard.binding, { description: 'The binding of an element to a value set.' }),
    unmapped: t.derived({
      type: ['String'],
      description: 'References that match no entity in the graph, exactly as they appear in the source.',
      needs: ['unmapped'],
      resolve: ({ unmapped }) => unmapped ?? [],
    }),
    ancestors: t.many(Standard, standard.ancestors, {
      weight: { rows: 4 },
      description: 'The standards that contain this standard, outermost first.',
    }),
    children: t.page(StandardConnection, standard.children, {
      weight: { tree: ({ level }) => MOST_NESTED[level ?? ''] ?? MOST_PARTS },
      description: 'The direct parts of this standard, in document order.',
      args: ofLevel(t.arg),
    }),
    mapsTo: t.many(Standard, standard.mapsTo, {
      weight: { rows: 5 },
      description: 'The elements to which this data element maps.',
      args: ofLevel(t.arg),
    }),
    mappedFrom: t.many(Standard, standard.mappedFrom, {
      description: 'The data elements that map to this element.',
      args: ofLevel(t.arg),
    }),
    implements: t.many(Standard, standard.implements, {
      description: 'The standards on which this standard builds.',
      args: ofLevel(t.arg),
    }),
    implementedBy: t.many(Standard, standard.implementedBy, {
      weight: { rows: 30 },
      description: 'The standards that build on this standard.',
      args: ofLevel(t.arg),
    }),
    supersedes: t.one(Standard, standard.supersedes, { description: 'The previous version of the standard.' }),
    supersededBy: t.one(Standard, standard.supersededBy, { description: 'The next version of the standard.' }),
    changesFrom: t.one(StandardChanges, standard.changes, {
      weight: { work: 100 },
      nullable: false,
      description:
        'The changes from another version of the same standard to this version. The other version can be older or newer.',
      args: { version: t.arg.string({ required: true, description: 'The other version, such as 6.1.0 or v3.' }) },
      check: KNOWN_VERSION,
    }),
    adoptions: t.many(Adoption, standard.adoptions, {
      weight: { rows: 2 },
      description: 'The adoptions of this standard in the law, with the dates of each adoption.',
      args: { asOf: t.arg(AS_OF) },
    }),
    requiredBy: t.many(Adoption, standard.requiredBy, {
      weight: { rows: 3, work: 10 },
      description:
        'The adoptions that directly or indirectly require this standard. An adoption is included if any of the following is true: the adopted version is this standard, the adopted version contains this standard, or a part of the adopted version is linked to this standard by a chain of up to six IMPLEMENTS or MAPS_TO relations. For example, Patient.name in FHIR 4.0.1 is required by adoptions of FHIR 4.0.1, of US Core versions with a profile that changes Patient.name, and of USCDI versions with a data element that maps to Patient.name. A profile that inherits an element unchanged does not count, and the adoption of one version does not count for other versions. Regulations adopt a version of a standard as a whole, not its individual elements. To find out what a system must do with an individual element, see `min` and `mustSupport`.',
      args: { asOf: t.arg(AS_OF) },
    }),
    terms: t.many(Term, standard.terms, {
      weight: { rows: 50 },
      description: 'The terms that describe this standard.',
    }),
  }),
});

builder.queryFields((t) => ({
  standard: t.one(Standard, standard.byKey, {
    description: 'The standard with this key, or null if there is no such standard.',
    args: { key: t.arg.string({ required: true, description: 'The key of the standard, such as us-core/6.1.0.' }) },
  }),
  standards: t.page(StandardConnection, ({ level }) => (level == null ? standard.all : standard.ofLevel), {
    weight: { work: 500 },
    description: 'All standards, ordered by key.',
    args: ofLevel(t.arg),
    params: ({ level }) => ({ level }),
  }),
}));
