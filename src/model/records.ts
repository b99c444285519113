/**
 * The records that importers create and the graph stores. Property names here are the property names in Neo4j. An
 * absent property is an absent value. Dates are ISO 8601 calendar dates (`2026-01-31`), which can be compared as
 * strings.
 */
import { z } from 'zod';
import { DATE_BASES } from './date-basis.ts';
import { DAY_FORM, isDay } from './day.ts';
import { DEFINITION_KINDS, STEP_ROLES } from './definition.ts';
import { optional } from './kinds/descriptor.ts';
import type { EntityRecord } from './kinds/index.ts';
import { type EntityKind, EVIDENCE_RULES, REGULATION_LEVELS } from './kinds.ts';
import { NOTICE_KINDS } from './notice.ts';
import { RELATION_TYPES, type RelationType } from './relations.ts';
import type { VocabularyRecord } from './vocabulary.ts';

export { EntityRecord } from './kinds/index.ts';

/** The record of one kind of entity. */
export type RecordOf<Kind extends EntityKind> = Extract<EntityRecord, { kind: Kind }>;
export type TermRecord = RecordOf<'TERM'>;
export type AliasRecord = RecordOf<'ALIAS'>;
export type RegulationRecord = RecordOf<'REGULATION'>;
export type StatuteRecord = RecordOf<'STATUTE'>;
export type StandardRecord = RecordOf<'STANDARD'>;
export type OrganizationRecord = RecordOf<'ORGANIZATION'>;

const day = z.string().refine(isDay, { error: ({ input }) => `must be ${DAY_FORM}, not "${input}"` });

/** The origin of facts: an imported file, or the public document on which an author relied. */
export const SourceRecord = z.object({
  id: z.string(),
  name: z.string(),
  url: optional(z.string()),
  /** The day on which the source was retrieved. */
  retrieved: optional(z.string()),
  /** The hash of the imported file's bytes. */
  sha256: optional(z.string()),
});
export type SourceRecord = z.infer<typeof SourceRecord>;

const offset = optional(z.int().nonnegative());

/** Why a relation is in the graph. Offsets are UTF-16 code units in the source's text, and the end is exclusive. */
export const EvidenceRecord = z.strictObject({
  rule: z.enum(EVIDENCE_RULES),
  quote: optional(z.string()),
  start: offset,
  end: offset,
  sourceId: z.string(),
});
export type EvidenceRecord = z.infer<typeof EvidenceRecord>;

/**
 * A relation. Its id is `relationId(type, from, to)`, with a suffix if the same pair has several relations of the same
 * type.
 */
