import type { Embedder } from './embedder.ts';

/** Converts questions to vectors for one graph. Without a model, search compares only words. */
export class QuestionReader {
  private embedder: Embedder | null = null;

  /** Starts converting questions. The model is loaded, and the graph contains vectors for comparison. */
  use(embedder: Embedder): void {
    this.embedder = embedder;
  }

  /** Whether questions are converted to vectors. */
  get isReady(): boolean {
    return this.embedder !== null;
  }

  /**
   * The vector of a question. Null without a model, for an empty question, and for a question that is only a number or
   * a citation.
   */
  async vectorOf(question: string): Promise<number[] | null> {
    if (this.embedder === null || !/\p{L}{2}/u.test(question)) return null;
    return this.embedder.ofQuestion(question);
  }
}

const readers = new WeakMap<object, QuestionReader>();

/** The question reader of a graph. All requests to the graph share one. */
export function questionsOf(graph: object): QuestionReader {
  const reader = readers.get(graph) ?? new QuestionReader();
  readers.set(graph, reader);
  return reader;
}
