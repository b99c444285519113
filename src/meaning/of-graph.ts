import type { Embedder } from './embedder.ts';

/** Turns questions into vectors, for one graph. Without a model, search goes by words alone. */
export class QuestionReader {
  private embedder: Embedder | null = null;

  /** Starts to read questions: the model is loaded, and the graph has vectors to compare with. */
  use(embedder: Embedder): void {
    this.embedder = embedder;
  }

  /** Whether questions have vectors. */
  get isReady(): boolean {
    return this.embedder !== null;
  }

  /** The vector of a question, or null without a model, for an empty question, and for one that is only a number or a citation. */
  async vectorOf(question: string): Promise<number[] | null> {
    if (this.embedder === null || !/\p{L}{2}/u.test(question)) return null;
    return this.embedder.ofQuestion(question);
  }
}

const readers = new WeakMap<object, QuestionReader>();

/** The reader of a graph: one for all requests to it. */
export function questionsOf(graph: object): QuestionReader {
  const reader = readers.get(graph) ?? new QuestionReader();
  readers.set(graph, reader);
  return reader;
}
