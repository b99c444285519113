import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Encoding, encodingFor } from '../http/encoding.ts';
import { isFresh } from '../http/entity-tag.ts';

/** The content of a file in each content coding. */
export type Bodies = Readonly<Record<Encoding, Uint8Array>>;

/** A static file that is compressed before any request arrives. */
export interface Asset {
  /** The media type. */
  readonly type: string;
  readonly bodies: Bodies;
  /** The hash of the content, for entity tags. */
  readonly hash: string;
}

/**
 * How much effort to spend on compression. A build has time for the best compression; a server that runs from the
 * sources does not.
 */
export type Effort = 'best' | 'quick';

const LEVELS = { best: { br: constants.BROTLI_MAX_QUALITY, gzip: 9 }, quick: { br: 4, gzip: 6 } } as const;

/** Compresses a file outside the main thread. */
export async function compressed(content: Uint8Array, effort: Effort): Promise<Bodies> {
  const levels = LEVELS[effort];
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: levels.br,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
      },
    }),
    promisify(gzip)(content, { level: levels.gzip }),
  ]);
  return { identity: content, br, gzip: zipped };
}

/** Creates the asset of a compressed file. */
export const assetOf = (bodies: Bodies, type: string): Asset => ({
  type,
  bodies,
  hash: createHash('sha256').update(bodies.identity).digest('base64url').slice(0, 22),
});

/** Sends an asset in the coding that the client prefers, or status 304 if the client already has the asset. */
export function sendAsset(
  request: IncomingMessage,
  response: ServerResponse,
  { type, bodies, hash }: Asset,
  cacheControl: string,
): void {
  const encoding = encodingFor(String(request.headers['accept-encoding'] ?? ''));
  const etag = encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`;
  response.setHeader('cache-control', cacheControl);
  response.setHeader('etag', etag);
  response.appendHeader('vary', 'Accept-Encoding');
  if (isFresh(request.headers['if-none-match'], etag)) return void response.writeHead(304).end();
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
  response.writeHead(200, { 'content-type': type, 'content-length': bodies[encoding].byteLength });
  response.end(request.method === 'HEAD' ? undefined : bodies[encoding]);
}
