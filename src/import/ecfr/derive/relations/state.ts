import { type EvidenceRecord, type RelationRecord, relationId } from '../../../../model/records.ts';
import type { RelationType } from '../../../../model/relations.ts';
import type { FlatProvision } from '../../provisions/flatten.ts';
import type { TextRange } from '../../read/part-text.ts';

/** A relation that the text states on one day. */
export interface StatedRelation {
  /** Identifies the relation across days. */
  key: string;
  /** Equal on two days when the relation did not change between them. */
  same: string;
  /** The section that must be in a file for the relation to be stated or to be gone. */
  unitId: string;
  relation: RelationRecord;
  /** Whether the law itself states its dates, as far as it does. */
  stated?: boolean;
}

/** What a provision states of another entity. */
interface Statement extends Partial<RelationRecord> {
  type: RelationType;
  to: string;
  evidence: EvidenceRecord[];
}

/**
 * Makes the relation of a statement.
 *
 * @param apart tells several relations of one type to one entity apart
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

/** The evidence that is a range of a provision's text. */
export function quoted(by: FlatProvision, [start, end]: TextRange, sourceId: string): EvidenceRecord {
  return { rule: 'PARSED', quote: (by.text ?? '').slice(start, end), start, end, sourceId };
}
