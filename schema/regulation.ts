import { annotation } from '../cypher/annotation/index.ts';
import { regulation } from '../cypher/regulation/index.ts';
import { canonicalCitation } from '../src/arguments/checks.ts';
import { badInput } from '../src/graph/errors.ts';
import { diffWords } from '../src/law/diff.ts';
import { type TextRow, textOn, versionsOf } from '../src/law/versions.ts';
import { Adoption } from './adoption.ts';
import { Annotation } from './annotation.ts';
import { AS_OF } from './arguments.ts';
import { builder, Node } from './builder.ts';
import { Citation } from './citation.ts';
import { Definition } from './definition.ts';
import { Entity } from './entity.ts';
import { RegulationLevel } from './enums.ts';
import { evidenceOf, type SourceNode } from './evidence.ts';
import { pageOf } from './page.ts';
import { Regulation, Term } from './refs.ts';
import { DiffChunk, RegulationVersion } from './regulation-version.ts';

const MentionConnection = pageOf(Term, 'Mention', {
  edge: (t) => ({
    count: t.value({
      type: 'Int',
      description: 'The number of times that the term occurs in the provision.',
      cypher: 'size(edge.evidenceRules)',
    }),
    evidence: evidenceOf(t),
  }),
});

/** A property today, or on the day that governs. */
const asItRead = (now: string, formerly: string) => `CASE
  WHEN $asOf IS NULL OR node.validFrom <= $asOf OR node.seenFrom IS NULL THEN node.${now}
  ELSE head([at IN range(0, size(coalesce(node.formerFrom, [])) - 1)
    WHERE node.formerFrom[at] <= $asOf AND node.formerTo[at] > $asOf | node.${formerly}[at]])
END`;

/** The texts of a provision and of everything inside it. The ids of its paragraphs start with its own id. */
const TEXTS = `head(COLLECT {
  WITH COLLECT {
    MATCH (inside:Regulation)
    WHERE inside.id = node.id OR inside.id STARTS WITH node.id + '('
    RETURN inside {
      .id, .order, .text, .heading, .lead, .validFrom, .textSource, .formerFrom, .formerTo, .formerText, .formerHeading,
      .formerLead, .formerSource
    }
  } AS rows
  RETURN {id: node.id, asOf: $asOf, rows: rows, sources: COLLECT {
    MATCH (source:Source)
    WHERE source.id IN reduce(ids = [], row IN rows | ids + coalesce(row.textSource, []) + coalesce(row.formerSource, []))
    RETURN source {.id, .name, .url, .retrieved, .sha256}
  }}
})`;

/** A row of `TEXTS`. */
interface Texts {
  id: string;
  asOf: string | null;
  rows: TextRow[];
  sources: SourceNode[];
}

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
    heading: t.value({
      type: 'String',
      nullable: true,
      description: 'The official heading of the provision.',
      cypher: asItRead('heading', 'formerHeading'),
      resolve: (heading: string | null) => heading || null,
    }),
    text: t.value({
      type: 'String',
      nullable: true,
      description:
        'The official text of the provision itself, without nested provisions. This field is null if the text is not imported or no longer exists.',
      cypher: asItRead('text', 'formerText'),
    }),
    fullText: t.value({
      type: 'String',
      nullable: true,
      description: 'The text of this provision and all nested provisions, with each printed paragraph on its own line.',
      cypher: TEXTS,
      resolve: ({ id, rows, asOf }: Texts) => {
        const versions = versionsOf(id, rows);
        return asOf === null
          ? (versions.find(({ validTo }) => validTo === null)?.text ?? null)
          : textOn(asOf, versions);
      },
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
    versions: t.value({
      type: [RegulationVersion],
      description:
        'The versions of the text, including nested provisions, newest first. The list is empty if no official text is imported.',
      cypher: TEXTS,
      resolve: ({ id, rows, sources }: Texts) =>
        versionsOf(id, rows).map((version) => ({
          ...version,
          source: sources.find((source) => source.id === version.sourceId) as SourceNode,
        })),
    }),
    diff: t.value({
      type: [DiffChunk],
      description:
        'A word-by-word comparison of the text on two dates, including nested provisions. The EQUAL and DELETE chunks form the earlier text; the EQUAL and INSERT chunks form the later text.',
      args: {
        from: t.arg({ type: 'Date', required: true, description: 'The earlier of the two dates.' }),
        to: t.arg({ type: 'Date', required: true, description: 'The later of the two dates.' }),
      },
      cypher: TEXTS,
      resolve: ({ id, rows }: Texts, { from, to }) => {
        if (from > to) throw badInput(`from: must not be after \`to\`, but ${from} is after ${to}`);
        const versions = versionsOf(id, rows);
        return diffWords(textOn(from, versions) ?? '', textOn(to, versions) ?? '');
      },
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
    params: ({ citation, asOf }) => ({ citation: canonicalCitation(citation), ...(asOf !== undefined && { asOf }) }),
  }),
);
