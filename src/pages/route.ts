import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { sendAsset } from '../assets/asset.ts';
import type { Config } from '../config.ts';
import type { Graph } from '../graph/connect.ts';
import { answeredAsFresh } from '../http/entity-tag.ts';
import type { ServerLoad } from '../http/load.ts';
import { pathOf, type Route, statusOf } from '../http/route.ts';
import type { CacheReading } from '../telemetry/metrics.ts';
import { createPageAnswers, type PageAnswer } from './answers.ts';
import { PAGES_PREFIX, pagesAssets } from './assets.ts';
import { STYLESHEET, STYLESHEET_PATH } from './stylesheet.ts';

/** Pages run scripts of this server only, are not framed, and load nothing from other servers. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Titles of pages for errors that a reader can act on. The server masks all other errors. */
const TOLD: Readonly<Record<string, string>> = {
  BAD_USER_INPUT: 'This address is not valid',
  TIMEOUT: 'This page took too long',
  OVERLOADED: 'This server is busy',
  DATABASE_UNAVAILABLE: 'Temporarily unavailable',
};

/** The route of all pages, and the use of the pages that it caches. */
export interface PagesRoute extends Route {
  keptPages(): CacheReading;
}

/**
 * The route of all pages (/, /terms, /term/ehr, /regulation/45-CFR-171.203), of their style sheet, and of their script.
 */
export function pagesRoute(parts: { graph: Graph; config: Config; load: ServerLoad }): PagesRoute {
  const answers = createPageAnswers(parts);
  return {
    kind: 'page',
    keptPages: () => answers.kept,
    matches: (path) => path.startsWith(PAGES_PREFIX) || answers.has(path),
    async answer(request, response, trace) {
      const path = pathOf(request);
      if (path.startsWith(PAGES_PREFIX)) {
        trace.route = 'file';
        return sendFile(request, response, path);
      }
      try {
        sendAnswer(request, response, await answers.to(request.url ?? '/', trace));
      } catch (error) {
        const told = error instanceof GraphQLError ? TOLD[String(error.extensions.code)] : undefined;
        if (told === undefined || !(error instanceof GraphQLError)) throw error;
        const { code, http } = error.extensions;
        for (const [name, value] of Object.entries(http?.headers ?? {})) response.setHeader(name, value);
        trace.codes = [String(code)];
        sendAnswer(request, response, await answers.failed(statusOf(code), { title: told, main: error.message }));
      }
    },
  };
}

const FOR_GOOD = 'public, max-age=31536000, immutable';

/** Sends the style sheet or a script. A page from before an update may ask for a removed file: browsers must not keep that answer. */
async function sendFile(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  if (path === STYLESHEET_PATH) {
    response.writeHead(200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': FOR_GOOD }).end(STYLESHEET);
    return;
  }
  const file = (await pagesAssets()).files.get(path.slice(PAGES_PREFIX.length));
  if (file) return sendAsset(request, response, file, FOR_GOOD);
  response
    .writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .end('Not found.');
}

function sendAnswer(request: IncomingMessage, response: ServerResponse, { status, headers, body }: PageAnswer): void {
  if ('location' in headers) return void response.writeHead(status, headers).end();
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  send(request, response, status, body);
}

/** Sends a document, or status 304 if the browser has the current one. */
export function send(request: IncomingMessage, response: ServerResponse, status: number, body: string): void {
  response.setHeader('content-security-policy', POLICY);
  response.setHeader('cache-control', 'no-cache');
  if (status === 200 && answeredAsFresh(request, response, body)) return;
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'text/html; charset=utf-8');
  response.writeHead(status).end(body);
}
