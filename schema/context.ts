import type { ReadBounds } from '../src/graph/connect.ts';
import { type VocabularyCache, vocabularyOf } from '../src/link/annotate.ts';
import { type QuestionReader, questionsOf } from '../src/meaning/of-graph.ts';
import type { GoneAt } from '../src/model/gone.ts';
import type { ReadableGraph } from '../src/plan/lane.ts';
import { Reader } from '../src/plan/read.ts';

/** The context of every resolver. */
export interface GraphContext {
  readonly reader: Reader;
  /** The names of the graph, shared by all requests. */
  readonly vocabulary: VocabularyCache;
  /** Converts questions to vectors, if the model is available. */
  readonly questions: QuestionReader;
  /** The requested entities that an import removed. The response lists them in its `extensions`. */
  readonly gone: GoneAt[];
  /**
   * Set if a time limit cut the response short. The next response might contain more, so this one must not be cached.
   */
  isPassing?: boolean;
}

/** The context of a request to a graph, with the request's deadline and abort signal. */
export const contextOf = (graph: ReadableGraph, bounds: ReadBounds = {}): GraphContext => ({
  reader: new Reader(graph, bounds),
  vocabulary: vocabularyOf(graph),
  questions: questionsOf(graph),
  gone: [],
});
