/** Links any text with the names of the graph, which are kept in memory as long as the graph is what it was. */
import { link, type TermRow } from '../../cypher/link/index.ts';
import { linkText } from './rules.ts';
import { vocabularyFrom } from './terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** An expression over the graph: what was imported, which says what data this is. */
export const IMPORTS = `COLLECT {
  MATCH (import:Import) RETURN import.origin + ':' + import.sha256 AS said ORDER BY said
}`;

/** A name in a text, and the ids of what it may mean. */
export interface AnnotatedName {
  start: number;
  end: number;
  text: string;
  ids: readonly string[];
}

/** The names of a graph, and what was imported when they were read. */
interface Known {
  vocabulary: Vocabulary;
  imports: readonly string[];
}

/** Who reads for a request. */
interface Asker {
  /** What is kept between requests hangs on it. */
  readonly door: object;
  rows<Row extends object>(text: string): Promise<Row[]>;
}

const NAMES = `CALL () {
${link.terms.text}
}
WITH collect({id: id, name: name, origins: origins, page: page, aliases: aliases, definitions: definitions}) AS terms
RETURN terms, ${IMPORTS} AS imports`;

const kept = new WeakMap<object, Promise<Known>>();
/** Imports that follow each other without a pause are not waited for longer. */
const MOST_READINGS = 3;

/**
 * The names in a text, and what a statement says of them. Its answer tells what data it saw: where that is not what the
 * names were read from, they are read again. So there is one statement while nothing changes.
 *
 * @param look the statement; `imports` is what `IMPORTS` gave in it
 */
export async function annotateText<Answer>(
  asker: Asker,
  text: string,
  look: (found: AnnotatedName[]) => Promise<{ answer: Answer; imports: readonly string[] }>,
): Promise<Answer> {
  for (let reading = 1; ; reading += 1) {
    const { vocabulary, imports } = await namesOf(asker);
    const found = linkText(text, vocabulary).map((one) => ({
      ...{ start: one.start, end: one.end, text: one.text },
      ids: one.found,
    }));
    const seen = await look(found);
    if (seen.imports.join('\n') === imports.join('\n') || reading === MOST_READINGS) return seen.answer;
    kept.delete(asker.door);
  }
}

function namesOf(asker: Asker): Promise<Known> {
  const before = kept.get(asker.door);
  if (before) return before;
  const reading = readNames(asker);
  kept.set(asker.door, reading);
  reading.catch(() => kept.delete(asker.door)); // the next request tries again
  return reading;
}

async function readNames(asker: Asker): Promise<Known> {
  const [row] = await asker.rows<{ terms: TermRow[]; imports: string[] }>(NAMES);
  return { vocabulary: vocabularyFrom(row?.terms ?? []), imports: row?.imports ?? [] };
}
