/** Finds the names of the graph in any text. The names stay in memory until the graph changes. */
import { link, type NamingVocabulary, type TermRow } from '../../cypher/link/index.ts';
import { shiftedDay } from '../model/day.ts';
import { nextTurn } from '../turns.ts';
import { buildNames, type LinkedVocabulary } from './names.ts';
import { linkText, type TextContext } from './rules.ts';
import { spelledOutIn } from './spelled-out.ts';

/** A Cypher expression that returns the list of imports in the graph, which identifies the data. */
export const IMPORTS = `COLLECT {
  MATCH (import:Import) RETURN import.origin + ':' + import.sha256 AS entry ORDER BY entry
}`;

/** The text in which a client searches for names. */
export interface AnnotatedText {
  text: string;
  /** The keys of the vocabularies to search for. By default, all vocabularies that are linked everywhere. */
  vocabularies?: readonly string[] | undefined;
  /** Ids of the provision that contains the text and of its enclosing provisions, innermost first. */
  around?: readonly string[] | undefined;
  /** The date of the text. */
  asOf?: string | undefined;
}

/** A name in a text, with the ids of the terms to which it might refer. */
export interface AnnotatedName {
  start: number;
  end: number;
  text: string;
  ids: readonly string[];
}

/** The names of a graph, and what was imported when they were read. */
interface NamesRead {
  vocabularies: readonly LinkedVocabulary[];
  imports: readonly string[];
}

/** Reads a statement on behalf of a request. */
interface RowReader {
  rows<Row extends object>(text: string): Promise<Row[]>;
}

const NAMES = `CALL () {
${link.terms.text}
}
WITH collect({id: id, name: name, vocabulary: vocabulary, page: page, aliases: aliases, definitions: definitions}) AS terms
CALL () {
${link.vocabularies.text}
}
WITH terms, collect({key: key, linking: linking, rank: rank}) AS vocabularies
RETURN terms, vocabularies, ${IMPORTS} AS imports`;

/** After so many readings the answer is returned even if imports keep changing the graph. */
const MOST_READINGS = 3;

/** The names of one graph, shared by all requests. */
export class VocabularyCache {
  private names: Promise<NamesRead> | undefined;

  /**
   * Finds the names in a text, together with the results of a statement about them. The statement also returns the list
   * of imports. If this list differs from the one that the names were read with, the names are read again. Until the
   * graph changes, only one statement is therefore needed.
   *
   * @param ask sends the statement; its `imports` is the value of `IMPORTS`
   */
  async annotate<Answer>(
    reader: RowReader,
    asked: AnnotatedText,
    ask: (found: AnnotatedName[]) => Promise<{ answer: Answer; imports: readonly string[] }>,
  ): Promise<Answer> {
    for (let reading = 1; ; reading += 1) {
      const { vocabularies, imports } = await this.read(reader);
      await nextTurn(); // a long text takes a turn of its own
      const found = namesIn(asked, vocabularies);
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
  const [row] = await reader.rows<{ terms: TermRow[]; vocabularies: NamingVocabulary[]; imports: string[] }>(NAMES);
  return { vocabularies: buildNames(row?.terms ?? [], row?.vocabularies ?? []), imports: row?.imports ?? [] };
}

/**
 * The names in a text, in order and without overlaps: where names of two vocabularies overlap, the one of the higher rank stays.
 * One name in several vocabularies has the ids of all, those of the highest rank first.
 */
function namesIn(
  { text, vocabularies: asked, around = [], asOf }: AnnotatedText,
  vocabularies: readonly LinkedVocabulary[],
): AnnotatedName[] {
  const context: TextContext = {
    ...{ around, heads: [], spelledOut: spelledOutIn([text]) },
    ...(asked && { only: new Set(asked) }),
    ...(asOf !== undefined && { from: asOf, to: shiftedDay(asOf, 1) }),
  };
  const kept: AnnotatedName[] = [];
  for (const names of vocabularies) {
    if (asked === undefined && names.linking !== 'EVERYWHERE') continue;
    for (const { start, end, text: written, found: ids } of linkText(text, names, context)) {
      const overlapping = kept.filter((one) => one.start < end && start < one.end);
      const same = overlapping.find((one) => one.start === start && one.end === end);
      if (same) kept[kept.indexOf(same)] = { ...same, ids: [...same.ids, ...ids] };
      else if (overlapping.length === 0) kept.push({ start, end, text: written, ids });
    }
  }
  return kept.sort((one, other) => one.start - other.start);
}

const caches = new WeakMap<object, VocabularyCache>();

/** The cache of a graph. All requests to the graph share one cache. */
export function vocabularyOf(graph: object): VocabularyCache {
  const cache = caches.get(graph) ?? new VocabularyCache();
  caches.set(graph, cache);
  return cache;
}
