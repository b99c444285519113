import { type EvidenceRecord, type RelationRecord, relationId } from '../../../../model/records.ts';
import type { RelationType } from '../../../../model/relations.ts';
import type { FlatProvision } from '../../provisions/flatten.ts';
import type { TextRange } from '../../read/part-text.ts';

/** A relation that the text states on one day. */
export interface StatedRelation {
  /** The key that identifies the relation on all days. */
  key: string;
  /** A key that is equal on two days if the relation did not change between them. */
  same: string;
  /** The section that a file must contain to show that the relation is stated or no longer stated. */
  unitId: string;
  relation: RelationRecord;
  /** The dates that the law itself states for the relation, if it states any. */
  stated?: boolean;
}

/** What a provision states of another entity. */
interface Statement extends Partial<RelationRecord> {
  type: RelationType;
  to: string;
  evidence: EvidenceRecord[];
}

/**
 * Creates the relation of a statement.
 *
 * @param apart distinguishes several relations of the same type to the same entity
 * @param same see `StatedRelation`
 */
export function state(
  by: Pick<FlatProvision, 'id' | 'unitId'>,
  { type, to, ...more }: Statement,
  { same = '', apart = '' }: { same?: string; apart?: string } = {},
): StatedRelation {
  const id = relationId(type, by.id, to) + apart;
  return { key: id, same, unitId: by.unitId, relation: { id, type, from: by.id, to, ...more } };
}

/** Evidence that is a range of a provision's text. */
export function quoted(by: FlatProvision, [start, end]: TextRange, sourceId: string): EvidenceRecord {
  return { rule: 'PARSED', quote: (by.text ?? '').slice(start, end), start, end, sourceId };
}
