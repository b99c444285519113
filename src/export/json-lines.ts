import { evidenceProperties } from '../store/properties.ts';
import type { ExportedGraph, ExportFormat } from './graph.ts';

/**
 * JSON Lines, with one record per line: vocabularies, sources, entities, and relations. Properties have the same names
 * as in the database, and evidence is in parallel lists. `glossograph import graph` can read this format.
 */
export const jsonLines: ExportFormat = {
  name: 'jsonl',
  about: 'JSON Lines, with one record per line; can be imported into Glossograph',
  mediaType: 'application/jsonl',
  extension: 'jsonl',
  write,
};

async function* write({ vocabularies, sources, nodes, edges }: ExportedGraph): AsyncGenerator<string> {
  for await (const vocabulary of vocabularies()) yield line({ vocabulary });
  for await (const source of sources()) yield line({ source });
  for await (const { id, kind, label, properties } of nodes()) {
    yield line({ entity: inOrder({ ...properties, id, kind, label }) });
  }
  for await (const { id, type, source, target, evidence, properties } of edges()) {
    const stored = { ...properties, ...evidenceProperties(evidence), id, type, from: source, to: target };
    yield line({ relation: inOrder(stored) });
  }
}

const line = (record: object): string => `${JSON.stringify(record)}\n`;
const inOrder = (record: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
