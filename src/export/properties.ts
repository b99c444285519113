/**
 * What properties there are and of what type, for formats that announce their columns before they know a row: the columns
 * are the same for every graph. The compiler holds the tables against the records of `src/model`.
 */

import type { EntityRecord, RelationRecord } from '../model/records.ts';
import type { Properties, Value } from '../store/properties.ts';

/** Of one property. Whole numbers are told from others, as JavaScript does not. */
export type PropertyType = 'string' | 'boolean' | 'integer' | 'number' | 'strings' | 'integers';

type KeysOf<Record> = Record extends unknown ? keyof Record : never;

/** Of entities, beside id, kind and label. */
export const NODE_PROPERTIES = {
  aliasKind: 'string',
  amendments: 'string',
  authority: 'string',
  binding: 'string',
  bindingStrength: 'string',
  canonical: 'string',
  category: 'string',
  citation: 'string',
  date: 'string',
  definition: 'string',
  differs: 'boolean',
  formerFrom: 'strings',
  formerHeading: 'strings',
  formerLead: 'strings',
  formerSource: 'strings',
  formerText: 'strings',
  formerTo: 'strings',
  heading: 'string',
  italics: 'integers',
  key: 'string',
  keyTakeaways: 'strings',
  lead: 'string',
  level: 'string',
  max: 'string',
  min: 'integer',
  mustSupport: 'boolean',
  name: 'string',
  notation: 'string',
  notes: 'strings',
  order: 'integer',
  package: 'string',
  path: 'string',
  published: 'string',
  reserved: 'boolean',
  role: 'string',
  sectionBodies: 'strings',
  sectionHeadings: 'strings',
  seenFrom: 'string',
  shortDefinition: 'string',
  slug: 'string',
  sortKey: 'string',
  status: 'string',
  summary: 'string',
  text: 'string',
  textSource: 'string',
  types: 'strings',
  unmapped: 'strings',
  url: 'string',
  validFrom: 'string',
  version: 'string',
} as const satisfies Record<Exclude<KeysOf<EntityRecord>, 'id' | 'kind' | 'label'>, PropertyType>;

/** Of relations, beside id, type, ends and evidence. */
export const EDGE_PROPERTIES = {
  dangling: 'boolean',
  names: 'strings',
  open: 'boolean',
  position: 'integer',
  refersAs: 'strings',
  refersQuotes: 'strings',
  refersTo: 'strings',
  scopeId: 'string',
  targetCitation: 'string',
  text: 'string',
  validFrom: 'string',
  validTo: 'string',
  weight: 'number',
  withinId: 'string',
} as const satisfies Record<Exclude<keyof RelationRecord, 'id' | 'type' | 'from' | 'to' | 'evidence'>, PropertyType>;

/** Properties that have a column, in the order of columns, and whatever else there is. */
export interface Columns {
  known: readonly (readonly [name: string, type: PropertyType, value: Value])[];
  /** What no table knows, or knows as another type; undefined when there is nothing. */
  others: Properties | undefined;
}

/** Parts properties into those of a table and the others, which a graph that somebody else wrote may have. */
export function inColumns(table: Readonly<Record<string, PropertyType>>, properties: Properties): Columns {
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
 * Properties as they stand beside names that a format has for itself: what is called so is in `other`. Only graphs of
 * somebody else's have such.
 *
 * @param taken names of the format's own
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
