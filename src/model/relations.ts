import type { EntityKind } from './kinds.ts';

/**
 * Groups of relation types that share a color. Users cannot tell twenty colors apart, so types with similar meanings
 * share one. The name of the type is next to the line.
 */
export const FAMILIES = ['words', 'law', 'text', 'parts'] as const;
export type Family = (typeof FAMILIES)[number];

/** A relation type: the kinds that it connects, and the words for it from either end. */
export interface RelationRule {
  readonly from: readonly EntityKind[];
  readonly to: readonly EntityKind[];
  /** The words as read from the source, such as "cites". */
  readonly label: string;
  /** The words as read from the target, such as "cited by". */
  readonly inverse: string;
  /**
   * Whether the relation is symmetric. It is stored once, in either direction, and has the same words from both ends.
   */
  readonly symmetric: boolean;
  /** The description of the enum value in the API. */
  readonly description: string;
  /** The group that determines the color in the explorer. */
  readonly family: Family;
}

const rule = (
  family: Family,
  from: readonly EntityKind[],
  to: readonly EntityKind[],
  label: string,
  inverse = label,
): Omit<RelationRule, 'description'> => ({
  family,
  from,
  to,
  label,
  inverse,
  symmetric: label === inverse && from === to,
});

const TERM: readonly EntityKind[] = ['TERM'];
const REGULATION: readonly EntityKind[] = ['REGULATION'];
const STANDARD: readonly EntityKind[] = ['STANDARD'];

/** Every relation type with its direction and labels. Only this file defines them (schema: `enum RelationType`). */
export const RELATIONS = {
  ALIAS_OF: {
    ...rule('words', ['ALIAS'], ['TERM', 'STANDARD', 'STATUTE', 'ORGANIZATION', 'RULE'], 'also known as'),
    description: 'Alias → the entity to which it refers.',
  },
  RELATED_TO: {
    ...rule('words', TERM, TERM, 'related to'),
    description: 'Term ↔ a related term.',
  },
  CONTRASTS_WITH: {
    ...rule('words', TERM, TERM, 'contrasts with'),
    description: 'Term ↔ another term with which it is often confused.',
  },
  BROADER: {
    ...rule('words', TERM, TERM, 'is a kind of', 'has kind'),
    description: 'Term → a broader term (skos:broader).',
  },
  ABOUT: {
    ...rule('text', TERM, ['STANDARD', 'REGULATION', 'STATUTE', 'ORGANIZATION', 'RULE'], 'describes', 'described by'),
    description: 'Term → the entity that it describes.',
  },
  PART_OF: {
    ...rule('parts', ['REGULATION', 'STANDARD'], ['REGULATION', 'STANDARD'], 'part of', 'contains'),
    description: 'Provision or standard → the provision or standard that contains it.',
  },
  CITES: {
    ...rule('law', REGULATION, ['REGULATION', 'STATUTE'], 'cites', 'cited by'),
    description: 'Provision → another provision or a statute that it cites.',
  },
  DEFINES: {
    ...rule('law', REGULATION, TERM, 'defines', 'defined in'),
    description: 'Provision → the term that it defines.',
  },
  MENTIONS: {
    ...rule('text', ['REGULATION', 'STANDARD', 'TERM'], TERM, 'mentions', 'mentioned in'),
    description: 'Provision, standard, or term → a term that occurs in its text.',
  },
  EXCEPTION_TO: {
    ...rule('law', REGULATION, REGULATION, 'exception to', 'has exception'),
    description: 'Provision → the prohibition or duty to which it is an exception.',
  },
  AUTHORIZED_BY: {
    ...rule('law', REGULATION, ['STATUTE'], 'authorized by', 'authorizes'),
    description: 'Provision → the statute that authorizes it.',
  },
  ADOPTS: {
    ...rule('law', REGULATION, STANDARD, 'adopts', 'adopted by'),
    description: 'Provision → the standard that it adopts.',
  },
  AMENDS: {
    ...rule('law', ['RULE'], REGULATION, 'amends', 'amended by'),
    description: 'Rule → the provision whose text it changes.',
  },
  PROPOSES: {
    ...rule('law', ['RULE'], REGULATION, 'proposes to amend', 'proposed to be amended by'),
    description: 'Proposed rule → the provision whose text it would change.',
  },
  FINALIZES: {
    ...rule('law', ['RULE'], ['RULE'], 'finalizes', 'finalized by'),
    description: 'Final rule → the proposed or interim final rule that it finalizes.',
  },
  CORRECTS: {
    ...rule('law', ['RULE'], ['RULE'], 'corrects', 'corrected by'),
    description: 'Correction, delay, or withdrawal → the document that it corrects, delays, or withdraws.',
  },
  IMPLEMENTS: {
    ...rule('parts', STANDARD, STANDARD, 'implements', 'implemented by'),
    description: 'Implementation guide or profile → the standard on which it builds.',
  },
  MAPS_TO: {
    ...rule('parts', STANDARD, STANDARD, 'maps to', 'mapped from'),
    description: 'Data element → the FHIR element that represents it.',
  },
  SUPERSEDES: {
    ...rule('parts', STANDARD, STANDARD, 'supersedes', 'superseded by'),
    description: 'Version → the previous version of the same standard.',
  },
  PUBLISHED_BY: {
    ...rule('parts', ['STANDARD', 'REGULATION', 'STATUTE'], ['ORGANIZATION'], 'published by', 'publishes'),
    description: 'Standard, provision, or statute → the organization that publishes it.',
  },
} as const satisfies Record<string, RelationRule>;

export type RelationType = keyof typeof RELATIONS;
export const RELATION_TYPES = Object.keys(RELATIONS) as readonly RelationType[];

/** The words for a relation as read from one of its ends. For example, `labelOf('CITES', 'IN')` is "cited by". */
export function labelOf(type: RelationType, seen: 'OUT' | 'IN'): string {
  return seen === 'OUT' ? RELATIONS[type].label : RELATIONS[type].inverse;
}
