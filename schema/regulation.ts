import { annotation } from '../cypher/annotation/index.ts';
import { regulation } from '../cypher/regulation/index.ts';
import { canonicalCitation } from '../src/arguments/checks.ts';
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

const MentionConnection = pageOf(Term, 'Mention', { edge: mentionFields });

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
      description: 'The statutory authority for a part or subpart, as stated in the eCFR.',
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
      description: 'The editorial notes, cross-references, and approvals that accompany the text.',
      needs: ['notes'],
      resolve: ({ notes }) => notes ?? [],
    }),
    reserved: t.exposeBoolean('reserved', {
      description: 'True if the citation is reserved, that is, set aside for future text.',
    }),
    ancestors: t.many(Regulation, {
      description: 'The provisions that contain this provision, outermost first.',
      fragment: regulation.ancestors,
    }),
    children: t.many(Regulation, {
      description: 'The direct subdivisions of this provision, in document order.',
      fragment: regulation.children,
    }),
    passages: t.many(Regulation, {
      description: 'This provision and all nested provisions, as a flat list in document order.',
      fragment: regulation.passages,
    }),
    previous: t.one(Regulation, {
      description: 'The previous provision with the same parent.',
      fragment: regulation.previous,
    }),
    next: t.one(Regulation, {
      description: 'The next provision with the same parent.',
      fragment: regulation.next,
    }),
    defines: t.many(Definition, {
      description: 'The definitions in this provision and in all nested provisions.',
      args: { asOf: t.arg(AS_OF) },
      fragment: regulation.defines,
    }),
    mentions: t.page(MentionConnection, {
      description:
        'The terms that the text uses, either now or on the `asOf` date of the `regulation` query. Each edge represents one term in one provision, and its evidence lists every occurrence.',
      args: {
        deep: t.arg.boolean({
          required: true,
          defaultValue: false,
          description: 'Whether to include the terms used in nested provisions.',
        }),
      },
      fragment: regulation.mentions,
    }),
    annotations: t.many(Annotation, {
      description: 'The occurrences of terms in `text`, in text order, so that a client can add links and tooltips.',
      fragment: annotation.ofRegulation,
    }),
    cites: t.many(Citation, {
      description: 'The citations in the text of this provision.',
      fragment: regulation.cites,
    }),
    citedBy: t.many(Citation, {
      description: 'The citations that refer to this provision, ordered by the citing provision.',
      fragment: regulation.citedBy,
    }),
    exceptions: t.many(Regulation, {
      description: 'The exceptions to this provision.',
      fragment: regulation.exceptions,
    }),
    exceptionTo: t.many(Regulation, {
      description: 'The provisions to which this provision is an exception.',
      fragment: regulation.exceptionTo,
    }),
    adoptions: t.many(Adoption, {
      description: 'The adoptions of standards by this provision and by nested provisions.',
      args: { asOf: t.arg(AS_OF) },
      fragment: regulation.adoptions,
    }),
  }),
});

builder.queryField('regulation', (t) =>
  t.one(Regulation, {
    description: 'The provision with this citation, or null if the provision is not imported.',
    args: {
      citation: t.arg.string({
        required: true,
        description: 'A citation in any common form, such as 45 CFR 171.203(a)(1), §171.203 or 45 CFR Part 171.',
      }),
      asOf: t.arg({
        type: 'Date',
        description:
          'The date that applies to all nested fields, which then include only text and relations in force on this date.',
      }),
    },
    fragment: regulation.byCitation,
    params: ({ citation, asOf }) => ({ citation: canonicalCitation(citation), asOf }),
  }),
);
