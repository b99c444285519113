/**
 * Names and types of the properties of nodes and relations, from the schemas of their records. Formats that announce their
 * columns before they know a row, and the store, which must tell integers from floats, read them here.
 */
import type { z } from 'zod';
import { EntityRecord } from './kinds/index.ts';
import { RelationRecord, SourceRecord } from './records.ts';

/** The type of one property. Integers differ from other numbers in Neo4j, though not in JavaScript. */
export type PropertyType = 'string' | 'boolean' | 'integer' | 'number' | 'strings' | 'integers';

export type PropertyTypes = Readonly<Record<string, PropertyType>>;

type RecordSchema = z.ZodObject<z.ZodRawShape>;

/**
 * The properties of records, in the order of their names.
 *
 * @param without fields that a format writes otherwise, such as the id
 * @throws Error if two records give one name different types
 */
export function columnsOf(records: readonly RecordSchema[], without: readonly string[]): PropertyTypes {
  const columns = new Map<string, PropertyType>();
  for (const { shape } of records) {
    for (const [name, field] of Object.entries(shape)) {
      if (without.includes(name)) continue;
      const type = typeOf(name, field);
      if ((columns.get(name) ?? type) !== type)
        throw new Error(`${name}: ${columns.get(name)} in one record, ${type} in another`);
      columns.set(name, type);
    }
  }
  return Object.fromEntries([...columns].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function typeOf(name: string, field: z.core.$ZodType): PropertyType {
  const { def } = (field as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
      return typeOf(name, def.innerType);
    case 'string':
    case 'boolean':
      return def.type;
    case 'enum':
      return 'string';
    case 'number':
      return 'format' in def ? 'integer' : 'number';
    case 'array': {
      const item = typeOf(name, def.element);
      if (item === 'string' || item === 'integer') return `${item}s`;
    }
  }
  throw new Error(`${name}: a property cannot hold a ${def.type}`);
}

/** The columns of entities, beside id, kind and label. */
export const nodeColumns = (records: readonly RecordSchema[]): PropertyTypes =>
  columnsOf(records, ['id', 'kind', 'label']);

export const NODE_PROPERTIES: PropertyTypes = nodeColumns(EntityRecord.options);
/** Of relations, beside id, type, ends and evidence. */
export const EDGE_PROPERTIES: PropertyTypes = columnsOf([RelationRecord], ['id', 'type', 'from', 'to', 'evidence']);
/** Of sources, beside the id. */
export const SOURCE_PROPERTIES: PropertyTypes = columnsOf([SourceRecord], ['id']);
