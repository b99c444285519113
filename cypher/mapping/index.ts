import type { MappingPredicate } from '../../src/model/mapping.ts';
import { fragment } from '../../src/plan/fragment.ts';
import type { EvidenceRow } from '../evidence/index.ts';

/** A row of `of`: a mapping of a term. */
export interface MappingRow {
  predicate: MappingPredicate;
  /** The IRI of the other concept; '' for a term without one of its own. */
  iri: string;
  rule: EvidenceRow['rule'];
  quote: string;
  sourceId: string;
  term: { id: string } | null;
}

/** Mappings of terms to concepts of other vocabularies. */
export const mapping = {
  of: fragment('mapping/of'),
  term: fragment('mapping/term'),
  evidence: fragment('mapping/evidence'),
};
