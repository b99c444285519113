import type { ArgBuilder } from '@pothos/core';
import { alias } from '../cypher/alias/index.ts';
import { type AnnotationRow, annotation } from '../cypher/annotation/index.ts';
import { evidence } from '../cypher/evidence/index.ts';
import { mapping } from '../cypher/mapping/index.ts';
import { type ReferenceRow, term } from '../cypher/term/index.ts';
import { vocabulary } from '../cypher/vocabulary/index.ts';
import { canonicalCitation, readCitation } from '../src/arguments/checks.ts';
import { badInput } from '../src/graph/errors.ts';
import { placesOf } from '../src/model/cfr/containers.ts';
import { type DefinedTermInput, definedTerm } from '../src/model/defined-term.ts';
import { withoutEscapes } from '../src/prose/escapes.ts';
import { pageText } from '../src/prose/page-text.ts';
import { nameKey } from '../src/search/words.ts';
import { Annotation } from './annotation.ts';
import { AS_OF, VOCABULARIES } from './arguments.ts';
import { builder, Node, type Types } from './builder.ts';
import { Definition, GoverningDefinition } from './definition.ts';
import { Entity } from './entity.ts';
import { AliasKind } from './enums.ts';
import { mentionFields, Source } from './evidence.ts';
import { MappingConnection } from './mapping.ts';
import { pageOf } from './page.ts';
import { Alias, Regulation, Standard, Statute, Term } from './refs.ts';
import { Vocabulary } from './vocabulary.ts';

const TermConnection = pageOf(Term, 'Term');

const MentionedInConnection = pageOf(Regulation, 'MentionedIn', { edge: mentionFields });

/** A row of `term.sections`: a section and the texts of all preceding sections. */
interface Section {
  heading: string;
  body: string;
  before: string[];
}

const SourceReference = builder.objectRef<ReferenceRow>('SourceReference').implement({
  description: 'A source that supports an individual statement in the text of a section.',
  fields: (t) => ({
    end: t.exposeInt('end', {
      description: 'The offset in `body` at which the statement ends, in UTF-16 code units.',
    }),
    source: t.one(Source, evidence.source, { nullable: false, description: 'The source of the statement.' }),
  }),
});

const TermSection = builder.objectRef<Section>('TermSection').implement({
  description: 'A section of the page about a term.',
  fields: (t) => ({
    heading: t.exposeString('heading', {
      description: 'The heading of the section, such as Definition, Example, or Common misconceptions.',
    }),
    body: t.exposeString('body', { description: 'The text of the section, in CommonMark.' }),
    references: t.many(SourceReference, term.references, {
      description:
        'The sources of individual statements in the section, in the order of the statements. The list is empty for terms that are not in the Glossograph glossary.',
    }),
    annotations: t.many(Annotation, annotation.ofSection, {
      description: "The occurrences of terms in the section's text. The offsets are positions in `body`.",
      chosen: {
        reads: ['start', 'end'],
        holderReads: ['body', 'before'],
        choose: (names, { body, before }) =>
          within(names, { from: pageText({ sectionBodies: [...before, ''] }).length, body }),
      },
    }),
  }),
});

/** The names that occur in a section, with offsets relative to the section's text. */
const within = (names: readonly AnnotationRow[], { from, body }: { from: number; body: string }): AnnotationRow[] =>
  names.flatMap((name) => {
    const [start, end] = [name.start - from, name.end - from];
    return start >= 0 && end <= body.length ? [{ ...name, start, end }] : [];
  });

