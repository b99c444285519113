/**
 * What an importer makes and the graph holds. Property names here are the property names in Neo4j; an absent property is
 * an absent value. Dates are ISO 8601 calendar dates (`2026-01-31`), which compare as strings.
 */
import type { AliasKind, EvidenceRule, RegulationLevel, StandardLevel } from './kinds.ts';
import type { RelationType } from './relations.ts';

/** What every entity holds. `id` is the GraphQL id itself: `Term:ehr`, `Regulation:45-CFR-171.203(a)(1)`. */
interface EntityProperties {
  id: string;
  /** What a picture shows. */
  label: string;
  /** One sentence, in Glossograph's own words or the source's. */
  summary?: string;
  /** The official page. */
  url?: string;
}

export interface TermRecord extends EntityProperties {
  kind: 'TERM';
  slug: string;
  name: string;
  /**
   * The code by which a code system knows it (`skos:notation`): it is a concept of that. Thousands of those are called
   * "active" or "patient", so nobody joins them by name, and texts are not searched for them.
   */
  notation?: string;
  category?: string;
  shortDefinition?: string;
  definition?: string;
  keyTakeaways: string[];
  /** Parallel lists, in page order: Neo4j holds no list of maps. Bodies are CommonMark. */
  sectionHeadings: string[];
  sectionBodies: string[];
}

export interface AliasRecord extends EntityProperties {
  kind: 'ALIAS';
  name: string;
  aliasKind: AliasKind;
}

export interface RegulationRecord extends EntityProperties {
  kind: 'REGULATION';
  /** Canonical: see `citation.ts`. */
  citation: string;
  /** Sorts provisions in the order of the law. */
  sortKey: string;
  level: RegulationLevel;
  heading?: string;
  /** Own official text, without children; "" where it has none of its own. Absent until it is imported. */
  text?: string;
  reserved: boolean;
  /** The first day on which an import saw it read so; absent when it reads so no longer, or was never imported. */
  validFrom?: string;
  /** The first day on which its section was seen: before it, nothing is known of the text. */
  seenFrom?: string;
  /** Source of the text. */
  textSource?: string;
  /** Its place in the text of its section, from 0. */
  order?: number;
  /** What stands between the text before it and its own. */
  lead?: string;
  /** What is set in italics: starts and ends, in turns. */
  italics?: number[];
  /** Of a part or subpart: the law on which it rests, and where it was published first. */
  authority?: string;
  published?: string;
  /** Of a section: the history of its amendments. */
  amendments?: string;
  /** Editorial notes, cross references, approvals. */
  notes?: string[];
  /** How it read before, oldest first, as parallel lists; '' is "no heading". Each holds from `From` until `To`, exclusive. */
  formerFrom?: string[];
  formerTo?: string[];
  formerHeading?: string[];
  formerText?: string[];
  formerLead?: string[];
  formerSource?: string[];
}

export interface StatuteRecord extends EntityProperties {
  kind: 'STATUTE';
  citation: string;
  name: string;
}

export interface StandardRecord extends EntityProperties {
  kind: 'STANDARD';
  /** "fhir/4.0.1/Patient", "uscdi/v3". The id is `Standard:` and the key. */
  key: string;
  name: string;
  level: StandardLevel;
  version?: string;
  /** FHIR canonical URL. */
  canonical?: string;
  /** As FHIR has it: draft, active, retired or unknown. */
  status?: string;
  /** The day of its publication. */
  date?: string;
  /** Of a version: the package in which it is distributed, "hl7.fhir.us.core". */
  package?: string;
  /** ELEMENT only: its id in the structure, slices included: "Patient.name.family", "Observation.component:systolic.value[x]". */
  path?: string;
  /** ELEMENT only: how often it occurs; `max` is a number or "*". */
  min?: number;
  max?: string;
  /** ELEMENT only: its types, "CodeableConcept", "Reference(Patient | us-core-practitioner)". */
  types?: string[];
  /** ELEMENT of a profile only: systems must be able to handle it. */
  mustSupport?: boolean;
  /** ELEMENT of a profile only: the profile itself says something of it, and does not only take it over. */
  differs?: boolean;
  /** ELEMENT only: canonical URL of the value set it is bound to, and how strongly: required, extensible, preferred, example. */
  binding?: string;
  bindingStrength?: string;
  /** What a source said of it and nobody could join to anything, as it was written. */
  unmapped?: string[];
}

export interface OrganizationRecord extends EntityProperties {
  kind: 'ORGANIZATION';
  name: string;
  /** Agency, standards body, network, vendor, program. */
  role: string;
}

export type EntityRecord =
  | TermRecord
  | AliasRecord
  | RegulationRecord
  | StatuteRecord
  | StandardRecord
  | OrganizationRecord;

/** Where a statement comes from: a file that was imported, or the public document an author relied on. */
export interface SourceRecord {
  id: string;
  name: string;
  url?: string;
  /** The day the source was read. */
  retrieved?: string;
  /** Of the imported file's bytes. */
  sha256?: string;
}

/** Why a relation is in the graph. Offsets are UTF-16 code units in the source's text, end exclusive. */
export interface EvidenceRecord {
  rule: EvidenceRule;
  quote?: string;
  start?: number;
  end?: number;
  sourceId: string;
}

/** A relation. Its id is `relationId(type, from, to)`, with a suffix where one pair has several of one type. */
export interface RelationRecord {
  id: string;
  type: RelationType;
  from: string;
  to: string;
  /** At least one. */
  evidence: EvidenceRecord[];
  /** 0 to 1; 1 where nothing ranks it. */
  weight?: number;
  /** PART_OF only: place among the siblings, from 0. */
  position?: number;
  /** The days on which it holds, end exclusive; absent is open. */
  validFrom?: string;
  validTo?: string;
  /** DEFINES: the definition's text. CITES: the words that cite. */
  text?: string;
  /** DEFINES only: id of the provision within which the definition governs. */
  scopeId?: string;
  /** DEFINES only: how the text names what it defines, as words. */
  names?: string[];
  /**
   * DEFINES only, parallel lists: the citations to which the definition defers ("is defined as it is in § 170.404(c)"), the
   * words before, which end with the name of the term meant ('' for the term itself), and the words that defer.
   */
  refersTo?: string[];
  refersAs?: string[];
  refersQuotes?: string[];
  /** CITES: what is cited, canonically, to the last paragraph; and the id of the section or part in which it would stand. */
  targetCitation?: string;
  withinId?: string;
  /** It may wait for its end: kept aside until something has the id `to`. Else a relation that leads nowhere is a fault. */
  open?: boolean;
  /** CITES: the place does not exist, though its section is known. It stays aside. */
  dangling?: boolean;
}

/** Everything that one import says. Written together or not at all. */
export interface ImportRecords {
  entities: EntityRecord[];
  relations: RelationRecord[];
  sources: SourceRecord[];
}

/** The readable, stable id of a relation: `Term:emr-CONTRASTS_WITH-Term:ehr`. */
export function relationId(type: RelationType, from: string, to: string): string {
  return `${from}-${type}-${to}`;
}