export const RelationRecord = z.object({
  id: z.string(),
  type: z.enum(RELATION_TYPES),
  from: z.string(),
  to: z.string(),
  evidence: z.array(EvidenceRecord).min(1, 'must contain at least one piece of evidence'),
  /** A number from 0 to 1. It is 1 if the source does not rank the relation. */
  weight: optional(z.number()),
  /** PART_OF only: the position among the siblings, starting at 0. */
  position: optional(z.int()),
  /** The dates between which the relation is in force. The end is exclusive, and an absent end is open. */
  validFrom: optional(day),
  validTo: optional(day),
  /**
   * ADOPTS and DEFINES: the date of the first edition that contains the relation, if the relation might have started
   * earlier.
   */
  knownFrom: optional(day),
  /** ADOPTS, DEFINES, and AMENDS relations from a note: what `validFrom` and `validTo` are based on. */
  validFromBasis: optional(z.enum(DATE_BASES)),
  validToBasis: optional(z.enum(DATE_BASES)),
  /**
   * DEFINES: the definition's text. CITES: the citing words. AMENDS: the page that a note names. ADOPTS: the words that
   * name the adopted item.
   */
  text: optional(z.string()),
  /** DEFINES only: the id of the provision in which the definition governs. */
  scopeId: optional(z.string()),
  /** DEFINES only: the ids of the other provisions, if the definition governs in several. */
  alsoScopeIds: optional(z.array(z.string())),
  /**
   * DEFINES only: the canonical citations of all provisions in which the definition governs, whether or not they are
   * imported.
   */
  scopeCitations: optional(z.array(z.string())),
  /**
   * DEFINES only: the level of the division that the text names as the scope, if it is not yet known which division
   * that is.
   */
  awaitedScope: optional(z.enum(REGULATION_LEVELS)),
  /** DEFINES only: whether the text itself states the meaning. */
  definitionKind: optional(z.enum(DEFINITION_KINDS)),
  /** DEFINES only: the names that the text gives to the defined term, as words. */
  names: optional(z.array(z.string())),
  /**
   * DEFINES only, parallel lists: the citations to which the definition defers ("is defined as it is in § 170.404(c)"),
   * the preceding words, which end with the name of the referenced term ('' for the term itself), the deferring words,
   * and the role of the reference, such as EXCLUDES.
   */
  refersTo: optional(z.array(z.string())),
  refersAs: optional(z.array(z.string())),
  refersQuotes: optional(z.array(z.string())),
  refersRoles: optional(z.array(z.enum(STEP_ROLES))),
  /** CITES: the canonical citation of the target, down to the last paragraph. */
  targetCitation: optional(z.string()),
  /** CITES of the CFR: the ids of the section and the part that would contain the target, innermost first. */
  withinIds: optional(z.array(z.string())),
  /** CITES of the CFR: the sort key of the target's section. A range of reserved sections can contain this section. */
  sectionKey: optional(z.string()),
  /**
   * CITES of a range of statute sections: the citation of the last section, and the id that this section would have.
   */
  rangeToCitation: optional(z.string()),
  rangeTo: optional(z.string()),
  /**
   * CITES only: the sort keys of the ends of a cited range in another part (exclusive). Such a record stays pending.
   * Each section or part between the ends gets a relation once it is in the graph.
   */
  between: optional(z.array(z.string())),
  /** CITES only: whether the target is between the ends of a cited range. */
  amid: optional(z.boolean()),
  /** Whether the relation might have been in force before `validFrom`, because no edition shows the earlier days. */
  orEarlier: optional(z.boolean()),
  /** AMENDS only: whether the rule adds the provision. Before the relation's first day, the provision did not exist. */
  adds: optional(z.boolean()),
  /** AMENDS only: the day from which the change applies, if it takes effect before that day. */
  appliesFrom: optional(day),
  /**
   * ADOPTS only, parallel lists: the notices about its enforcement. Each notice has a kind, its words, its first day,
   * the first day after it ('' if there is none), and the id of its source.
   */
  noticeKinds: optional(z.array(z.enum(NOTICE_KINDS))),
  noticeTexts: optional(z.array(z.string())),
  noticeFrom: optional(z.array(z.string())),
  noticeTo: optional(z.array(z.string())),
  noticeSources: optional(z.array(z.string())),
  /**
   * Whether the relation can stay pending until an entity has the id `to`. Otherwise, a relation without a target is an
   * error.
   */
  open: optional(z.boolean()),
  /**
   * IMPLEMENTS only: the canonical URL that the target must have. If the entity with the id `to` has a different URL,
   * the relation stays pending.
   */
  toCanonical: optional(z.string()),
  /** CITES: whether the cited provision does not exist although its section is known. The relation stays pending. */
  dangling: optional(z.boolean()),
});
export type RelationRecord = z.infer<typeof RelationRecord>;

/** Everything that one import states. It is written as a whole or not at all. */
export interface ImportRecords {
  entities: EntityRecord[];
  relations: RelationRecord[];
  sources: SourceRecord[];
  /** The vocabularies of its terms. Absent for an import without terms. */
  vocabularies?: VocabularyRecord[] | undefined;
}

/** The readable, stable id of a relation, such as `Term:emr-CONTRASTS_WITH-Term:ehr`. */
export function relationId(type: RelationType, from: string, to: string): string {
  return `${from}-${type}-${to}`;
}
