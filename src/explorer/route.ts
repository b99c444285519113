import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFresh } from '../http/entity-tag.ts';
import { pathOf, type Route } from '../http/route.ts';
import { assets } from './assets.ts';
import { HEADERS } from './headers.ts';
import { shell } from './shell.ts';

const PREFIX = '/explorer/';
const FOR_EVER = 'public, max-age=31536000, immutable';
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** The route of the explorer: the page at `/`, and its files under `/explorer/`. */
export const explorer: Route = {
  matches: (path) => path === '/' || path.startsWith(PREFIX),

  async answer(request, response) {
    const loaded = await assets();
    const path = pathOf(request);
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (path === '/') {
      return send(request, response, shell(loaded), 'text/html; charset=utf-8', 'no-cache');
    }
    const name = path.slice(PREFIX.length);
    const file = loaded.files.get(name);
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
    if (!file || !type) {
      // A page from before an update may ask for a removed file; browsers must not keep this response.
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
      return void response.end('Not found. The explorer is at /.');
    }
    send(request, response, file, type, FOR_EVER);
  },
};

function send(
  request: IncomingMessage,
  response: ServerResponse,
  content: string | Uint8Array,
  type: string,
  cache: string,
): void {
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  response.setHeader('cache-control', cache);
  response.setHeader('etag', etag);
  if (isFresh(request.headers['if-none-match'], etag)) return void response.writeHead(304).end();
  response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(content) });
  response.end(request.method === 'HEAD' ? undefined : content);
}
