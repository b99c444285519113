/** Finds the names of the graph in any text. The names stay in memory until the graph changes. */
import { link, type TermRow } from '../../cypher/link/index.ts';
import { linkText } from './rules.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

/** An expression over the graph: what was imported, which identifies the data. */
export const IMPORTS = `COLLECT {
  MATCH (import:Import) RETURN import.origin + ':' + import.sha256 AS entry ORDER BY entry
}`;

/** A name in a text, with the ids of the terms that it may mean. */
export interface AnnotatedName {
  start: number;
  end: number;
  text: string;
  ids: readonly string[];
}

/** The names of a graph, and what was imported when they were read. */
interface NamesRead {
  vocabulary: Vocabulary;
  imports: readonly string[];
}

/** Reads a statement on behalf of a request. */
interface RowReader {
  rows<Row extends object>(text: string): Promise<Row[]>;
}

const NAMES = `CALL () {
${link.terms.text}
}
WITH collect({id: id, name: name, origins: origins, page: page, aliases: aliases, definitions: definitions}) AS terms
RETURN terms, ${IMPORTS} AS imports`;

/** After so many readings the answer is returned even if imports keep changing the graph. */
const MOST_READINGS = 3;

/** The names of one graph, shared by all requests. */
export class VocabularyCache {
  private names: Promise<NamesRead> | undefined;

  /**
   * The names in a text, and what a statement answers about them. The statement also returns what was imported; when that
   * differs from what the names were read from, the names are read again. So there is one statement until the graph changes.
   *
   * @param ask sends the statement; its `imports` is the value of `IMPORTS`
   */
  async annotate<Answer>(
    reader: RowReader,
    text: string,
    ask: (found: AnnotatedName[]) => Promise<{ answer: Answer; imports: readonly string[] }>,
  ): Promise<Answer> {
    for (let reading = 1; ; reading += 1) {
      const { vocabulary, imports } = await this.read(reader);
      const found = linkText(text, vocabulary).map(({ start, end, text, found: ids }) => ({ start, end, text, ids }));
      const seen = await ask(found);
      if (seen.imports.join('\n') === imports.join('\n') || reading === MOST_READINGS) return seen.answer;
      this.names = undefined;
    }
  }

  private read(reader: RowReader): Promise<NamesRead> {
    if (this.names) return this.names;
    const reading = readNames(reader);
    this.names = reading;
    reading.catch(() => {
      this.names = undefined; // the next request tries again
    });
    return reading;
  }
}

async function readNames(reader: RowReader): Promise<NamesRead> {
  const [row] = await reader.rows<{ terms: TermRow[]; imports: string[] }>(NAMES);
  return { vocabulary: buildVocabulary(row?.terms ?? []), imports: row?.imports ?? [] };
}

const caches = new WeakMap<object, VocabularyCache>();

/** The cache of a graph: one for all requests to it. */
export function vocabularyOf(graph: object): VocabularyCache {
  const cache = caches.get(graph) ?? new VocabularyCache();
  caches.set(graph, cache);
  return cache;
}
