import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExportFilter } from '../../cypher/export/index.ts';
import {
  ARGUMENT_NAMES,
  type NeighborhoodRequest,
  parseNeighborhood,
  parseWhole,
  type WholeRequest,
} from '../arguments/neighborhood-text.ts';
import type { Config } from '../config.ts';
import type { Graph } from '../graph/connect.ts';
import { badInput, coded } from '../graph/errors.ts';
import { allowOrigin, RATE_HEADERS } from '../http/cors.ts';
import { type Encoding, encoderOf, encoderVersion, encodingFor, inChunks } from '../http/encoding.ts';
import { entityTag, isFresh } from '../http/entity-tag.ts';
import type { ServerLoad } from '../http/load.ts';
import type { Route } from '../http/route.ts';
import type { RequestTrace } from '../http/trace.ts';
import { today } from '../model/day.ts';
import { VERSION } from '../version.ts';
import { EXPORT_FORMAT_NAMES, formatNamed } from './formats.ts';
import type { ExportCompleteness, ExportFormat } from './graph.ts';
import { dataVersionNow, openWholeGraph, readNeighborhood, wholeGraphAs } from './read-graph.ts';
import { SAFE, safeVariant } from './safe.ts';

const PREFIX = '/graph/';
const ACCEPTED: readonly string[] = [...ARGUMENT_NAMES, SAFE.name];
/** The headers that pages on other sites can read: Gephi Lite, for example, opens a file by its URL. */
const EXPOSED = ['ETag', 'Glossograph-Completeness', 'Glossograph-Data-Version', ...RATE_HEADERS];
/**
 * A whole graph may take so many times the time limit of a request, which applies to each of its pages: a long download is not
 * a statement that hangs.
 */
const STEPS = 75;
/** The weight of a neighborhood, however large it is. */
const WEIGHT = 20_000;

type RouteConfig = Pick<Config, 'REQUEST_TIMEOUT_MS' | 'CORS_ORIGINS' | 'PUBLIC_URL'>;

/** An export: its text and the values of its headers. */
interface Export {
  dataVersion: string;
  completeness: ExportCompleteness;
  text: AsyncIterable<string>;
}

/** The route `GET /graph/<format>?of=…&depth=…`. It exports a neighborhood, or the whole graph if `of` is missing. */
export function exportRoute(graph: Graph, config: RouteConfig, load: ServerLoad): Route {
  const base = config.PUBLIC_URL;
  const timeoutMs = config.REQUEST_TIMEOUT_MS;
  return {
    kind: 'export',
    matches: (path) => path.startsWith(PREFIX),
    async answer(request, response, trace) {
      allowOrigin(response, header(request, 'origin'), config, EXPOSED);
      const { format, safe, question, whole } = parseUrl(request);
      const encoding = encodingFor(header(request, 'accept-encoding'));
      // A neighborhood without a day holds what is in force today, so it changes at midnight even if the data does not.
      const day = question === null ? null : (question.params.asOf ?? today());
      const tagOf = (dataVersion: string) =>
        entityTag(
          ...[VERSION, format.name, safe, question?.question ?? whole.question, base ?? null, day, dataVersion],
          encoderVersion(encoding),
        );
      const ifNoneMatch = header(request, 'if-none-match');
      const { deadline, signal } = trace;

      if (ifNoneMatch !== undefined) {
        const tag = tagOf(await dataVersionNow(graph, { deadline, signal }));
        if (isFresh(ifNoneMatch, tag)) {
          setCacheHeaders(response, tag);
          response.writeHead(304).end();
          return;
        }
      }
      const send = async () => {
        const answer = question
          ? await neighborhood(
              graph,
              format,
              { ...question, params: { ...question.params, asOf: day } },
              { base, trace },
            )
          : await wholeGraph(graph, format, whole.filter, { base, timeoutMs, trace });
        // Send no headers before the first chunk is ready, so that an error is still a response with its own status.
        const chunks = inChunks(answer.text);
        const first = await chunks.next();
        setCacheHeaders(response, tagOf(answer.dataVersion));
        setHeaders(response, format, question, encoding, answer);
        if (request.method === 'HEAD') {
          await chunks.return(undefined);
          response.end();
          return;
        }
        response.setTimeout(2 * timeoutMs, () => response.destroy()); // a client that has stopped reading
        const body = Readable.from(following(first, chunks), { objectMode: false });
        try {
          await (encoding === 'identity' ? pipeline(body, response) : pipeline(body, encoderOf(encoding), response));
        } catch (error) {
          if (!trace.signal.aborted) throw error;
        }
      };
      await (question ? load.queries.run(WEIGHT, trace, send) : load.exports.run(1, trace, send));
    },
  };
}