/** The arguments of the fields that find the definition in force in a provision. */
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
    slug: t.exposeString('slug', {
      description:
        'The identifier of the term in URLs, such as emr-vs-ehr or nist/access-control. The id of the term consists of `Term:` and the slug.',
    }),
    name: t.exposeString('name', { description: 'The name in its usual capitalization.' }),
    category: t.exposeString('category', { nullable: true, description: 'The category of the term.' }),
    shortDefinition: t.exposeString('shortDefinition', {
      nullable: true,
      description: 'A one-sentence definition of the term, or null if the term has no such definition.',
    }),
    reviewedOn: t.expose('reviewedOn', {
      type: 'Date',
      nullable: true,
      description:
        'The date on which the page about the term was last checked against its sources, or null if the vocabulary does not state this date.',
    }),
    definition: t.exposeString('definition', {
      nullable: true,
      description: 'The full definition of the term, in CommonMark.',
    }),
    keyTakeaways: t.exposeStringList('keyTakeaways', {
      description: 'The key takeaways from the page about the term.',
    }),
    sections: t.many(TermSection, term.sections, {
      description:
        'The sections of the page about the term, in page order, such as Definition, Example, and Common misconceptions.',
    }),
    aliases: t.many(Alias, alias.of, {
      description: 'The aliases of the term, that is, the other names by which it is known.',
    }),
    relatedTerms: t.page(TermConnection, term.related, {
      description: 'The terms related to this term, strongest relation first.',
    }),
    definitions: t.many(Definition, term.definitions, {
      description: 'The legal definitions of the term, in CFR order.',
      args: { asOf: t.arg(AS_OF) },
    }),
    definitionInForce: t.one(Definition, term.definitionInForce, {
      weight: { work: 5 },
      description:
        'The definition that applies to a given provision on a given date. If several definitions apply, the one with the narrowest scope is returned. If the provision is not imported, its citation determines which division contains it; for example, Part 164 contains § 164.530.',
      args: placeArguments(t.arg),
      params: placesAsked,
    }),
    governing: t.one(GoverningDefinition, term.governing, {
      weight: { work: 15 },
      nullable: false,
      description:
        'The definition that applies to a given provision on a given date, as in `definitionInForce`, together with how certain the answer is. If there is no definition, the `coverage` field shows whether none applies or the answer cannot be determined.',
      args: placeArguments(t.arg),
      params: placesAsked,
    }),
    mentionedIn: t.page(MentionedInConnection, term.mentionedIn, {
      description:
        'The provisions that use the term on the `asOf` date, or now if `asOf` is omitted. The provisions are in CFR order.',
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
    vocabulary: t.one(Vocabulary, vocabulary.of, {
      nullable: false,
      description: 'The vocabulary to which the term belongs.',
    }),
    broader: t.page(TermConnection, term.broader, {
      description: 'The terms that are more general than this term, ordered by name.',
    }),
    narrower: t.page(TermConnection, term.narrower, {
      description: 'The terms that are more specific than this term, ordered by name.',
    }),
    previous: t.one(Term, term.previous, {
      description: 'The previous term in the same vocabulary, in case-insensitive alphabetical order.',
    }),
    next: t.one(Term, term.next, {
      description: 'The next term in the same vocabulary, in case-insensitive alphabetical order.',
    }),
    sources: t.many(Source, term.sources, {
      description: 'The sources on which the information about the term is based.',
    }),
    mappings: t.page(MappingConnection, mapping.of, {
      description:
        "The mappings from the term to concepts in other vocabularies. The list contains the mappings that are stated in the term's vocabulary and suggested mappings to terms that have the same name.",
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
    name: t.exposeString('name', { description: 'The name in its usual capitalization.' }),
    language: t.exposeString('language', {
      nullable: true,
      description:
        'The BCP 47 language tag of the name, such as en, or null if the source does not state the language.',
    }),
    aliasKind: t.expose('aliasKind', { type: AliasKind, description: 'The kind of alias, such as ABBREVIATION.' }),
    denotes: t.many(Entity, alias.denotes, {
      description: 'The entities to which this alias refers. An ambiguous alias refers to more than one entity.',
    }),
  }),
});

/** The largest number of slugs in one request. */
const MOST_SLUGS = 100;

builder.queryFields((t) => ({
  term: t.one(Term, term.bySlug, {
    description: 'The term with this slug, or null if there is no such term.',
    args: { slug: t.arg.string({ required: true, description: 'The slug of the term, such as emr-vs-ehr.' }) },
  }),
  terms: t.page(TermConnection, ({ slugs }) => (slugs == null ? term.all : term.bySlugs), {
    weight: { work: 600 },
    description: 'All terms, in case-insensitive alphabetical order.',
    isBackward: true,
    args: {
      slugs: t.arg.stringList({
        description: `Include only the terms with these slugs. The list can contain up to ${MOST_SLUGS} slugs.`,
      }),
      vocabularies: t.arg(VOCABULARIES),
      category: t.arg.string({ description: 'Include only terms in this category.' }),
      startsWith: t.arg.string({
        description: 'Include only terms whose names start with this text; case and accents do not matter.',
      }),
    },
    params: ({ slugs, startsWith, category, vocabularies }) => {
      if (slugs != null && slugs.length > MOST_SLUGS)
        throw badInput(`slugs: must contain at most ${MOST_SLUGS} slugs, not ${slugs.length}`);
      return { slugs: slugs ?? [], startsWith: nameKey(startsWith ?? ''), category, vocabularies };
    },
  }),
}));
