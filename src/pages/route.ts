import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Config } from '../config.ts';
import type { Graph } from '../graph/connect.ts';
import { badInput } from '../graph/errors.ts';
import { answeredAsFresh } from '../http/entity-tag.ts';
import { pathOf, type Route, statusOf } from '../http/route.ts';
import type { RequestTrace } from '../http/trace.ts';
import { DAY_FORM, isDay } from '../model/day.ts';
import { encodeName, segmentOf } from './address.ts';
import { createAsk } from './ask.ts';
import { removed, removedAt } from './gone.ts';
import { type Html, html } from './html.ts';
import { PAGE_KINDS } from './kinds/index.ts';
import { layout } from './layout.ts';
import { notFound } from './not-found.ts';
import { STYLESHEET, STYLESHEET_PATH } from './stylesheet.ts';

/** Pages run no scripts, are not framed, and load nothing from other servers. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Titles of pages for errors that a reader can act on. The server masks all other errors. */
const TOLD: Readonly<Record<string, string>> = {
  BAD_USER_INPUT: 'This address is not valid',
  TIMEOUT: 'This page took too long',
  DATABASE_UNAVAILABLE: 'Temporarily unavailable',
};

/** The route of the pages of entities (/term/ehr, /regulation/45-CFR-171.203, /standard/uscdi/v3) and of their style sheet. */
export function pagesRoute({ graph, config }: { graph: Graph; config: Config }): Route {
  const askFor = createAsk(graph);
  const kinds = new Map(PAGE_KINDS.map((kind) => [segmentOf(kind.kind), kind]));

  /** A page that is not about an entity: it says what is wrong with the request. */
  const noPage = (title: string, main: Html) => layout({ title, what: 'Error', main, graphiql: config.GRAPHIQL });

  const page = async (request: IncomingMessage, response: ServerResponse, trace: RequestTrace) => {
    const { path, segment, name, given } = addressIn(request);
    const kind = kinds.get(segment);
    if (kind === undefined) throw badInput('address: must be the address of a page on this server');
    const asOf = dayIn(given.get('asOf'));
    const ask = askFor(trace);
    const answer = await kind.answer({ name, asOf, after: given.get('after'), ask });
    if (answer === null) {
      const gone = await removedAt(ask, kind.kind, name);
      if (gone) return send(request, response, 410, noPage('Removed', await removed(ask, gone)));
      return send(request, response, 404, noPage('Not found', await notFound(ask, kind.kind, name, asOf)));
    }
    if ('location' in answer) return redirect(response, answer.location, answer.forGood);
    const home = `/${segment}/${encodeName(name)}`;
    if (path !== home) return redirect(response, given.size === 0 ? home : `${home}?${given}`, true);
    const canonical = `${config.PUBLIC_URL ?? ''}${home}`;
    response.setHeader('link', `<${canonical}>; rel="canonical"`);
    send(request, response, 200, layout({ ...answer, canonical, graphiql: config.GRAPHIQL }));
  };

  return {
    matches: (path) => path === STYLESHEET_PATH || kinds.has(/^\/([a-z]+)\/[^/]/.exec(path)?.[1] ?? ''),
    async answer(request, response, trace) {
      if (pathOf(request) === STYLESHEET_PATH) return stylesheet(response);
      try {
        await page(request, response, trace);
      } catch (error) {
        const told = error instanceof GraphQLError ? TOLD[String(error.extensions.code)] : undefined;
        if (told === undefined || !(error instanceof GraphQLError)) throw error;
        trace.codes = [String(error.extensions.code)];
        const document = noPage(told, html`<p class="lead">${error.message}</p>`);
        send(request, response, statusOf(error.extensions.code), document);
      }
    },
  };
}

/** Splits an address into its parts. */
function addressIn({ url = '/' }: IncomingMessage) {
  const mark = url.indexOf('?');
  const [path, query] = mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark)];
  const given = new URLSearchParams(query);
  const [, segment = '', encoded = ''] = /^\/([a-z]+)\/(.*)$/s.exec(path) ?? [];
  try {
    return { path, segment, name: decodeURIComponent(encoded).replace(/\/+$/, ''), given };
  } catch {
    throw badInput('address: must be percent-encoded UTF-8');
  }
}

function dayIn(given: string | null): string | null {
  if (given === null || given === '') return null;
  if (!isDay(given)) throw badInput(`asOf: must be ${DAY_FORM}`);
  return given;
}

function redirect(response: ServerResponse, location: string, forGood: boolean): void {
  response.writeHead(forGood ? 308 : 302, { location, 'cache-control': 'no-cache' }).end();
}

function stylesheet(response: ServerResponse): void {
  response
    .writeHead(200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    .end(STYLESHEET);
}

/** Sends a document, or 304 if the browser has the current one. */
function send(request: IncomingMessage, response: ServerResponse, status: number, document: Html): void {
  const body = document.toString();
  response.setHeader('content-security-policy', POLICY);
  response.setHeader('cache-control', 'no-cache');
  if (status === 200 && answeredAsFresh(request, response, body)) return;
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
}
