import type { ArgBuilder } from '@pothos/core';
import { alias } from '../cypher/alias/index.ts';
import { term } from '../cypher/term/index.ts';
import { canonicalCitation, readCitation } from '../src/arguments/checks.ts';
import { placesOf } from '../src/model/cfr/containers.ts';
import { type DefinedTermInput, definedTerm } from '../src/model/defined-term.ts';
import { withoutEscapes } from '../src/prose/escapes.ts';
import { AS_OF } from './arguments.ts';
import { builder, Node, type Types } from './builder.ts';
import { Definition, GoverningDefinition } from './definition.ts';
import { Entity } from './entity.ts';
import { AliasKind } from './enums.ts';
import { mentionFields } from './evidence.ts';
import { pageOf } from './page.ts';
import { Alias, Regulation, Standard, Statute, Term } from './refs.ts';

const TermConnection = pageOf(Term, 'Term');

const MentionedInConnection = pageOf(Regulation, 'MentionedIn', { edge: mentionFields });

interface Section {
  heading: string;
  body: string;
}

const TermSection = builder.objectRef<Section>('TermSection').implement({
  description: 'A section of the page about a term.',
  fields: (t) => ({
    heading: t.exposeString('heading', {
      description: 'The heading of the section, such as Definition, Example, or Common misconceptions.',
    }),
    body: t.exposeString('body', { description: 'The text of the section, in CommonMark.' }),
  }),
});

/** The arguments of a question for the definition in a provision. */
const placeArguments = (t: ArgBuilder<Types>) => ({
  citation: t.string({
    required: true,
    description: 'The citation of the provision to which the definition must apply, such as 45 CFR 171.203(a).',
  }),
  asOf: t({ ...AS_OF }),
});

const placesAsked = ({ citation, asOf }: { citation: string; asOf?: string | null | undefined }) => ({
  places: placesOf(readCitation(citation)),
  asOf,
});

Term.implement({
  description: 'A health IT term.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'The identifier of the term in URLs, such as emr-vs-ehr.' }),
    name: t.exposeString('name', { description: 'The name, with its usual capitalization.' }),
    category: t.exposeString('category', { nullable: true, description: 'The category of the term.' }),
    shortDefinition: t.exposeString('shortDefinition', {
      nullable: true,
      description: 'A definition of the term in one sentence, or null if there is none.',
    }),
    definition: t.exposeString('definition', {
      nullable: true,
      description: 'The full definition of the term, in CommonMark.',
    }),
    keyTakeaways: t.exposeStringList('keyTakeaways', {
      description: 'The key takeaways from the page about the term.',
    }),
    sections: t.derived({
      description:
        'The sections of the page about the term, in page order, such as Definition, Example, and Common misconceptions.',
      type: [TermSection],
      needs: ['sectionHeadings', 'sectionBodies'],
      resolve: ({ sectionHeadings, sectionBodies }) =>
        sectionHeadings.map((heading, i) => ({ heading, body: sectionBodies[i] ?? '' })),
    }),
    aliases: t.many(Alias, alias.of, { description: 'The aliases of the term, which are its other names.' }),
    relatedTerms: t.page(TermConnection, term.related, {
      description: 'The related terms, in descending order of the strength of the relation.',
    }),
    definitions: t.many(Definition, term.definitions, {
      description: 'The legal definitions of the term, in CFR order.',
      args: { asOf: t.arg(AS_OF) },
    }),
    definitionInForce: t.one(Definition, term.definitionInForce, {
      description:
        'The definition that applies to a given provision on a given date. If several definitions apply, the one with the narrowest scope is returned. A provision that is not imported lies where its citation says, such as § 164.530 in Part 164.',
      args: placeArguments(t.arg),
      params: placesAsked,
    }),
    governing: t.one(GoverningDefinition, term.governing, {
      nullable: false,
      description:
        'The definition that applies to a given provision on a given date, as in `definitionInForce`, and how sure the answer is: whether no definition applies, or whether that cannot be known.',
      args: placeArguments(t.arg),
      params: placesAsked,
    }),
    mentionedIn: t.page(MentionedInConnection, term.mentionedIn, {
      description: 'The provisions that use the term, either now or on the `asOf` date, in CFR order.',
      args: {
        within: t.arg.string({
          description: 'Include only provisions within the provision with this citation, such as 45 CFR Part 171.',
        }),
        asOf: t.arg(AS_OF),
      },
      params: ({ within, asOf }) => ({
        within: within == null ? null : canonicalCitation(within, 'within'),
        asOf,
      }),
    }),
    standards: t.many(Standard, term.standards, { description: 'The standards that the term describes.' }),
    statutes: t.many(Statute, term.statutes, { description: 'The statutes that the term describes.' }),
    jsonLd: t.value({
      description: 'The term as a schema.org DefinedTerm in JSON-LD.',
      type: 'JSON',
      cypher: `node {.slug, .name, .shortDefinition, .definition,
        aliases: COLLECT { MATCH (node)<-[:ALIAS_OF]-(also:Alias) RETURN also.name ORDER BY also.name }}`,
      resolve: (found: DefinedTermInput) =>
        definedTerm({ ...found, definition: found.definition && withoutEscapes(found.definition) }),
    }),
  }),
});

Alias.implement({
  description: 'Another name for an entity, such as EHR for electronic health record.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name, with its usual capitalization.' }),
    aliasKind: t.expose('aliasKind', { type: AliasKind, description: 'The kind of the alias, such as ABBREVIATION.' }),
    denotes: t.many(Entity, alias.denotes, {
      description: 'The entities to which this alias refers; an ambiguous alias refers to more than one.',
    }),
  }),
});

builder.queryFields((t) => ({
  term: t.one(Term, term.bySlug, {
    description: 'The term with this slug, or null if there is no such term.',
    args: { slug: t.arg.string({ required: true, description: 'The slug of the term, such as emr-vs-ehr.' }) },
  }),
  terms: t.page(TermConnection, term.all, {
    description: 'All terms, ordered by name.',
    args: {
      category: t.arg.string({ description: 'Include only terms in this category.' }),
      startsWith: t.arg.string({
        description: 'Include only terms whose names start with this text; the comparison is case-sensitive.',
      }),
    },
  }),
}));
