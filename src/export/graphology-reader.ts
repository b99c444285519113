import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ImportRecords } from '../model/records.ts';
import { faultIn } from '../store/errors.ts';
import { FoundRecords } from './found-records.ts';

const attributes = z.record(z.string(), z.unknown());
const Form = z.object({
  // An export of an earlier version has no vocabularies.
  attributes: z.object({ vocabularies: z.array(attributes).default([]), sources: z.array(attributes) }),
  nodes: z.array(z.object({ key: z.string(), attributes })),
  edges: z.array(z.object({ key: z.string(), source: z.string(), target: z.string(), attributes })),
});

/** Reads records from graphology JSON, as written by Glossograph or graphology. Throws ImportError with every error. */
export async function readGraphology(file: string): Promise<ImportRecords> {
  return recordsOfGraphology(file, await readFile(file, 'utf8'));
}

/** Reads records from the text of a graphology file. */
export function recordsOfGraphology(file: string, text: string): ImportRecords {
  const parsed = Form.safeParse(jsonIn(file, text));
  if (!parsed.success) {
    const [{ path, message } = { path: [], message: '' }] = parsed.error.issues;
    const where = path.length > 0 ? `${path.join('.')}: ${message}; ` : '';
    throw faultIn(file, `${where}the file must be graphology JSON that Glossograph exported`);
  }
  const found = new FoundRecords(file);
  const { attributes, nodes, edges } = parsed.data;
  for (const [i, vocabulary] of attributes.vocabularies.entries()) {
    found.take('vocabulary', vocabulary, {
      message: `attributes.vocabularies.${i}: must have an id, a key, and only values that an export can contain`,
    });
  }
  for (const [i, source] of attributes.sources.entries()) {
    found.take('source', source, {
      message: `attributes.sources.${i}: must have an id, a name, and only values that an export can contain`,
    });
  }
  for (const { key, attributes: own } of nodes) {
    found.take(
      'entity',
      { ...own, id: key },
      { message: `node ${key}: must have a kind, a label, and only values that an export can contain` },
    );
  }
  for (const { key, source, target, attributes: own } of edges) {
    const { relationType: type, label: _, ...rest } = own;
    const relation = { ...rest, id: key, type, from: source, to: target };
    found.take('relation', relation, {
      message: `edge ${key}: must have a relationType, evidence, and only values that an export can contain`,
    });
  }
  return found.records();
}

function jsonIn(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message.slice(0, 200) : String(error);
    throw faultIn(file, `The file is not valid JSON: ${message}`);
  }
}
