import { regulationId } from '../../model/citation.ts';
import { documentNumberIn, pageIn } from '../../model/citations/register.ts';
import { defined } from '../../model/defined.ts';
import { amendsLaw, ruleId } from '../../model/kinds/rule.ts';
import {
  type EntityRecord,
  type ImportRecords,
  type RelationRecord,
  relationId,
  type SourceRecord,
} from '../../model/records.ts';
import type { RelationType } from '../../model/relations.ts';
import type { RuleDocument } from './rule-document.ts';

/** A document that is already in the graph. */
export interface KnownRule {
  id: string;
  documentNumber: string | null;
  stage: string;
  /** The ids of the documents that this one corrects. */
  corrects: readonly string[];
}

/** Documents as records, and the data that could not be derived, in words. */
export interface DerivedRules {
  records: ImportRecords;
  unresolved: string[];
}

/**
 * Derives the records of documents. A final or interim final rule, or a correction of one, AMENDS provisions. A
 * proposed rule PROPOSES to amend them. Documents of other stages do neither.
 *
 * @param known the documents that other imports have added to the graph
 * @param source the file, which is the evidence of every relation
 */
export function deriveRules(
  documents: readonly RuleDocument[],
  known: readonly KnownRule[],
  source: SourceRecord,
): DerivedRules {
  const ids = new RuleIds(documents, known);
  const entities: EntityRecord[] = [];
  const relations = new Map<string, RelationRecord>();
  const unresolved: string[] = [];
  for (const document of documents) {
    const { citation, documentNumber, lastPage, name, stage, publishedOn, effectiveOn, url } = document;
    const id = ids.of(document);
    entities.push({
      ...{ kind: 'RULE', id, label: name, name, stage },
      ...defined({ citation, documentNumber, lastPage, publishedOn, effectiveOn, url }),
    });
    const relate = (type: RelationType, to: string, more: Partial<RelationRecord> = {}) => {
      const key = relationId(type, id, to);
      const evidence = [{ rule: 'PARSED' as const, sourceId: source.id }];
      if (id !== to) relations.set(key, { id: key, type, from: id, to, evidence, open: true, ...more });
    };
    for (const [type, others] of [
      ['FINALIZES', document.finalizes],
      ['CORRECTS', document.corrects],
    ] as const) {
      for (const other of others) {
        const to = ids.named(other);
        if (to === null)
          unresolved.push(
            `${name}: the document ${other} is not in the file or the graph, so the relation ${type} is not created`,
          );
        else relate(type, to, defined({ validFrom: publishedOn }));
      }
    }
    const effect = ids.effectOf(id);
    if (effect === 'unknown' && document.provisions.length > 0) {
      unresolved.push(
        `${name}: it is not known whether the document corrects a rule or a proposal, so no amendments are imported from the document`,
      );
    }
    for (const { citation: provision, effectiveOn: own, appliesFrom } of document.provisions) {
      const to = regulationId(provision);
      if (effect === 'PROPOSES') relate(effect, to, defined({ validFrom: publishedOn }));
      if (effect === 'AMENDS') relate(effect, to, defined({ validFrom: own ?? effectiveOn, appliesFrom }));
    }
  }
  return { records: { entities, relations: [...relations.values()], sources: [source] }, unresolved };
}

/** What is known of documents by their ids: those of a file, and those in the graph. */
class RuleIds {
  private readonly byNumber = new Map<string, string>();
  private readonly stages = new Map<string, { stage: string; corrects: readonly string[] }>();

  constructor(documents: readonly RuleDocument[], known: readonly KnownRule[]) {
    for (const { id, documentNumber, stage, corrects } of known) {
      if (documentNumber !== null) this.byNumber.set(documentNumber, id);
      this.stages.set(id, { stage, corrects });
    }
    for (const document of documents) {
      const { documentNumber } = document;
      if (documentNumber !== undefined && document.citation !== undefined)
        this.byNumber.set(documentNumber, ruleId(document));
    }
    for (const document of documents) {
      const corrects = document.corrects.flatMap((other) => this.named(other) ?? []);
      this.stages.set(this.of(document), { stage: document.stage, corrects });
    }
  }

  /** The id of a document. If its page is not known, the id of the document in the graph with the same number. */
  of(document: RuleDocument): string {
    const { citation, documentNumber = '' } = document;
    return (citation === undefined ? this.byNumber.get(documentNumber) : undefined) ?? ruleId(document);
  }

  /** The id of the document that a citation or a number identifies. Null for a number that no known document has. */
  named(other: string): string | null {
    const citation = pageIn(other);
    if (citation !== null) return ruleId({ citation });
    return this.byNumber.get(documentNumberIn(other) ?? '') ?? null;
  }

  /** How a document affects provisions. A correction has the same effect as the corrected document. */
  effectOf(id: string, seen: ReadonlySet<string> = new Set()): 'AMENDS' | 'PROPOSES' | 'none' | 'unknown' {
    const { stage, corrects = [] } = this.stages.get(id) ?? {};
    if (stage === undefined || seen.has(id)) return 'unknown';
    if (amendsLaw(stage)) return 'AMENDS';
    if (stage === 'PROPOSED') return 'PROPOSES';
    if (stage !== 'CORRECTION') return 'none';
    const effects = new Set(corrects.map((other) => this.effectOf(other, new Set([...seen, id]))));
    if (effects.has('AMENDS')) return 'AMENDS';
    return effects.size > 0 && !effects.has('unknown') ? 'none' : 'unknown'; // never PROPOSES: only a proposal proposes
  }
}
