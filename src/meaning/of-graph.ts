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
   * The vector of a question. Null without a model, and for a question without a word, such as a number, a citation, or
   * "xxxx".
   */
  async vectorOf(question: string): Promise<number[] | null> {
    if (this.embedder === null || !hasWord(question)) return null;
    return this.embedder.ofQuestion(question);
  }
}

/**
 * Whether a text contains anything that could be a word: at least two letters, one of them a vowel or a letter outside
 * A to Z. The model finds a meaning even in "hjkl". Abbreviations without a vowel are found by their names.
 */
const hasWord = (text: string): boolean =>
  (text.match(/\p{L}{2,}/gu) ?? []).some((word) => /[aeiouy]|[^a-z]/i.test(word));

const readers = new WeakMap<object, QuestionReader>();

/** The question reader of a graph. All requests to the graph share one. */
export function questionsOf(graph: object): QuestionReader {
  const reader = readers.get(graph) ?? new QuestionReader();
  readers.set(graph, reader);
  return reader;
}
