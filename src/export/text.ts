/** Helpers of the text formats. */

/** Writes items as JSON, one per line, separated by commas: the content of a list. */
export async function* listed(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = '\n';
  for await (const item of items) {
    yield before + JSON.stringify(item);
    before = ',\n';
  }
}

/** Maps an async iterable. */
export async function* mapped<From, To>(items: AsyncIterable<From>, to: (item: From) => To): AsyncGenerator<To> {
  for await (const item of items) yield to(item);
}
