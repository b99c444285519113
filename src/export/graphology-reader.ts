import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ImportRecords } from '../model/records.ts';
import { ImportError, type Remark } from '../store/errors.ts';
import { FoundRecords } from './found-records.ts';

const said = z.record(z.string(), z.unknown());
const Form = z.object({
  attributes: z.object({ sources: z.array(said) }),
  nodes: z.array(z.object({ key: z.string(), attributes: said })),
  edges: z.array(z.object({ key: z.string(), source: z.string(), target: z.string(), attributes: said })),
});

/** Records from graphology's JSON, as our export or graphology itself writes it. Throws ImportError with every fault. */
export async function readGraphology(file: string): Promise<ImportRecords> {
  return recordsOfGraphology(file, await readFile(file, 'utf8'));
}

/** The same from the file's text. */
export function recordsOfGraphology(file: string, text: string): ImportRecords {
  const parsed = Form.safeParse(jsonIn(file, text));
  if (!parsed.success) {
    const [{ path, message } = { path: [], message: '' }] = parsed.error.issues;
    const where = path.length > 0 ? `${path.join('.')}: ${message}; ` : '';
    throw new ImportError([{ file, message: `${where}it is no graphology JSON as an export has it` }]);
  }
  const found = new FoundRecords();
  const faults: Remark[] = [];
  const fault = (message: string) => faults.push({ file, message });
  const { attributes, nodes, edges } = parsed.data;
  for (const [i, source] of attributes.sources.entries()) {
    if (!found.take('source', source)) fault(`attributes.sources.${i}: an id, a name and plain values`);
  }
  for (const { key, attributes: own } of nodes) {
    if (!found.take('entity', { ...own, id: key })) fault(`node ${key}: kind, label and plain values`);
  }
  for (const { key, source, target, attributes: own } of edges) {
    const { relationType: type, label: _, ...rest } = own;
    const relation = { ...rest, id: key, type, from: source, to: target };
    if (!found.take('relation', relation)) fault(`edge ${key}: relationType, evidence and plain values`);
  }
  if (faults.length > 0) throw new ImportError(faults);
  return found.records;
}

function jsonIn(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message.slice(0, 200) : String(error);
    throw new ImportError([{ file, message: `this is no JSON: ${message}` }]);
  }
}
