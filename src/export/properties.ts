/** Divides the properties of a node or relation into those with a column and all others. */
import type { PropertyType, PropertyTypes } from '../model/columns.ts';
import type { Properties, Value } from '../store/properties.ts';

export { EDGE_PROPERTIES, NODE_PROPERTIES, type PropertyType, SOURCE_PROPERTIES } from '../model/columns.ts';

/** The properties with a column, in column order, and all other properties. */
export interface Columns {
  known: readonly (readonly [name: string, type: PropertyType, value: Value])[];
  /** Properties without a column or with an unexpected type. Undefined if there are none. */
  others: Properties | undefined;
}

/**
 * Divides properties into those with a column in a table and all others. Graphs from other programs can contain
 * properties without a column.
 */
export function inColumns(table: PropertyTypes, properties: Properties): Columns {
  const known: [string, PropertyType, Value][] = [];
  const others: [string, Value][] = [];
  for (const [name, value] of Object.entries(properties)) {
    const type = Object.hasOwn(table, name) ? table[name] : undefined;
    if (type !== undefined && isOf(type, value)) known.push([name, type, value]);
    else others.push([name, value]);
  }
  return { known, others: others.length > 0 ? Object.fromEntries(others) : undefined };
}

/**
 * Moves properties to `other` if their name has a meaning in the format. Only graphs from other programs have such
 * properties.
 *
 * @param taken the names that have a meaning in the format
 */
export function beside(properties: Properties, taken: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  const entries = Object.entries(properties);
  const other = entries.filter(([name]) => taken.has(name));
  if (other.length === 0) return properties;
  return Object.fromEntries([...entries.filter(([name]) => !taken.has(name)), ['other', Object.fromEntries(other)]]);
}

function isOf(type: PropertyType, value: Value): boolean {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'number':
      return typeof value === type;
    case 'integer':
      return Number.isSafeInteger(value);
    case 'strings':
      return Array.isArray(value) && value.every((one) => typeof one === 'string');
    case 'integers':
      return Array.isArray(value) && value.every((one) => Number.isSafeInteger(one));
  }
}
