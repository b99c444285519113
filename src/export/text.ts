/** What the formats that are text have in common. */

/** Half of a surrogate pair that stands alone: no Unicode encoding has it, so it is replaced by U+FFFD, as every encoder does. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** JSON of each item, parted by commas, a line each: what stands between the brackets of a long list. */
export async function* listed(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = '\n';
  for await (const item of items) {
    yield before + JSON.stringify(item);
    before = ',\n';
  }
}

/** Each item as something else. */
export async function* mapped<From, To>(items: AsyncIterable<From>, to: (item: From) => To): AsyncGenerator<To> {
  for await (const item of items) yield to(item);
}
