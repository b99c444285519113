import type { EvidenceRecord } from '../model/records.ts';
import { evidenceFrom } from '../store/properties.ts';

type EvidenceLists = Parameters<typeof evidenceFrom>[0];

/**
 * Separates the evidence of a relation, which is stored as parallel lists, from its other properties. Returns null if a
 * list is missing or the lists differ in length.
 */
export function splitEvidence<Value>(
  record: Readonly<Record<string, Value>>,
): { evidence: EvidenceRecord[]; properties: Record<string, Value> } | null {
  const { evidenceRules, evidenceQuotes, evidenceStarts, evidenceEnds, evidenceSources, ...properties } = record;
  const lists = { evidenceRules, evidenceQuotes, evidenceStarts, evidenceEnds, evidenceSources };
  return areParallel(lists) ? { evidence: evidenceFrom(lists), properties } : null;
}

function areParallel(lists: Readonly<Record<keyof EvidenceLists, unknown>>): lists is EvidenceLists {
  const rules = lists.evidenceRules;
  return (
    Array.isArray(rules) && Object.values(lists).every((list) => Array.isArray(list) && list.length === rules.length)
  );
}
