import type { Graph, ReadBounds } from '../src/graph/connect.ts';
import { type VocabularyCache, vocabularyOf } from '../src/link/annotate.ts';
import { type QuestionReader, questionsOf } from '../src/meaning/of-graph.ts';
import type { GoneAt } from '../src/model/gone.ts';
import { Reader } from '../src/plan/read.ts';

/** The context of every resolver. */
export interface GraphContext {
  readonly reader: Reader;
  /** The names of the graph, shared by all requests. */
  readonly vocabulary: VocabularyCache;
  /** Turns questions into vectors, if the model is there. */
  readonly questions: QuestionReader;
  /** Entities that the request asked for and that an import removed: they go into the `extensions` of the response. */
  readonly gone: GoneAt[];
  /** Set when time cut an answer short: the next answer may hold more, so this one must not be kept. */
  isPassing?: boolean;
}

/** The context of a request to a graph, with the request's deadline and abort signal. */
export const contextOf = (graph: Pick<Graph, 'read'>, bounds: ReadBounds = {}): GraphContext => ({
  reader: new Reader(graph, bounds),
  vocabulary: vocabularyOf(graph),
  questions: questionsOf(graph),
  gone: [],
});
