/**
 * Names and types of the properties of nodes and relations, from the schemas of their records. They are used by formats
 * that must declare their columns before the first row, and by the store, which must distinguish integers from floats.
 */
import type { z } from 'zod';
import { EntityRecord } from './kinds/index.ts';
import { RelationRecord, SourceRecord } from './records.ts';

/** The type of a property. Neo4j distinguishes integers from other numbers, although JavaScript does not. */
export type PropertyType = 'string' | 'boolean' | 'integer' | 'number' | 'strings' | 'integers';

export type PropertyTypes = Readonly<Record<string, PropertyType>>;

type RecordSchema = z.ZodObject<z.ZodRawShape>;

/**
 * The properties of records, sorted by name.
 *
 * @param without fields that a format writes in another way, such as the id
 * @throws Error if two records give the same name different types
 */
export function columnsOf(records: readonly RecordSchema[], without: readonly string[]): PropertyTypes {
  const columns = new Map<string, PropertyType>();
  for (const { shape } of records) {
    for (const [name, field] of Object.entries(shape)) {
      if (without.includes(name)) continue;
      const type = typeOf(name, field);
      if ((columns.get(name) ?? type) !== type)
        throw new Error(`${name}: has the type ${columns.get(name)} in one record and the type ${type} in another`);
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
  throw new Error(`${name}: a property cannot hold a value of type ${def.type}`);
}

/** The columns of entities, in addition to id, kind, and label. */
export const nodeColumns = (records: readonly RecordSchema[]): PropertyTypes =>
  columnsOf(records, ['id', 'kind', 'label']);

export const NODE_PROPERTIES: PropertyTypes = nodeColumns(EntityRecord.options);
/** The columns of relations, in addition to id, type, ends, and evidence. */
export const EDGE_PROPERTIES: PropertyTypes = columnsOf([RelationRecord], ['id', 'type', 'from', 'to', 'evidence']);
/** The columns of sources, in addition to the id. */
export const SOURCE_PROPERTIES: PropertyTypes = columnsOf([SourceRecord], ['id']);
