import type { Transform } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

/** How a body is compressed on its way, best first. */
const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number] | 'identity';

/** The best encoding that a request's Accept-Encoding takes (RFC 9110 § 12.5.3), by its weights; `identity` where it takes none. */
export function encodingFor(accepted: string | undefined): Encoding {
  const weights = new Map(
    (accepted ?? '').split(',').map((one): [string, number] => {
      const [name = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.map((part) => /^q=([\d.]+)$/.exec(part)?.[1]).find((found) => found !== undefined);
      return [name, Number(weight ?? 1)];
    }),
  );
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
  const [best] = [...ENCODINGS].sort((a, b) => weightOf(b) - weightOf(a));
  if (best === undefined || weightOf(best) <= 0) return 'identity';
  return weightOf(best) >= (weights.get('identity') ?? 0) ? best : 'identity';
}

/** What compresses, at a level that keeps up with the database. The same pieces in give the same bytes out. */
export function encoderOf(encoding: Exclude<Encoding, 'identity'>): Transform {
  if (encoding === 'gzip') return createGzip({ level: 6 });
  return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
}

/** Stands for all that compressed bytes depend on beside what is compressed. */
export const encoderVersion = (encoding: Encoding): string =>
  encoding === 'br' ? `br ${process.versions.brotli}` : encoding === 'gzip' ? `gzip ${process.versions.zlib}` : '';

const PIECE = 64 * 1024;

/**
 * Pieces of text as pieces of bytes, none of them small but the last: so what compresses gets the same pieces of the same
 * text, whatever else happens in the process. The last one comes only when the text is known to have ended well.
 */
export async function* inPieces(text: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let held: string[] = [];
  let length = 0;
  for await (const piece of text) {
    held.push(piece);
    length += piece.length;
    if (length < PIECE) continue;
    yield Buffer.from(held.join(''), 'utf8');
    held = [];
    length = 0;
  }
  if (held.length > 0) yield Buffer.from(held.join(''), 'utf8');
}