async function neighborhood(
  graph: Graph,
  format: ExportFormat,
  { params, question }: NeighborhoodRequest,
  { base, trace }: { base: string | undefined; trace: RequestTrace },
) {
  const { deadline, signal } = trace;
  const found = await readNeighborhood(graph, params, question, { deadline, signal });
  const { dataVersion, about } = found;
  return { dataVersion, completeness: about.completeness, text: format.write({ ...found, base }) } satisfies Export;
}

async function wholeGraph(
  graph: Graph,
  format: ExportFormat,
  filter: ExportFilter,
  { base, timeoutMs, trace: { signal } }: { base: string | undefined; timeoutMs: number; trace: RequestTrace },
) {
  const whole = await openWholeGraph(graph, { stepMs: timeoutMs, totalMs: timeoutMs * STEPS, signal }, filter);
  const { dataVersion, about } = whole;
  return {
    dataVersion,
    completeness: about.completeness,
    text: wholeGraphAs(format, { ...whole, base }),
  } satisfies Export;
}

/** Parses a URL. Throws NOT_FOUND for an unknown format and BAD_USER_INPUT for other faults. */
function parseUrl(request: IncomingMessage): {
  format: ExportFormat;
  safe: readonly string[];
  question: NeighborhoodRequest | null;
  whole: WholeRequest;
} {
  const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
  const format = formatNamed(path.slice(PREFIX.length));
  if (format === undefined) throw coded('NOT_FOUND', `format: must be one of ${EXPORT_FORMAT_NAMES.join(', ')}`);
  const given = new URLSearchParams(query);
  for (const name of new Set(given.keys())) {
    if (!ACCEPTED.includes(name))
      throw badInput(`${name}: unknown argument; the accepted arguments are ${ACCEPTED.join(', ')}`);
  }
  const safe = given.getAll(SAFE.name);
  const valuesOf = (name: string) => given.getAll(name);
  const question = parseNeighborhood(valuesOf);
  return { format: safeVariant(format, safe), safe, question, whole: parseWhole(valuesOf) };
}

/** Caches must revalidate the response and must not transform it: the strong tag identifies its bytes. */
function setCacheHeaders(response: ServerResponse, tag: string): void {
  response.setHeader('etag', tag);
  response.appendHeader('vary', 'Accept-Encoding');
  response.setHeader('cache-control', 'no-cache, no-transform');
}

function setHeaders(
  response: ServerResponse,
  { mediaType, extension }: ExportFormat,
  question: NeighborhoodRequest | null,
  encoding: Encoding,
  { dataVersion, completeness: { exact, reasons, omittedNodes } }: Export,
): void {
  const part = question?.params.of[0]?.replace(/[^\w.-]+/g, '-').slice(0, 80);
  const name = part === undefined ? 'glossograph' : `glossograph-${part}`;
  const list = reasons.map((reason) => `"${reason}"`).join(' ');
  response.setHeader('content-type', `${mediaType}; charset=utf-8`);
  response.setHeader('content-disposition', `attachment; filename="${name}.${extension}"`);
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
  response.setHeader('glossograph-data-version', dataVersion);
  // A dictionary of RFC 9651: see `Completeness` in the API.
  response.setHeader(
    'glossograph-completeness',
    `exact=?${exact ? 1 : 0}, reasons=(${list}), omitted-nodes=${omittedNodes}`,
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
