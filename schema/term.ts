import { alias } from '../cypher/alias/index.ts';
import { term } from '../cypher/term/index.ts';
import { canonicalCitation } from '../src/arguments/checks.ts';
import { type DefinedTermInput, definedTerm } from '../src/model/defined-term.ts';
import { AS_OF } from './arguments.ts';
import { builder, Node } from './builder.ts';
import { Definition } from './definition.ts';
import { Entity } from './entity.ts';
import { AliasKind } from './enums.ts';
import { evidenceOf } from './evidence.ts';
import { pageOf } from './page.ts';
import { Alias, Regulation, Standard, Statute, Term } from './refs.ts';

const TermConnection = pageOf(Term, 'Term');

const MentionedInConnection = pageOf(Regulation, 'MentionedIn', {
  edge: (t) => ({
    count: t.value({
      type: 'Int',
      description: 'How often the term occurs there.',
      cypher: 'size(edge.evidenceRules)',
    }),
    evidence: evidenceOf(t),
  }),
});

interface Section {
  heading: string;
  body: string;
}

const TermSection = builder.objectRef<Section>('TermSection').implement({
  description: "A section of a term's page.",
  fields: (t) => ({
    heading: t.exposeString('heading', {
      description: 'The heading, such as Definition, Example or Common misconceptions.',
    }),
    body: t.exposeString('body', { description: 'The text of the section, in CommonMark.' }),
  }),
});

Term.implement({
  description: 'A term of health IT.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    slug: t.exposeString('slug', { description: "The term's name in web addresses, such as emr-vs-ehr." }),
    name: t.exposeString('name', { description: 'The name as it is written.' }),
    category: t.exposeString('category', { nullable: true, description: 'The category of the term.' }),
    shortDefinition: t.exposeString('shortDefinition', {
      nullable: true,
      description: 'A definition in one sentence. Null if none is written or imported.',
    }),
    definition: t.exposeString('definition', { nullable: true, description: 'The full definition, in CommonMark.' }),
    keyTakeaways: t.exposeStringList('keyTakeaways', { description: "The key takeaways of the term's page." }),
    sections: t.derived({
      description: "The sections of the term's page, in order, such as Definition, Example and Common misconceptions.",
      type: [TermSection],
      needs: ['sectionHeadings', 'sectionBodies'],
      resolve: ({ sectionHeadings, sectionBodies }) =>
        sectionHeadings.map((heading, i) => ({ heading, body: sectionBodies[i] ?? '' })),
    }),
    aliases: t.many(Alias, { description: 'The other names of the term.', fragment: alias.of }),
    relatedTerms: t.page(TermConnection, { description: 'Related terms, strongest first.', fragment: term.related }),
    definitions: t.many(Definition, {
      description: 'The legal definitions of the term, in the order of the law.',
      args: { asOf: t.arg(AS_OF) },
      fragment: term.definitions,
    }),
    definitionInForce: t.one(Definition, {
      description:
        'The definition that governs at a place on a day: the one with the innermost scope that contains the place.',
      args: {
        citation: t.arg.string({
          required: true,
          description: 'The citation of the place, such as 45 CFR 171.203(a).',
        }),
        asOf: t.arg(AS_OF),
      },
      fragment: term.definitionInForce,
      params: ({ citation, asOf }) => ({ citation: canonicalCitation(citation), ...(asOf !== undefined && { asOf }) }),
    }),
    mentionedIn: t.page(MentionedInConnection, {
      description: 'The provisions that use the term, today or on the given day, in the order of the law.',
      args: {
        within: t.arg.string({ description: 'Keep only provisions inside this one, such as 45 CFR Part 171.' }),
        asOf: t.arg(AS_OF),
      },
      fragment: term.mentionedIn,
      params: ({ within, asOf }) => ({
        within: within == null ? null : canonicalCitation(within, 'within'),
        ...(asOf !== undefined && { asOf }),
      }),
    }),
    standards: t.many(Standard, { description: 'The standards that the term describes.', fragment: term.standards }),
    statutes: t.many(Statute, { description: 'The statutes that the term describes.', fragment: term.statutes }),
    jsonLd: t.value({
      description: 'The term as a schema.org DefinedTerm in JSON-LD.',
      type: 'JSON',
      cypher: `node {.slug, .name, .shortDefinition, .definition,
        aliases: COLLECT { MATCH (node)<-[:ALIAS_OF]-(also:Alias) RETURN also.name ORDER BY also.name }}`,
      resolve: (found: DefinedTermInput) => definedTerm(found),
    }),
  }),
});

Alias.implement({
  description: 'Another name of an entity, such as EHR for electronic health record.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name as it is written.' }),
    aliasKind: t.expose('aliasKind', { type: AliasKind, description: 'The kind of alias.' }),
    denotes: t.many(Entity, {
      description: 'The entities that this alias stands for. An alias can stand for several.',
      fragment: alias.denotes,
    }),
  }),
});

builder.queryFields((t) => ({
  term: t.one(Term, {
    description: 'The term with this slug, or null.',
    args: { slug: t.arg.string({ required: true, description: 'The slug of the term, such as emr-vs-ehr.' }) },
    fragment: term.bySlug,
  }),
  terms: t.page(TermConnection, {
    description: 'All terms, ordered by name.',
    args: {
      category: t.arg.string({ description: 'Keep only terms of this category.' }),
      startsWith: t.arg.string({ description: 'Keep only terms whose name starts with this text; case matters.' }),
    },
    fragment: term.all,
  }),
}));
