import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ARGUMENT_NAMES, type NeighborhoodRequest, parseNeighborhood } from '../arguments/neighborhood-text.ts';
import type { Config } from '../config.ts';
import type { Graph } from '../graph/connect.ts';
import { badInput, coded } from '../graph/errors.ts';
import { type Encoding, encoderOf, encoderVersion, encodingFor, inChunks } from '../http/encoding.ts';
import { entityTag, isFresh } from '../http/entity-tag.ts';
import type { Route } from '../http/route.ts';
import type { RequestTrace } from '../http/trace.ts';
import { VERSION } from '../version.ts';
import { EXPORT_FORMAT_NAMES, formatNamed } from './formats.ts';
import type { ExportCompleteness, ExportFormat } from './graph.ts';
import { dataVersionNow, openWholeGraph, readNeighborhood, wholeGraphAs } from './read-graph.ts';

const PREFIX = '/graph/';
/**
 * The deadline of a request is that of a neighborhood, and of each step of a whole graph, which may take so many of them: a
 * download of megabytes is no statement that hangs.
 */
const STEPS = 75;

type RouteConfig = Pick<Config, 'REQUEST_TIMEOUT_MS' | 'CORS_ORIGINS'>;

/** What is sent, and what is told of it in headers. */
interface Answer {
  dataVersion: string;
  completeness: ExportCompleteness;
  text: AsyncIterable<string>;
}

/** `GET /graph/<format>?of=…&depth=…`: what is around some entities, or without `of` the whole graph, in a format of choice. */
export function exportRoute(graph: Graph, config: RouteConfig): Route {
  const timeoutMs = config.REQUEST_TIMEOUT_MS;
  return {
    matches: (path) => path.startsWith(PREFIX),
    async answer(request, response, trace) {
      letOthersRead(response, header(request, 'origin'), config);
      const { format, question } = asked(request);
      const encoding = encodingFor(header(request, 'accept-encoding'));
      const tagOf = (dataVersion: string) =>
        entityTag(VERSION, format.name, question?.question ?? null, dataVersion, encoderVersion(encoding));
      const ifNoneMatch = header(request, 'if-none-match');
      const { deadline, signal } = trace;

      if (ifNoneMatch !== undefined) {
        const tag = tagOf(await dataVersionNow(graph, { deadline, signal }));
        if (isFresh(ifNoneMatch, tag)) {
          announce(response, tag);
          response.writeHead(304).end();
          return;
        }
      }
      const answer = question
        ? await neighborhood(graph, format, question, trace)
        : await wholeGraph(graph, format, timeoutMs, trace);
      // What fails at once is still an answer of its own: nothing is said before there is something to send.
      const chunks = inChunks(answer.text);
      const first = await chunks.next();
      announce(response, tagOf(answer.dataVersion));
      describe(response, format, question, encoding, answer);
      if (request.method === 'HEAD') {
        await chunks.return(undefined);
        response.end();
        return;
      }
      response.setTimeout(2 * timeoutMs, () => response.destroy()); // a client that takes nothing any more
      const body = Readable.from(following(first, chunks), { objectMode: false });
      try {
        await (encoding === 'identity' ? pipeline(body, response) : pipeline(body, encoderOf(encoding), response));
      } catch (error) {
        if (!trace.signal.aborted) throw error;
      }
    },
  };
}

async function neighborhood(
  graph: Graph,
  format: ExportFormat,
  { params, question }: NeighborhoodRequest,
  trace: RequestTrace,
) {
  const { deadline, signal } = trace;
  const found = await readNeighborhood(graph, params, question, { deadline, signal });
  const { dataVersion, about } = found;
  return { dataVersion, completeness: about.completeness, text: format.write(found) } satisfies Answer;
}

async function wholeGraph(graph: Graph, format: ExportFormat, timeoutMs: number, { signal }: RequestTrace) {
  const whole = await openWholeGraph(graph, { stepMs: timeoutMs, totalMs: timeoutMs * STEPS, signal });
  const { dataVersion, about } = whole;
  return { dataVersion, completeness: about.completeness, text: wholeGraphAs(format, whole) } satisfies Answer;
}

/** What a URL asks for. Throws NOT_FOUND for a format that there is not, BAD_USER_INPUT for anything else. */
function asked(request: IncomingMessage): { format: ExportFormat; question: NeighborhoodRequest | null } {
  const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
  const format = formatNamed(path.slice(PREFIX.length));
  if (format === undefined) throw coded('NOT_FOUND', `format: ${EXPORT_FORMAT_NAMES.join(', ')}`);
  const given = new URLSearchParams(query);
  for (const name of new Set(given.keys())) {
    if (!ARGUMENT_NAMES.some((one) => one === name)) throw badInput(`${name}: there are ${ARGUMENT_NAMES.join(', ')}`);
  }
  return { format, question: parseNeighborhood((name) => given.getAll(name)) };
}

/** Pages of other origins that are allowed may read it, headers included: Gephi Lite opens a file by its URL. */
function letOthersRead(response: ServerResponse, origin: string | undefined, { CORS_ORIGINS }: RouteConfig): void {
  if (CORS_ORIGINS.length === 0) return;
  const all = CORS_ORIGINS.includes('*');
  if (!all) response.setHeader('vary', 'Origin');
  if (!all && (origin === undefined || !CORS_ORIGINS.includes(origin))) return;
  response.setHeader('access-control-allow-origin', all ? '*' : (origin ?? ''));
  response.setHeader('access-control-expose-headers', 'ETag, Glossograph-Completeness, Glossograph-Data-Version');
}

/** A cache may keep it, asks whether it is still so, and leaves its bytes as they are, for which the tag stands. */
function announce(response: ServerResponse, tag: string): void {
  response.setHeader('etag', tag);
  response.appendHeader('vary', 'Accept-Encoding');
  response.setHeader('cache-control', 'no-cache, no-transform');
}

function describe(
  response: ServerResponse,
  { mediaType, extension }: ExportFormat,
  question: NeighborhoodRequest | null,
  encoding: Encoding,
  { dataVersion, completeness: { exact, reasons, omittedNodes } }: Answer,
): void {
  const part = question?.params.of[0]?.replace(/[^\w.-]+/g, '-').slice(0, 80);
  const name = part === undefined ? 'glossograph' : `glossograph-${part}`;
  const said = reasons.map((reason) => `"${reason}"`).join(' ');
  response.setHeader('content-type', `${mediaType}; charset=utf-8`);
  response.setHeader('content-disposition', `attachment; filename="${name}.${extension}"`);
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
  response.setHeader('glossograph-data-version', dataVersion);
  // A dictionary of RFC 9651: see `Completeness` in the API.
  response.setHeader(
    'glossograph-completeness',
    `exact=?${exact ? 1 : 0}, reasons=(${said}), omitted-nodes=${omittedNodes}`,
  );
}

async function* following(first: IteratorResult<Buffer, void>, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
};
