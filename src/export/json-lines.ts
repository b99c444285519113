import { evidenceProperties } from '../store/properties.ts';
import type { ExportedGraph, ExportFormat } from './graph.ts';

/**
 * The records themselves as JSON Lines: sources, entities, relations, with the names that the database has, evidence in its
 * parallel lists. `glossograph import graph` reads it back.
 */
export const jsonLines: ExportFormat = {
  name: 'jsonl',
  about: 'JSON Lines, a record each; can be imported again',
  mediaType: 'application/jsonl',
  extension: 'jsonl',
  write,
};

async function* write({ sources, nodes, edges }: ExportedGraph): AsyncGenerator<string> {
  for await (const source of sources()) yield line({ source });
  for await (const { id, kind, label, properties } of nodes()) {
    yield line({ entity: inOrder({ ...properties, id, kind, label }) });
  }
  for await (const { id, type, source, target, evidence, properties } of edges()) {
    const said = { ...properties, ...evidenceProperties(evidence), id, type, from: source, to: target };
    yield line({ relation: inOrder(said) });
  }
}

const line = (record: object): string => `${JSON.stringify(record)}\n`;
const inOrder = (record: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
