/**
 * What an importer makes and the graph holds. Property names here are the property names in Neo4j; an absent property is
 * an absent value. Dates are ISO 8601 calendar dates (`2026-01-31`), which compare as strings.
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

/** The origin of facts: a file that was imported, or the public document that an author relied on. */
export const SourceRecord = z.object({
  id: z.string(),
  name: z.string(),
  url: optional(z.string()),
  /** The day on which the source was read. */
  retrieved: optional(z.string()),
  /** The hash of the imported file's bytes. */
  sha256: optional(z.string()),
});
export type SourceRecord = z.infer<typeof SourceRecord>;

const offset = optional(z.int().nonnegative());

/** Why a relation is in the graph. Offsets are UTF-16 code units in the source's text, end exclusive. */
export const EvidenceRecord = z.strictObject({
  rule: z.enum(EVIDENCE_RULES),
  quote: optional(z.string()),
  start: offset,
  end: offset,
  sourceId: z.string(),
});
export type EvidenceRecord = z.infer<typeof EvidenceRecord>;

/** A relation. Its id is `relationId(type, from, to)`, with a suffix if one pair has several of one type. */
export const RelationRecord = z.object({
  id: z.string(),
  type: z.enum(RELATION_TYPES),
  from: z.string(),
  to: z.string(),
  evidence: z.array(EvidenceRecord).min(1, 'must contain at least one piece of evidence'),
  /** 0 to 1; 1 if the source does not rank it. */
  weight: optional(z.number()),
  /** PART_OF only: position among the siblings, from 0. */
  position: optional(z.int()),
  /** The days on which it holds, end exclusive; an absent end is open. */
  validFrom: optional(day),
  validTo: optional(day),
  /** ADOPTS and DEFINES: the first day on which an edition has it, if it can have started earlier. */
  knownFrom: optional(day),
  /** ADOPTS, DEFINES, and AMENDS that a note states: what `validFrom` and `validTo` are based on. */
  validFromBasis: optional(z.enum(DATE_BASES)),
  validToBasis: optional(z.enum(DATE_BASES)),
  /** DEFINES: the definition's text. CITES: the words that cite. AMENDS: the page that a note names. ADOPTS: the words that name what is adopted. */
  text: optional(z.string()),
  /** DEFINES only: id of the provision within which the definition governs. */
  scopeId: optional(z.string()),
  /** DEFINES only: the other provisions, where the definition governs in several. */
  alsoScopeIds: optional(z.array(z.string())),
  /** DEFINES only: the canonical citations of all provisions where the definition governs, imported or not. */
  scopeCitations: optional(z.array(z.string())),
  /** DEFINES only: the level of the division that the text names as the scope, while it is not known which one that is. */
  awaitedScope: optional(z.enum(REGULATION_LEVELS)),
  /** DEFINES only: whether the text states the meaning itself. */
  definitionKind: optional(z.enum(DEFINITION_KINDS)),
  /** DEFINES only: the names that the text gives to the defined term, as words. */
  names: optional(z.array(z.string())),
  /**
   * DEFINES only, parallel lists: the citations to which the definition defers ("is defined as it is in § 170.404(c)"), the
   * words before, which end with the name of the term meant ('' for the term itself), the words that defer, and the role of
   * the reference, such as EXCLUDES.
   */
  refersTo: optional(z.array(z.string())),
  refersAs: optional(z.array(z.string())),
  refersQuotes: optional(z.array(z.string())),
  refersRoles: optional(z.array(z.enum(STEP_ROLES))),
  /** CITES: the canonical citation of the target, to the last paragraph. */
  targetCitation: optional(z.string()),
  /** CITES of the CFR: the ids of the section and the part that would contain the target, innermost first. */
  withinIds: optional(z.array(z.string())),
  /** CITES of the CFR: the sort key of the target's section, which a run of reserved sections can hold. */
  sectionKey: optional(z.string()),
  /** CITES of a range of statute sections: the citation of its last section, and the id that this section would have. */
  rangeToCitation: optional(z.string()),
  rangeTo: optional(z.string()),
  /**
   * CITES only: the sort keys of the ends of a cited range of another part, exclusive. Such a record stays pending; each
   * section or part between the ends gets a relation once it is in the graph.
   */
  between: optional(z.array(z.string())),
  /** CITES only: the target lies between the ends of a cited range. */
  amid: optional(z.boolean()),
  /** It holds from `validFrom` on and may have held before, because no edition shows the days before. */
  orEarlier: optional(z.boolean()),
  /** AMENDS only: the rule adds the provision. Before the relation's first day, the provision did not exist. */
  adds: optional(z.boolean()),
  /** AMENDS only: the day from which the change applies, if it takes effect earlier. */
  appliesFrom: optional(day),
  /**
   * ADOPTS only, parallel lists: what is known about its enforcement. Of each notice its kind, its words, its first day and
   * the first day after it ('' for none), and the id of its source.
   */
  noticeKinds: optional(z.array(z.enum(NOTICE_KINDS))),
  noticeTexts: optional(z.array(z.string())),
  noticeFrom: optional(z.array(z.string())),
  noticeTo: optional(z.array(z.string())),
  noticeSources: optional(z.array(z.string())),
  /** The relation may stay pending until an entity has the id `to`. Without this, a relation without a target is a fault. */
  open: optional(z.boolean()),
  /**
   * IMPLEMENTS only: the canonical URL that the target must have. As long as the entity with the id `to` has another, the
   * relation stays pending.
   */
  toCanonical: optional(z.string()),
  /** CITES: the cited place does not exist, though its section is known. The relation stays pending. */
  dangling: optional(z.boolean()),
});
export type RelationRecord = z.infer<typeof RelationRecord>;

/** Everything that one import states. It is written as a whole or not at all. */
export interface ImportRecords {
  entities: EntityRecord[];
  relations: RelationRecord[];
  sources: SourceRecord[];
  /** The vocabularies of its terms; absent for an import without terms. */
  vocabularies?: VocabularyRecord[] | undefined;
}

/** The readable, stable id of a relation: `Term:emr-CONTRASTS_WITH-Term:ehr`. */
export function relationId(type: RelationType, from: string, to: string): string {
  return `${from}-${type}-${to}`;
}
