import { readFile } from 'node:fs/promises';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { MeaningUnavailableError, MODEL, type ModelFiles } from './model.ts';

/**
 * Converts texts to vectors of `MODEL.dimensions` numbers with length 1, so that the cosine of two vectors is their dot
 * product.
 */
export interface Embedder {
  /** The vector of a stored text. */
  ofText(text: string): Promise<number[]>;
  /** The vector of a question. Recent questions are cached. */
  ofQuestion(question: string): Promise<number[]>;
}

/** Paging through an answer asks the same question again. */
const REMEMBERED = 500;

/**
 * Loads the model into this process, which takes half a second and about 130 MB of memory. Vectors are computed on the
 * CPU, outside the event loop.
 *
 * @throws MeaningUnavailableError if the runtime is not installed for this platform, or if a file is damaged
 */
export async function loadEmbedder(files: ModelFiles): Promise<Embedder> {
  const { session, tokenize, tensorOf } = await loadModel(files).catch((error: unknown) => {
    throw new MeaningUnavailableError(
      `the language model could not be loaded: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
    );
  });
  const embed = async (text: string): Promise<number[]> => {
    const ids = tokenize(text);
    const output = await session.run({
      input_ids: tensorOf(ids),
      attention_mask: tensorOf(ids.map(() => 1)),
      token_type_ids: tensorOf(ids.map(() => 0)),
    });
    const [name = ''] = session.outputNames;
    const vectors = output[name]?.data;
    if (!(vectors instanceof Float32Array)) throw new Error('the language model returned no vectors');
    // The model puts the meaning of the whole text into the vector of its first token.
    const values = Array.from(vectors.subarray(0, MODEL.dimensions));
    const length = Math.hypot(...values);
    return values.map((value) => value / length);
  };
  const remembered = new Map<string, Promise<number[]>>();
  return {
    ofText: embed,
    ofQuestion(question) {
      const known = remembered.get(question);
      if (known) return known;
      const vector = embed(MODEL.beforeQuestion + question);
      remembered.set(question, vector);
      const [oldest] = remembered.keys();
      if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
      vector.catch(() => remembered.delete(question));
      return vector;
    },
  };
}

async function loadModel({ weights, tokenizer }: ModelFiles): Promise<{
  session: InferenceSession;
  tokenize: (text: string) => number[];
  tensorOf: (values: number[]) => Tensor;
}> {
  // Since version 1.29, the runtime sends usage data to its publisher unless this variable is set before it is loaded.
  process.env.ORT_DISABLE_TELEMETRY = '1';
  const [runtime, { Tokenizer }, json] = await Promise.all([
    import('onnxruntime-node'),
    import('@huggingface/tokenizers'),
    readFile(tokenizer, 'utf8'),
  ]);
  // One thread: on the server, the others belong to the requests and the database.
  const session = await runtime.default.InferenceSession.create(weights, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  const reader = new Tokenizer(JSON.parse(json), {});
  return {
    session,
    tokenize(text) {
      const { ids } = reader.encode(text);
      const last = ids.at(-1);
      return ids.length <= MODEL.tokens || last === undefined ? ids : [...ids.slice(0, MODEL.tokens - 1), last];
    },
    tensorOf: (values) =>
      new runtime.default.Tensor('int64', BigInt64Array.from(values.map(BigInt)), [1, values.length]),
  };
}
