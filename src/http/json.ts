import type { ServerResponse } from 'node:http';
import { nextTurn } from '../turns.ts';

/** Rows per slice of a long list: serializing them takes a few milliseconds. */
const ROWS = 1_000;
/** How deep to look for long lists: in the response, its data, a root field. */
const DEPTH = 3;

/**
 * Ends a response with JSON. Long lists are written in slices, and the event loop can handle other requests between
 * slices. For example, 20,000 nodes with their edges are 8 MB, which would block every other request if they were
 * serialized at once.
 *
 * @param onBody receives the whole body after it was sent
 */
export async function endWithJson(
  response: ServerResponse,
  answer: object,
  onBody?: (body: Buffer) => void,
): Promise<void> {
  if (!holdsLongList(answer, DEPTH)) {
    const text = JSON.stringify(answer);
    response.end(text);
    return onBody?.(bufferOf(text));
  }
  const sent: Buffer[] = [];
  for (const piece of pieces(answer, DEPTH)) {
    if (response.destroyed) return;
    response.write(piece);
    if (onBody) sent.push(bufferOf(piece));
    if (piece.length > ROWS) await nextTurn();
  }
  response.end();
  onBody?.(Buffer.concat(sent));
}

/**
 * The bytes of a text in a separate buffer. `Buffer.from` would keep 8 KB of Node's pool in memory for a short text.
 */
export function bufferOf(text: string): Buffer {
  const buffer = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  buffer.write(text);
  return buffer;
}

/** Yields JSON in pieces; joined, they are the output of `JSON.stringify`. */
function* pieces(value: unknown, depth: number): Generator<string> {
  if (!holdsLongList(value, depth)) {
    yield JSON.stringify(value);
  } else if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += ROWS) {
      yield (at === 0 ? '[' : ',') + JSON.stringify(value.slice(at, at + ROWS)).slice(1, -1);
    }
    yield ']';
  } else {
    let before = '{';
    for (const [key, entry] of Object.entries(value)) {
      if (entry === undefined) continue;
      yield `${before}${JSON.stringify(key)}:`;
      yield* pieces(entry, depth - 1);
      before = ',';
    }
    yield '}';
  }
}

function holdsLongList(value: unknown, depth: number): value is object {
  if (Array.isArray(value)) return value.length > ROWS;
  if (typeof value !== 'object' || value === null || depth === 0 || 'toJSON' in value) return false;
  return Object.values(value).some((entry) => holdsLongList(entry, depth - 1));
}
