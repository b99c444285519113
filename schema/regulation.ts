import { regulation } from '../cypher/regulation/index.ts';
import { relation } from '../cypher/relation/index.ts';
import { pageOf } from '../src/plan/page.ts';
import { Adoption } from './adoption.ts';
import { Annotation } from './annotation.ts';
import { AS_OF, canonicalCitation } from './arguments.ts';
import { builder, Node } from './builder.ts';
import { Definition } from './definition.ts';
import { Entity } from './entity.ts';
import { RegulationLevel } from './enums.ts';
import { evidenceOf } from './evidence.ts';
import { Regulation, Term } from './refs.ts';
import { DiffChunk, RegulationVersion } from './regulation-version.ts';

const MentionConnection = pageOf(builder, Term, 'Mention', {
  edge: (t) => ({
    count: t.value({ type: 'Int', description: 'How often it stands there.', cypher: 'size(edge.evidenceRules)' }),
    evidence: evidenceOf(t),
  }),
});

/** A [:CITES], seen as the citation that it is. */
interface CitesRelation {
  id: string;
}

const Citation = builder.objectRef<CitesRelation>('Citation').implement({
  description: 'A reference in the text of a provision.',
  fields: (t) => ({
    text: t.value({
      type: 'String',
      description: 'The words that cite.',
      cypher: 'coalesce(node.text, endNode(node).citation)',
    }),
    source: t.one(Regulation, { nullable: false, description: 'The provision that cites.', via: relation.start }),
    target: t.one(Entity, {
      description: 'What is cited; null for what is not imported and for a place that does not exist.',
      via: relation.end,
    }),
    targetCitation: t.value({
      type: 'String',
      description: 'What is cited, canonically.',
      cypher: 'endNode(node).citation',
    }),
    dangling: t.value({
      type: 'Boolean',
      description: 'The place cited does not exist in the text that is imported.',
      cypher: 'coalesce(node.dangling, false)',
    }),
    evidence: evidenceOf(t),
  }),
});

Regulation.implement({
  description: 'A provision of the Code of Federal Regulations, from a title down to a paragraph.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    citation: t.exposeString('citation', {
      description: 'Canonical: "45 CFR 171.203(a)(1)", "45 CFR Part 171", "45 CFR Part 171 Subpart B".',
    }),
    level: t.expose('level', { type: RegulationLevel, description: 'What sort of provision it is.' }),
    heading: t.exposeString('heading', { nullable: true, description: 'Its official heading.' }),
    text: t.exposeString('text', {
      nullable: true,
      description: 'Its own official text, without what it contains; null until it is imported.',
    }),
    reserved: t.exposeBoolean('reserved', { description: 'Kept free by the law, without text.' }),
    ancestors: t.many(Regulation, { description: 'What contains it, outermost first.', via: regulation.ancestors }),
    children: t.many(Regulation, { description: 'What it contains, in document order.', via: regulation.children }),
    previous: t.one(Regulation, {
      description: 'The provision before it, under the same heading.',
      via: regulation.previous,
    }),
    next: t.one(Regulation, { description: 'The provision after it, under the same heading.', via: regulation.next }),
    defines: t.many(Definition, {
      description: 'The definitions that it gives.',
      args: { asOf: t.arg(AS_OF) },
      via: regulation.defines,
    }),
    mentions: t.page(MentionConnection, {
      description: 'Terms that it uses: one row a term and provision, with every place where it stands.',
      args: {
        deep: t.arg.boolean({
          required: true,
          defaultValue: false,
          description: 'Also those of everything inside it.',
        }),
      },
      via: regulation.mentions,
    }),
    annotations: t.field({
      type: [Annotation],
      description: 'Where the terms stand in `text`, for links and tooltips. Empty until text has been linked.',
      resolve: () => [],
    }),
    cites: t.many(Citation, { description: 'What it cites.', via: regulation.cites }),
    citedBy: t.many(Citation, { description: 'What cites it, in the order of the law.', via: regulation.citedBy }),
    exceptions: t.many(Regulation, { description: 'Exceptions to it.', via: regulation.exceptions }),
    exceptionTo: t.many(Regulation, { description: 'What it is an exception to.', via: regulation.exceptionTo }),
    adoptions: t.many(Adoption, {
      description: 'Standards that it, or a provision inside it, adopts.',
      args: { asOf: t.arg(AS_OF) },
      via: regulation.adoptions,
    }),
    versions: t.field({
      type: [RegulationVersion],
      description: 'Its text in time, newest first. Empty until official text is imported.',
      resolve: () => [],
    }),
    diff: t.field({
      type: [DiffChunk],
      description: 'What changed in its text between two days, by words. Empty until official text is imported.',
      args: {
        from: t.arg({ type: 'Date', required: true, description: 'The earlier day.' }),
        to: t.arg({ type: 'Date', required: true, description: 'The later day.' }),
      },
      resolve: () => [],
    }),
  }),
});

builder.queryField('regulation', (t) =>
  t.one(Regulation, {
    description: 'A provision, by its citation in any of the forms people write; null when it is not imported.',
    args: {
      citation: t.arg.string({ required: true, description: '45 CFR 171.203(a)(1), §171.203, 45 CFR Part 171 …' }),
      asOf: t.arg({ type: 'Date', description: 'Governs every field below: only what is in force on that day.' }),
    },
    via: regulation.byCitation,
    given: ({ citation, asOf }) => ({ citation: canonicalCitation(citation), ...(asOf !== undefined && { asOf }) }),
  }),
);
