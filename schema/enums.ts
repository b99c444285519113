import type { KindDescriptor } from '../src/model/kinds/descriptor.ts';
import { KINDS } from '../src/model/kinds/index.ts';
import { ALIAS_KINDS, DIRECTIONS, EVIDENCE_RULES, REGULATION_LEVELS, STANDARD_LEVELS } from '../src/model/kinds.ts';
import { RELATION_TYPES, RELATIONS, type RelationType as RelationTypeName } from '../src/model/relations.ts';
import { builder } from './builder.ts';

/** Enum values with their descriptions, in the given order. */
export const described = <Name extends string>(names: readonly Name[], describe: Record<Name, string>) =>
  Object.fromEntries(names.map((name) => [name, { description: describe[name] }])) as Record<
    Name,
    { description: string }
  >;

/** The values of `EntityKind`, from descriptors. */
export const kindValues = <Kind extends string>(kinds: readonly KindDescriptor<Kind>[]) =>
  described(
    kinds.map(({ kind }) => kind),
    Object.fromEntries(kinds.map(({ kind, description }) => [kind, description])) as Record<Kind, string>,
  );

export const EntityKind = builder.enumType('EntityKind', {
  description: 'The kinds of entity.',
  values: kindValues(KINDS),
});

export const Direction = builder.enumType('Direction', {
  description: 'The direction of a relation, seen from the entity in question.',
  values: described(DIRECTIONS, {
    OUT: 'From source to target.',
    IN: 'From target to source.',
    BOTH: 'Both directions.',
  }),
});

export const RelationType = builder.enumType('RelationType', {
  description: 'The types of relation. Each has one canonical direction, source → target.',
  values: described(
    RELATION_TYPES,
    Object.fromEntries(RELATION_TYPES.map((type) => [type, RELATIONS[type].description])) as Record<
      RelationTypeName,
      string
    >,
  ),
});

export const EvidenceRule = builder.enumType('EvidenceRule', {
  description: 'The rules that create relations.',
  values: described(EVIDENCE_RULES, {
    AUTHORED: 'A person entered the relation, based on the named source.',
    PARSED: 'An importer read the relation from the structure or the text of the source.',
    MATCHED: 'The linker found the name of a term in the text.',
  }),
});

export const AliasKind = builder.enumType('AliasKind', {
  description: 'The kinds of alias.',
  values: described(ALIAS_KINDS, {
    ABBREVIATION: 'A short form: EHR.',
    EXPANSION: 'What a short form stands for: electronic health record.',
    SYNONYM: 'Another word for the same thing.',
    VARIANT: 'Another spelling or an older name.',
  }),
});

export const RegulationLevel = builder.enumType('RegulationLevel', {
  description: 'The levels of the Code of Federal Regulations.',
  values: described(REGULATION_LEVELS, {
    TITLE: '45 CFR.',
    SUBTITLE: 'A subtitle of a title.',
    CHAPTER: "An agency's chapter.",
    SUBCHAPTER: 'A group of parts.',
    PART: '45 CFR Part 171.',
    SUBPART: '45 CFR Part 171 Subpart B.',
    SUBJECT_GROUP: 'A heading over several sections, without a number.',
    SECTION: '45 CFR 171.203.',
    PARAGRAPH: '45 CFR 171.203(a)(1).',
    APPENDIX: 'An appendix to a part or subpart.',
  }),
});

export const StandardLevel = builder.enumType('StandardLevel', {
  description: 'The levels of a standard.',
  values: described(STANDARD_LEVELS, {
    STANDARD: 'The standard itself: FHIR, US Core, USCDI.',
    VERSION: 'One published version of it.',
    RESOURCE: 'A FHIR resource type.',
    DATA_TYPE: 'A FHIR data type: HumanName, CodeableConcept.',
    PROFILE: 'A FHIR profile of an implementation guide.',
    ELEMENT: 'An element of a resource or profile.',
    DATA_CLASS: 'A USCDI data class.',
    DATA_ELEMENT: 'A USCDI data element.',
    VALUE_SET: 'A set of codes to choose from.',
    CODE_SYSTEM: 'A system of codes.',
  }),
});
