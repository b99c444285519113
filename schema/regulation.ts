import { annotation } from '../cypher/annotation/index.ts';
import { regulation } from '../cypher/regulation/index.ts';
import { relation } from '../cypher/relation/index.ts';
import { canonicalCitation, placeParameters } from '../src/arguments/checks.ts';
import { Adoption } from './adoption.ts';
import { Annotation } from './annotation.ts';
import { AS_OF } from './arguments.ts';
import { builder, Node } from './builder.ts';
import { Citation } from './citation.ts';
import { Definition } from './definition.ts';
import { Entity } from './entity.ts';
import { RegulationLevel } from './enums.ts';
import { mentionFields } from './evidence.ts';
import { pageOf } from './page.ts';
import { Regulation, Term } from './refs.ts';

const RegulationConnection = pageOf(Regulation, 'Regulation');
const MentionConnection = pageOf(Term, 'Mention', {
  edge: (t) => ({
    ...mentionFields(t),
    regulation: t.one(Regulation, relation.start, {
      nullable: false,
      description:
        'The provision that mentions the term. If `deep` is true, this can be a provision nested in the queried provision.',
    }),
  }),
});

Regulation.implement({
  description: 'A provision of the Code of Federal Regulations, at any level from a title to a paragraph.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    citation: t.exposeString('citation', {
      description:
        'The canonical citation, such as "45 CFR 171.203(a)(1)", "45 CFR Part 171", or "45 CFR Part 171 Subpart B".',
    }),
    level: t.expose('level', {
      type: RegulationLevel,
      description: 'The level of the provision in the Code of Federal Regulations.',
    }),
    italics: t.derived({
      type: ['Int'],
      description:
        'The ranges of the current `text` that are in italics, as alternating start and end offsets in UTF-16 code units.',
      needs: ['italics'],
      resolve: ({ italics }) => italics ?? [],
    }),
    authority: t.exposeString('authority', {
      nullable: true,
      description:
        'The statutory authority for a part, a subpart, or, in some cases, a section, as stated in the eCFR.',
    }),
    published: t.exposeString('published', {
      nullable: true,
      description:
        'The Federal Register citation for the original publication of a part or subpart, as stated in the eCFR.',
    }),
    amendments: t.exposeString('amendments', {
      nullable: true,
      description: 'The amendment history of a section, as stated in the eCFR.',
    }),
    notes: t.derived({
      type: ['String'],
      description: 'The editorial notes, cross-references, and notes of approval that the eCFR prints with the text.',
      needs: ['notes'],
      resolve: ({ notes }) => notes ?? [],
    }),
    reserved: t.exposeBoolean('reserved', {
      description: "True if the provision's citation is reserved, that is, set aside for future text.",
    }),
    ancestors: t.many(Regulation, regulation.ancestors, {
      description: 'The provisions that contain this provision, outermost first.',
    }),
    children: t.many(Regulation, regulation.children, {
      description: 'The direct subdivisions of this provision, in document order.',
    }),
    passages: t.many(Regulation, regulation.passages, {
      weight: { rows: 50 },
      description: 'This provision and all nested provisions, as a flat list in document order.',
    }),
    previous: t.one(Regulation, regulation.previous, { description: 'The previous provision with the same parent.' }),
    next: t.one(Regulation, regulation.next, { description: 'The next provision with the same parent.' }),
    defines: t.many(Definition, regulation.defines, {
      description: 'The definitions in this provision and in all nested provisions.',
      args: { asOf: t.arg(AS_OF) },
    }),
    mentions: t.page(MentionConnection, regulation.mentions, {
      description:
        "The terms that the provision's text uses, either now or, if the `regulation` query specifies `asOf`, on that date. Each edge represents one term in one provision, and the evidence for the edge lists every occurrence.",
      args: {
        deep: t.arg.boolean({
          required: true,
          defaultValue: false,
          description: 'Whether to include terms that are used in nested provisions.',
        }),
      },
    }),
    annotations: t.many(Annotation, annotation.ofRegulation, {
      description:
        'The occurrences of terms in `text`, in the order in which they appear. A client can use the occurrences to add links and tooltips.',
    }),
    cites: t.many(Citation, regulation.cites, { description: 'The citations in the text of this provision.' }),
    citedBy: t.many(Citation, regulation.citedBy, {
      description: 'The citations that refer to this provision, in the CFR order of the citing provisions.',
    }),
    exceptions: t.many(Regulation, regulation.exceptions, { description: 'The exceptions to this provision.' }),
    exceptionTo: t.many(Regulation, regulation.exceptionTo, {
      description: 'The provisions to which this provision is an exception.',
    }),
    adoptions: t.many(Adoption, regulation.adoptions, {
      description: 'The adoptions of standards by this provision and by nested provisions.',
      args: { asOf: t.arg(AS_OF) },
    }),
  }),
});

builder.queryField('regulation', (t) =>
  t.one(Regulation, regulation.byCitation, {
    description: 'The provision with this citation, or null if the provision is not imported.',
    args: {
      citation: t.arg.string({
        required: true,
        description: 'A citation in any common form, such as 45 CFR 171.203(a)(1), §171.203, or 45 CFR Part 171.',
      }),
      asOf: t.arg({
        type: 'Date',
        description:
          'The date to which all nested fields apply. If a date is specified, the nested fields include only text and relations that were in force on that date.',
      }),
    },
    params: ({ citation, asOf }) => ({ ...placeParameters(citation), asOf }),
  }),
);

builder.queryField('regulations', (t) =>
  t.page(RegulationConnection, ({ within }) => (within == null ? regulation.all : regulation.within), {
    weight: { work: 300 },
    description: 'All provisions, in CFR order.',
    args: {
      level: t.arg({ type: RegulationLevel, description: 'Include only provisions at this level, such as SECTION.' }),
      within: t.arg.string({
        description: 'Include only provisions within the provision with this citation, such as 45 CFR Part 171.',
      }),
      asOf: t.arg({
        type: 'Date',
        description:
          'Include only provisions that, as far as is known, existed on this date. The date also applies to all nested fields. If no date is specified, provisions that no longer exist are not included.',
      }),
    },
    params: ({ level, within, asOf }) => ({
      level: level ?? null,
      within: within == null ? null : canonicalCitation(within, 'within'),
      asOf,
    }),
  }),
);
