import type { Transform } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

/** The content codings that the server can apply, preferred first. */
const ENCODINGS = ['br', 'gzip'] as const;

/** A content coding (RFC 9110 § 8.4.1). `identity` leaves the body unchanged. */
export type Encoding = (typeof ENCODINGS)[number] | 'identity';

/** negotiator as it is since 1.0; its published types do not know `preferred` yet. */
interface EncodingNegotiator {
  encoding(available: readonly string[], options: { preferred: readonly string[] }): string | undefined;
}

/**
 * Chooses the content coding for an Accept-Encoding header (RFC 9110 § 12.5.3). If the weights are equal, Brotli is
 * preferred to gzip.
 */
export function encodingFor(accepted: string | undefined): Encoding {
  const negotiator: EncodingNegotiator = new Negotiator({ headers: { 'accept-encoding': accepted } });
  const best = negotiator.encoding([...ENCODINGS, 'identity'], { preferred: ENCODINGS });
  return ENCODINGS.find((encoding) => encoding === best) ?? 'identity';
}

const GZIP = { level: 6 };
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/**
 * Creates a compressor with a level that keeps up with the database. The same input chunks always produce the same
 * output bytes.
 */
export function encoderOf(encoding: Exclude<Encoding, 'identity'>): Transform {
  if (encoding === 'gzip') return createGzip(GZIP);
  return createBrotliCompress(BROTLI);
}

const byGzip = promisify(gzip);
const byBrotli = promisify(brotliCompress);

/** Compresses a whole body with the same levels as `encoderOf`. */
export const compressed = (body: Buffer, encoding: Exclude<Encoding, 'identity'>): Promise<Buffer> =>
  encoding === 'gzip' ? byGzip(body, GZIP) : byBrotli(body, BROTLI);

/** The name and version of the compressor. Together with the uncompressed text, they determine the compressed bytes. */
export const encoderVersion = (encoding: Encoding): string =>
  encoding === 'br' ? `br ${process.versions.brotli}` : encoding === 'gzip' ? `gzip ${process.versions.zlib}` : '';

const CHUNK = 64 * 1024;

/**
 * Joins pieces of text into chunks of bytes of at least 64 Ki characters. The cuts depend only on the text, so the
 * compressor always gets the same chunks. The last chunk comes only if the text has ended without an error.
 */
export async function* inChunks(text: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let held: string[] = [];
  let length = 0;
  for await (const piece of text) {
    held.push(piece);
    length += piece.length;
    if (length < CHUNK) continue;
    yield Buffer.from(held.join(''), 'utf8');
    held = [];
    length = 0;
  }
  if (held.length > 0) yield Buffer.from(held.join(''), 'utf8');
}
