import { DATE_BASES } from '../src/model/date-basis.ts';
import type { KindDescriptor } from '../src/model/kinds/descriptor.ts';
import { KINDS } from '../src/model/kinds/index.ts';
import { ALIAS_KINDS, DIRECTIONS, EVIDENCE_RULES, REGULATION_LEVELS, STANDARD_LEVELS } from '../src/model/kinds.ts';
import { MAPPING_PREDICATES } from '../src/model/mapping.ts';
import { RELATION_TYPES, RELATIONS, type RelationType as RelationTypeName } from '../src/model/relations.ts';
import { LINKINGS } from '../src/model/vocabulary.ts';
import { builder } from './builder.ts';

/** Enum values with their descriptions, in the given order. */
export const described = <Name extends string>(names: readonly Name[], describe: Record<Name, string>) =>
  Object.fromEntries(names.map((name) => [name, { description: describe[name] }])) as Record<
    Name,
    { description: string }
  >;

/** The values of `EntityKind`, from the kind descriptors. */
export const kindValues = <Kind extends string>(kinds: readonly KindDescriptor<Kind>[]) =>
  described(
    kinds.map(({ kind }) => kind),
    Object.fromEntries(kinds.map(({ kind, description }) => [kind, description])) as Record<Kind, string>,
  );

export const EntityKind = builder.enumType('EntityKind', {
  description: 'The kinds of entities.',
  values: kindValues(KINDS),
});

export const Direction = builder.enumType('Direction', {
  description: 'The direction of a relation as seen from a given entity.',
  values: described(DIRECTIONS, {
    OUT: 'The relation leads from the given entity to another entity.',
    IN: 'The relation leads from another entity to the given entity.',
    BOTH: 'The relation leads to or from the given entity.',
  }),
});

export const RelationType = builder.enumType('RelationType', {
  description: 'The types of relations. Each type has one canonical direction, which is written as source → target.',
  values: described(
    RELATION_TYPES,
    Object.fromEntries(RELATION_TYPES.map((type) => [type, RELATIONS[type].description])) as Record<
      RelationTypeName,
      string
    >,
  ),
});

export const EvidenceRule = builder.enumType('EvidenceRule', {
  description: 'The methods by which relations are created.',
  values: described(EVIDENCE_RULES, {
    AUTHORED: 'An author entered the relation manually, based on the cited source.',
    PARSED: 'An importer extracted the relation from the structure or the text of the source.',
    MATCHED: 'Glossograph found the name of the term in the text.',
  }),
});

export const AliasKind = builder.enumType('AliasKind', {
  description: 'The kinds of aliases.',
  values: described(ALIAS_KINDS, {
    ABBREVIATION: 'A short form, such as EHR.',
    EXPANSION: 'The full form of an abbreviation, such as electronic health record for EHR.',
    SYNONYM: 'Another word or phrase with the same meaning.',
    VARIANT: 'An alternative spelling or an older name.',
  }),
});

export const RegulationLevel = builder.enumType('RegulationLevel', {
  description: 'The levels of the Code of Federal Regulations (CFR).',
  values: described(REGULATION_LEVELS, {
    TITLE: 'A title of the CFR, such as 45 CFR.',
    SUBTITLE: 'A subtitle, which is a subdivision of a title.',
    CHAPTER: 'A chapter, which contains the regulations of one agency.',
    SUBCHAPTER: 'A subchapter, which groups related parts.',
    PART: 'A part, such as 45 CFR Part 171.',
    SUBPART: 'A subpart, such as 45 CFR Part 171 Subpart B.',
    SUBJECT_GROUP: 'A subject group: an unnumbered heading that covers several sections.',
    SECTION: 'A section, such as 45 CFR 171.203.',
    PARAGRAPH: 'A paragraph at any depth, such as 45 CFR 171.203(a)(1).',
    APPENDIX: 'An appendix to a part or subpart.',
  }),
});

export const StandardLevel = builder.enumType('StandardLevel', {
  description: 'The levels at which standards are described.',
  values: described(STANDARD_LEVELS, {
    STANDARD: 'A standard as a whole, such as FHIR, US Core, or USCDI.',
    VERSION: 'A published version of a standard, such as US Core 6.1.0.',
    RESOURCE: 'A FHIR resource type, such as Patient.',
    DATA_TYPE: 'A FHIR data type, such as HumanName or CodeableConcept.',
    LOGICAL_MODEL: 'A FHIR logical model, which defines a data structure that is not exchanged as a resource.',
    PROFILE: 'A FHIR profile in an implementation guide.',
    ELEMENT: 'An element of a FHIR resource, data type, or profile.',
    DATA_CLASS: 'A USCDI data class, such as Allergies and Intolerances.',
    DATA_ELEMENT: 'A USCDI data element, which belongs to a data class.',
    VALUE_SET: 'A value set: a selection of codes from one or more code systems.',
    CODE_SYSTEM: 'A code system, which defines codes and their meanings.',
  }),
});

export const DateBasis = builder.enumType('DateBasis', {
  description: 'What a date is based on.',
  values: described(DATE_BASES, {
    STATED: 'The law, a note, or a rule states the date for this provision.',
    EFFECTIVE_DATE: 'The date is the effective date of the rule that made the change.',
    PUBLICATION:
      'The date is the publication date of the change, because the effective date is not known. The change took effect on or after the publication date.',
    FIRST_SEEN:
      'The date is that of the first imported edition that contains the text. The date shows when the text was first seen, not when it took effect.',
    UNKNOWN: 'The date is unknown.',
  }),
});

export const Linking = builder.enumType('Linking', {
  description: 'The texts in which Glossograph searches for the names of the terms in a vocabulary.',
  values: described(LINKINGS, {
    EVERYWHERE:
      'Glossograph searches all texts except the pages about terms in vocabularies that have a different setting. The Glossograph glossary uses the setting EVERYWHERE.',
    OWN: "Glossograph searches for these terms in only two places: the pages about the vocabulary's own terms, and any text passed to an `annotate` query whose `vocabularies` argument includes this vocabulary.",
    NOWHERE: 'Glossograph does not search any texts.',
  }),
});

export const MappingPredicate = builder.enumType('MappingPredicate', {
  description: 'How two concepts from different vocabularies compare, as expressed by the SKOS mapping properties.',
  values: described(MAPPING_PREDICATES, {
    EXACT: 'The two concepts have the same meaning (skos:exactMatch).',
    CLOSE: 'The two concepts have nearly the same meaning (skos:closeMatch).',
    BROAD: 'The other concept is more general (skos:broadMatch).',
    NARROW: 'The other concept is more specific (skos:narrowMatch).',
    RELATED: 'The two concepts are related (skos:relatedMatch).',
  }),
});
