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
      description: 'How often the term occurs there.',
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
  description: 'A provision of the Code of Federal Regulations, from a title down to a paragraph.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    citation: t.exposeString('citation', {
      description: 'The canonical citation: "45 CFR 171.203(a)(1)", "45 CFR Part 171", "45 CFR Part 171 Subpart B".',
    }),
    level: t.expose('level', { type: RegulationLevel, description: 'The level of the provision in the Code.' }),
    heading: t.value({
      type: 'String',
      nullable: true,
      description: 'The official heading.',
      cypher: asItRead('heading', 'formerHeading'),
      resolve: (heading: string | null) => heading || null,
    }),
    text: t.value({
      type: 'String',
      nullable: true,
      description:
        "The provision's own official text, without the provisions inside it. Null if the text is not imported, or no longer exists.",
      cypher: asItRead('text', 'formerText'),
    }),
    fullText: t.value({
      type: 'String',
      nullable: true,
      description: 'The text of this provision and of all provisions inside it, one line per paragraph of the edition.',
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
      description: 'The italic ranges of the current `text`: alternating start and end offsets in UTF-16 code units.',
      needs: ['italics'],
      resolve: ({ italics }) => italics ?? [],
    }),
    authority: t.exposeString('authority', {
      nullable: true,
      description: 'For a part or subpart: its statutory authority, as the edition notes it.',
    }),
    published: t.exposeString('published', {
      nullable: true,
      description: 'For a part or subpart: where it was first published, as the edition notes it.',
    }),
    amendments: t.exposeString('amendments', {
      nullable: true,
      description: 'For a section: the history of its amendments, as the edition notes it.',
    }),
    notes: t.derived({
      type: ['String'],
      description: 'Editorial notes, cross references and approvals that accompany the text.',
      needs: ['notes'],
      resolve: ({ notes }) => notes ?? [],
    }),
    reserved: t.exposeBoolean('reserved', { description: 'True if the law reserves the place and gives it no text.' }),
    ancestors: t.many(Regulation, {
      description: 'The provisions that contain this one, outermost first.',
      fragment: regulation.ancestors,
    }),
    children: t.many(Regulation, {
      description: 'The provisions directly inside this one, in document order.',
      fragment: regulation.children,
    }),
    passages: t.many(Regulation, {
      description: 'This provision and all provisions inside it as one list, in document order.',
      fragment: regulation.passages,
    }),
    previous: t.one(Regulation, {
      description: 'The previous provision under the same parent.',
      fragment: regulation.previous,
    }),
    next: t.one(Regulation, {
      description: 'The next provision under the same parent.',
      fragment: regulation.next,
    }),
    defines: t.many(Definition, {
      description: 'The definitions in this provision and in the provisions inside it.',
      args: { asOf: t.arg(AS_OF) },
      fragment: regulation.defines,
    }),
    mentions: t.page(MentionConnection, {
      description:
        'The terms that the text uses, today or on the day that governs. There is one edge per term and provision; its evidence lists every occurrence.',
      args: {
        deep: t.arg.boolean({
          required: true,
          defaultValue: false,
          description: 'Include the terms of all provisions inside this one.',
        }),
      },
      fragment: regulation.mentions,
    }),
    annotations: t.many(Annotation, {
      description: 'The places in `text` where terms occur, in order, for links and tooltips.',
      fragment: annotation.ofRegulation,
    }),
    cites: t.many(Citation, {
      description: 'The citations in the text of this provision.',
      fragment: regulation.cites,
    }),
    citedBy: t.many(Citation, {
      description: 'The citations of this provision, in the order of the law.',
      fragment: regulation.citedBy,
    }),
    exceptions: t.many(Regulation, {
      description: 'The exceptions to this provision.',
      fragment: regulation.exceptions,
    }),
    exceptionTo: t.many(Regulation, {
      description: 'The provisions that this one is an exception to.',
      fragment: regulation.exceptionTo,
    }),
    adoptions: t.many(Adoption, {
      description: 'The standards that this provision, or a provision inside it, adopts.',
      args: { asOf: t.arg(AS_OF) },
      fragment: regulation.adoptions,
    }),
    versions: t.value({
      type: [RegulationVersion],
      description:
        'The versions of the text, including the provisions inside this one, newest first. Empty until official text is imported.',
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
        'Compares the text of two days word by word, including the provisions inside this one. EQUAL and DELETE chunks give the earlier text; EQUAL and INSERT chunks give the later text.',
      args: {
        from: t.arg({ type: 'Date', required: true, description: 'The earlier day.' }),
        to: t.arg({ type: 'Date', required: true, description: 'The later day.' }),
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
    description: 'The provision with this citation, in any of the usual forms. Null if it is not imported.',
    args: {
      citation: t.arg.string({
        required: true,
        description: 'A citation, such as 45 CFR 171.203(a)(1), §171.203 or 45 CFR Part 171.',
      }),
      asOf: t.arg({
        type: 'Date',
        description: 'The day that governs every field below: only what is in force on this day.',
      }),
    },
    fragment: regulation.byCitation,
    params: ({ citation, asOf }) => ({ citation: canonicalCitation(citation), ...(asOf !== undefined && { asOf }) }),
  }),
);
