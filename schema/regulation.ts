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
    count: t.value({ type: 'Int', description: 'How often it stands there.', cypher: 'size(edge.evidenceRules)' }),
    evidence: evidenceOf(t),
  }),
});

/** A property as it is, or as it was on the day that governs. */
const asItRead = (now: string, formerly: string) => `CASE
  WHEN $asOf IS NULL OR node.validFrom <= $asOf OR node.seenFrom IS NULL THEN node.${now}
  ELSE head([at IN range(0, size(coalesce(node.formerFrom, [])) - 1)
    WHERE node.formerFrom[at] <= $asOf AND node.formerTo[at] > $asOf | node.${formerly}[at]])
END`;

/** A provision's texts, and those of all that it contains: its paragraphs have ids that begin with its own. */
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

/** What \`TEXTS\` gives. */
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
      description: 'Canonical: "45 CFR 171.203(a)(1)", "45 CFR Part 171", "45 CFR Part 171 Subpart B".',
    }),
    level: t.expose('level', { type: RegulationLevel, description: 'What sort of provision it is.' }),
    heading: t.value({
      type: 'String',
      nullable: true,
      description: 'Its official heading.',
      cypher: asItRead('heading', 'formerHeading'),
      resolve: (heading: string | null) => heading || null,
    }),
    text: t.value({
      type: 'String',
      nullable: true,
      description: 'Its own official text, without what it contains; null until it is imported, and where it has gone.',
      cypher: asItRead('text', 'formerText'),
    }),
    fullText: t.value({
      type: 'String',
      nullable: true,
      description: 'Its text with all that it contains, a line for each paragraph of the edition.',
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
      description: 'What the latest `text` sets in italics: starts and ends in turns, in UTF-16 code units.',
      needs: ['italics'],
      resolve: ({ italics }) => italics ?? [],
    }),
    authority: t.exposeString('authority', {
      nullable: true,
      description: 'Of a part or subpart: the law on which it rests, as the edition notes it.',
    }),
    published: t.exposeString('published', {
      nullable: true,
      description: 'Of a part or subpart: where it was published first, as the edition notes it.',
    }),
    amendments: t.exposeString('amendments', {
      nullable: true,
      description: 'Of a section: the history of its amendments, as the edition notes it.',
    }),
    notes: t.derived({
      type: ['String'],
      description: 'Editorial notes, cross references and approvals beside the text.',
      needs: ['notes'],
      resolve: ({ notes }) => notes ?? [],
    }),
    reserved: t.exposeBoolean('reserved', { description: 'Kept free by the law, without text.' }),
    ancestors: t.many(Regulation, {
      description: 'What contains it, outermost first.',
      fragment: regulation.ancestors,
    }),
    children: t.many(Regulation, {
      description: 'What it contains, in document order.',
      fragment: regulation.children,
    }),
    passages: t.many(Regulation, {
      description:
        'It and all that it contains, in document order: a section with its paragraphs of any depth in one list.',
      fragment: regulation.passages,
    }),
    previous: t.one(Regulation, {
      description: 'The provision before it, under the same heading.',
      fragment: regulation.previous,
    }),
    next: t.one(Regulation, {
      description: 'The provision after it, under the same heading.',
      fragment: regulation.next,
    }),
    defines: t.many(Definition, {
      description: 'The definitions that it, or a provision inside it, gives.',
      args: { asOf: t.arg(AS_OF) },
      fragment: regulation.defines,
    }),
    mentions: t.page(MentionConnection, {
      description:
        'Terms that it uses, now or on the day that governs: one row a term and provision, with every place where it stands.',
      args: {
        deep: t.arg.boolean({
          required: true,
          defaultValue: false,
          description: 'Also those of everything inside it.',
        }),
      },
      fragment: regulation.mentions,
    }),
    annotations: t.many(Annotation, {
      description: 'Where the terms stand in `text`, in order, for links and tooltips.',
      fragment: annotation.ofRegulation,
    }),
    cites: t.many(Citation, { description: 'What it cites.', fragment: regulation.cites }),
    citedBy: t.many(Citation, { description: 'What cites it, in the order of the law.', fragment: regulation.citedBy }),
    exceptions: t.many(Regulation, { description: 'Exceptions to it.', fragment: regulation.exceptions }),
    exceptionTo: t.many(Regulation, { description: 'What it is an exception to.', fragment: regulation.exceptionTo }),
    adoptions: t.many(Adoption, {
      description: 'Standards that it, or a provision inside it, adopts.',
      args: { asOf: t.arg(AS_OF) },
      fragment: regulation.adoptions,
    }),
    versions: t.value({
      type: [RegulationVersion],
      description: 'Its text in time, with all that it contains, newest first. Empty until official text is imported.',
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
        'What changed in its text, with all that it contains, between two days, by words: what stayed and what went is the old text, what stayed and what came the new one.',
      args: {
        from: t.arg({ type: 'Date', required: true, description: 'The earlier day.' }),
        to: t.arg({ type: 'Date', required: true, description: 'The later day.' }),
      },
      cypher: TEXTS,
      resolve: ({ id, rows }: Texts, { from, to }) => {
        if (from > to) throw badInput(`from: a day not after \`to\`, and ${from} comes after ${to}`);
        const versions = versionsOf(id, rows);
        return diffWords(textOn(from, versions) ?? '', textOn(to, versions) ?? '');
      },
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
    fragment: regulation.byCitation,
    params: ({ citation, asOf }) => ({ citation: canonicalCitation(citation), ...(asOf !== undefined && { asOf }) }),
  }),
);
