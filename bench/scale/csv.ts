/** Writes nodes and relations to files that Neo4j's offline importer reads. */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { EDGE_PROPERTIES, NODE_PROPERTIES, SOURCE_PROPERTIES } from '../../src/model/columns.ts';
import type { Properties, Value } from '../../src/store/properties.ts';
import type { GraphItem } from './generate-items.ts';

/** Separates the items of a list. It occurs in no text. */
export const LIST_DELIMITER = 'U+001F';
const BETWEEN_ITEMS = '\u001f';
const BUFFER = 1 << 20;

const STORED_TYPES: Readonly<Record<string, string>> = {
  ...{
    string: 'string',
    boolean: 'boolean',
    integer: 'long',
    number: 'double',
    strings: 'string[]',
    integers: 'long[]',
  },
};
const DERIVED: Readonly<Record<string, string>> = {
  ...{ id: 'string', nameKey: 'string', nameWords: 'string', label: 'string', origins: 'string[]', said: 'string[]' },
  ...{ evidenceRules: 'string[]', evidenceQuotes: 'string[]', evidenceSources: 'string[]' },
  ...{ evidenceStarts: 'long[]', evidenceEnds: 'long[]', leads: 'string[]', closure: 'string[]' },
  ...{ of: 'string', nth: 'long', hash: 'string', vector: 'float[]' },
  ...{ key: 'string', description: 'string', linking: 'string', rank: 'double', iri: 'string', license: 'string' },
};
const COLUMN_TYPES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries({ ...NODE_PROPERTIES, ...EDGE_PROPERTIES, ...SOURCE_PROPERTIES }).map(([name, type]) => [
      name,
      STORED_TYPES[type] ?? '',
    ]),
  ),
  ...DERIVED,
};

/** A list property that the files cannot express: a list of one empty string, which reads as an empty list. */
export interface ListRepair {
  id: string;
  key: string;
}

/** The files of a graph. */
export interface GraphFiles {
  /** The labels, joined by ":", and the paths of the header and of the rows. */
  nodes: { labels: string; files: string }[];
  relations: { type: string; files: string }[];
  repairs: ListRepair[];
  /** The required lists that are empty in some nodes, by label. The importer reads an empty list as no value. */
  emptied: { label: string; key: string }[];
  count: { nodes: number; relations: number };
}

/** Writes all items of a graph to a folder. The rows of each set of labels and of each type have a file of their own. */
export function writeGraphFiles(items: Iterable<GraphItem>, folder: string): GraphFiles {
  const files = new Map<string, CsvFile>();
  const repairs: ListRepair[] = [];
  const emptied = new Set<string>();
  const count = { nodes: 0, relations: 0 };
  const fileFor = (key: string, first: readonly string[]) => {
    let file = files.get(key);
    if (file === undefined) {
      file = new CsvFile(join(folder, key.replaceAll(':', '-')), first);
      files.set(key, file);
    }
    return file;
  };
  for (const item of items) {
    if (item.what === 'node') {
      const { id, ...rest } = item.properties;
      for (const [key, value] of Object.entries(rest)) {
        if (isSingleBlank(value)) repairs.push({ id: String(id), key });
        else if (Array.isArray(value) && value.length === 0) emptied.add(`${item.labels.at(-1)}.${key}`);
      }
      fileFor(`nodes:${item.labels.join(':')}`, [`id:ID(${item.space})`]).add([String(id)], rest);
      count.nodes += 1;
    } else {
      const { from, to, type, properties } = item;
      if (Object.values(properties).some(isSingleBlank))
        throw new Error(`${properties.id}: has a list of one empty string`);
      fileFor(`relations:${type}`, [':START_ID(Entity)', ':END_ID(Entity)']).add([from, to], properties);
      count.relations += 1;
    }
  }
  const written = [...files].map(([key, file]) => ({
    key: key.slice(key.indexOf(':') + 1),
    kind: key,
    files: file.end(),
  }));
  return {
    nodes: written.filter(({ kind }) => kind.startsWith('nodes')).map(({ key, files }) => ({ labels: key, files })),
    relations: written.filter(({ kind }) => kind.startsWith('rel')).map(({ key, files }) => ({ type: key, files })),
    repairs,
    emptied: [...emptied].map((one) => ({ label: one.split('.')[0] ?? '', key: one.split('.')[1] ?? '' })),
    count,
  };
}

const isSingleBlank = (value: Value) => Array.isArray(value) && value.length === 1 && value[0] === '';

/** Rows, and a header that is written when all columns are known. A row can be shorter than the header. */
class CsvFile {
  private readonly path: string;
  private readonly first: readonly string[];
  private readonly columns = new Map<string, number>();
  private readonly handle: number;
  private buffer = '';

  constructor(path: string, first: readonly string[]) {
    this.path = path;
    this.first = first;
    this.handle = openSync(`${path}.csv`, 'w');
  }

  add(keys: readonly string[], properties: Properties): void {
    const fields: string[] = [];
    for (const [name, value] of Object.entries(properties)) {
      let at = this.columns.get(name);
      if (at === undefined) {
        at = this.columns.size;
        this.columns.set(name, at);
      }
      fields[at] = fieldOf(value);
    }
    for (let at = 0; at < fields.length; at += 1) fields[at] ??= '';
    this.buffer += `${[...keys.map(quoted), ...fields].join(',')}\n`;
    if (this.buffer.length > BUFFER) this.flush();
  }

  /** Ends the file. Returns the paths of the header and of the rows, as the importer takes them. */
  end(): string {
    this.flush();
    closeSync(this.handle);
    const header = [...this.columns.keys()].map((name) => `${name}:${columnType(name)}`);
    writeFileSync(`${this.path}.header.csv`, `${[...this.first, ...header].join(',')}\n`);
    return `${this.path}.header.csv,${this.path}.csv`;
  }

  private flush(): void {
    writeSync(this.handle, this.buffer);
    this.buffer = '';
  }
}

function columnType(name: string): string {
  const type = COLUMN_TYPES[name];
  if (type === undefined) throw new Error(`${name}: the type of the property is not known`);
  return type;
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function fieldOf(value: Value): string {
  if (Array.isArray(value)) return quoted(value.join(BETWEEN_ITEMS));
  return typeof value === 'string' ? quoted(value) : String(value);
}
