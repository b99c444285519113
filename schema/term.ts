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
    count: t.value({ type: 'Int', description: 'How often it stands there.', cypher: 'size(edge.evidenceRules)' }),
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
    heading: t.exposeString('heading', { description: 'Definition, Example, Common misconceptions …' }),
    body: t.exposeString('body', { description: 'CommonMark.' }),
  }),
});

Term.implement({
  description: 'A word of health IT.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its id in addresses: emr-vs-ehr.' }),
    name: t.exposeString('name', { description: 'As it is written.' }),
    category: t.exposeString('category', { nullable: true, description: 'The shelf on which it stands.' }),
    shortDefinition: t.exposeString('shortDefinition', {
      nullable: true,
      description: 'One sentence; null where nobody has written or imported one.',
    }),
    definition: t.exposeString('definition', { nullable: true, description: 'In full. CommonMark.' }),
    keyTakeaways: t.exposeStringList('keyTakeaways', { description: 'What to remember.' }),
    sections: t.derived({
      description: 'The page, in order: Definition, Example, Common misconceptions, Practical application, …',
      type: [TermSection],
      needs: ['sectionHeadings', 'sectionBodies'],
      resolve: ({ sectionHeadings, sectionBodies }) =>
        sectionHeadings.map((heading, i) => ({ heading, body: sectionBodies[i] ?? '' })),
    }),
    aliases: t.many(Alias, { description: 'Its other names.', fragment: alias.of }),
    relatedTerms: t.page(TermConnection, { description: 'Related terms, strongest first.', fragment: term.related }),
    definitions: t.many(Definition, {
      description: 'Every legal definition of the term, in the order of the law.',
      args: { asOf: t.arg(AS_OF) },
      fragment: term.definitions,
    }),
    definitionInForce: t.one(Definition, {
      description: 'The definition that governs at a place on a day: the one with the innermost scope around it.',
      args: {
        citation: t.arg.string({ required: true, description: 'The place: 45 CFR 171.203(a).' }),
        asOf: t.arg(AS_OF),
      },
      fragment: term.definitionInForce,
      params: ({ citation, asOf }) => ({ citation: canonicalCitation(citation), ...(asOf !== undefined && { asOf }) }),
    }),
    mentionedIn: t.page(MentionedInConnection, {
      description: 'Provisions that use it, now or on the day, in the order of the law.',
      args: {
        within: t.arg.string({ description: 'Only inside this provision: 45 CFR Part 171.' }),
        asOf: t.arg(AS_OF),
      },
      fragment: term.mentionedIn,
      params: ({ within, asOf }) => ({
        within: within == null ? null : canonicalCitation(within, 'within'),
        ...(asOf !== undefined && { asOf }),
      }),
    }),
    standards: t.many(Standard, { description: 'Standards that it is about.', fragment: term.standards }),
    statutes: t.many(Statute, { description: 'Statutes that it is about.', fragment: term.statutes }),
    jsonLd: t.value({
      description: 'A schema.org DefinedTerm in its DefinedTermSet, as JSON-LD.',
      type: 'JSON',
      cypher: `node {.slug, .name, .shortDefinition, .definition,
        aliases: COLLECT { MATCH (node)<-[:ALIAS_OF]-(also:Alias) RETURN also.name ORDER BY also.name }}`,
      resolve: (found: DefinedTermInput) => definedTerm(found),
    }),
  }),
});

Alias.implement({
  description: 'Another name.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As it is written.' }),
    aliasKind: t.expose('aliasKind', { type: AliasKind, description: 'What sort of other name it is.' }),
    denotes: t.many(Entity, {
      description: 'What it stands for: one alias may denote several.',
      fragment: alias.denotes,
    }),
  }),
});

builder.queryFields((t) => ({
  term: t.one(Term, {
    description: 'A term, by its slug; null when there is none.',
    args: { slug: t.arg.string({ required: true, description: 'emr-vs-ehr' }) },
    fragment: term.bySlug,
  }),
  terms: t.page(TermConnection, {
    description: 'All terms, by name.',
    args: {
      category: t.arg.string({ description: 'Only of this category.' }),
      startsWith: t.arg.string({ description: 'Only with a name that begins so, in these capitals.' }),
    },
    fragment: term.all,
  }),
}));
