/** Helper functions for the text formats. */

/**
 * Writes a value as a JSON file. Any part of the value can be a stream, which is written as a list with one item per
 * line.
 */
export async function* jsonText(value: unknown): AsyncGenerator<string> {
  yield* jsonPart(value);
  yield '\n';
}

async function* jsonPart(value: unknown): AsyncGenerator<string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) yield JSON.stringify(value);
  else if (Symbol.asyncIterator in value) {
    yield '[';
    let before = '\n';
    for await (const item of value as AsyncIterable<unknown>) {
      yield before + JSON.stringify(item);
      before = ',\n';
    }
    yield '\n]';
  } else {
    let before = '';
    yield '{';
    for (const [key, part] of Object.entries(value)) {
      yield `${before}${JSON.stringify(key)}:`;
      yield* jsonPart(part);
      before = ',';
    }
    yield '}';
  }
}

/** Maps an async iterable. */
export async function* mapped<From, To>(items: AsyncIterable<From>, to: (item: From) => To): AsyncGenerator<To> {
  for await (const item of items) yield to(item);
}
