/** The explorer's words and groups for what the graph holds. */
import type { EntityKind } from '../model/kinds.ts';
import type { RelationType } from '../model/relations.ts';

export const KIND_NAMES: Readonly<Record<EntityKind, { one: string; many: string }>> = {
  TERM: { one: 'Term', many: 'Terms' },
  ALIAS: { one: 'Other name', many: 'Other names' },
  REGULATION: { one: 'Provision', many: 'Provisions' },
  STATUTE: { one: 'Statute', many: 'Statutes' },
  STANDARD: { one: 'Standard', many: 'Standards' },
  ORGANIZATION: { one: 'Organization', many: 'Organizations' },
};

/** Sixteen colours cannot be told apart: types that say alike things share one, and the name stands beside the line. */
export const FAMILIES = ['words', 'law', 'text', 'parts'] as const;
export type Family = (typeof FAMILIES)[number];

export const FAMILY_OF: Readonly<Record<RelationType, Family>> = {
  ALIAS_OF: 'words',
  RELATED_TO: 'words',
  CONTRASTS_WITH: 'words',
  BROADER: 'words',
  DEFINES: 'law',
  CITES: 'law',
  EXCEPTION_TO: 'law',
  AUTHORIZED_BY: 'law',
  ADOPTS: 'law',
  MENTIONS: 'text',
  ABOUT: 'text',
  PART_OF: 'parts',
  IMPLEMENTS: 'parts',
  MAPS_TO: 'parts',
  SUPERSEDES: 'parts',
  PUBLISHED_BY: 'parts',
};

/** Where somebody who knows nothing of the graph may begin. */
export const EXAMPLES = [
  {
    text: 'What is around “EMR vs EHR”, and what does the law say of it?',
    query: '?of=Term%3Aemr-vs-ehr&see=Term%3Aemr-vs-ehr',
  },
  {
    text: 'Information blocking: the rule, its exceptions and who is bound by it',
    query: '?of=Regulation%3A45-CFR-171.103&depth=2&see=Regulation%3A45-CFR-171.103',
  },
  {
    text: 'How is an EHR connected with HL7?',
    query: '?from=Term%3Aemr-vs-ehr&to=Organization%3Ahl7',
  },
] as const;

/** Deep links to the graph as a whole. */
export const WHOLE = [500, 2_000, 20_000] as const;
