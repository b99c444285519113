/** Creates the responses to page addresses, and caches those that are the same for every reader. */
import type { Config } from '../config.ts';
import type { Graph } from '../graph/connect.ts';
import { badInput } from '../graph/errors.ts';
import type { ServerLoad } from '../http/load.ts';
import type { RequestTrace } from '../http/trace.ts';
import { DAY_FORM, isDay } from '../model/day.ts';
import type { CacheReading } from '../telemetry/metrics.ts';
import { encodeName, segmentOf } from '../view/address.ts';
import { type Ask, createAsk } from './ask.ts';
import { scriptPath } from './assets.ts';
import { removed, removedAt } from './gone.tsx';
import { PAGE_KINDS } from './kinds/index.ts';
import { documentOf } from './layout.tsx';
import { notFound } from './not-found.tsx';
import type { PageContent, PageDownload, PageKind, PageRedirect, SitePage } from './page.ts';
import { Memory } from './remembered.ts';
import { SITE_PAGES } from './site/index.ts';

/** A response to send unchanged: a page, a file, or a redirect. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Creates the responses to page addresses. */
export interface PageAnswers {
  /** Whether the path belongs to a page. */
  has(path: string): boolean;
  /**
   * The response to an address.
   *
   * @throws GraphQLError BAD_USER_INPUT for an invalid address, and all errors from the API
   */
  to(url: string, trace: Pick<RequestTrace, 'deadline' | 'signal' | 'tracing'>): Promise<PageAnswer>;
  /** The use of the cached pages since the process started. */
  readonly kept: CacheReading;
  /** An error page. It is not about an entity in the graph, but explains what is wrong with the request. */
  failed(status: number, page: Pick<PageContent, 'title' | 'main'>): Promise<PageAnswer>;
}

const KINDS_BY_SEGMENT = new Map(PAGE_KINDS.map((kind) => [segmentOf(kind.kind), kind]));
const SITE_BY_PATH = new Map(SITE_PAGES.map((one) => [one.path, one]));

/** The most bytes of pages that are kept. Most pages have 20 to 100 KB. */
const KEPT_BYTES = 32 * 1024 * 1024;
/** The weight of a page that is not in the cache. Most pages cost less, and a reader waits for them. */
const PAGE_WEIGHT = 5_000;
/** V8 keeps each letter in two bytes if one of them lies beyond Latin 1, as an apostrophe does. */
const bytesOf = ({ body }: PageAnswer): number => body.length * 2;
const isKept = ({ status }: PageAnswer): boolean => status === 200;

/**
 * Creates the responses to all page addresses of a graph. A page is rendered once for each state of the data, and is
 * then cached as long as readers request it.
 */
export function createPageAnswers({
  graph,
  config,
  load,
}: {
  graph: Graph;
  config: Config;
  load: ServerLoad;
}): PageAnswers {
  const askFor = createAsk(graph);
  const graphiql = config.GRAPHIQL;
  const site = config.PUBLIC_URL ?? '';
  const memory = new Memory<PageAnswer>({ bytes: KEPT_BYTES, bytesOf });

  const found = async (page: PageContent | PageRedirect, address: string, url: string): Promise<PageAnswer> => {
    if ('location' in page) return redirectTo(page.location, page.forGood);
    const canonical = `${site}${address}`;
    return {
      status: 200,
      headers: { link: `<${canonical}>; rel="canonical"` },
      body: documentOf(page, { canonical, address: `${site}${url}`, graphiql, script: await scriptPath() }),
    };
  };

  const failed = async (status: number, page: Pick<PageContent, 'title' | 'main'>): Promise<PageAnswer> => {
    const settings = { graphiql, script: await scriptPath() };
    return { status, headers: {}, body: documentOf({ what: 'Error', description: null, ...page }, settings) };
  };

  const sitePage = async (one: SitePage, { url, given }: PageAddress, ask: Ask): Promise<PageAnswer> => {
    const page = await one.answer({ given, ask });
    return 'filename' in page ? download(page) : found(page, canonicalAddress(one, given), url);
  };

  const entityPage = async (kind: PageKind, address: PageAddress, ask: Ask): Promise<PageAnswer> => {
    const { path, segment, name, given } = address;
    const asOf = dayIn(given.get('asOf'));
    const answer = await kind.answer({ name, asOf, after: given.get('after'), given, ask, site });
    if (answer === null) {
      const gone = await removedAt(ask, kind.kind, name);
      if (gone) return failed(410, { title: 'Removed', main: await removed(ask, gone) });
      return failed(404, { title: 'Not found', main: await notFound(ask, kind.kind, name, asOf) });
    }
    const home = `/${segment}/${encodeName(name)}`;
    if (!('location' in answer) && path !== home) return redirectTo(given.size === 0 ? home : `${home}?${given}`, true);
    return found(answer, home, address.url);
  };

  return {
    get kept() {
      return memory.reading;
    },
    has: (path) =>
      SITE_BY_PATH.has(withoutSlash(path)) || KINDS_BY_SEGMENT.has(/^\/([a-z]+)\/[^/]/.exec(path)?.[1] ?? ''),
    async to(url, trace) {
      const address = addressIn(url);
      const ask = askFor(trace);
      const one = SITE_BY_PATH.get(withoutSlash(address.path));
      if (one && address.path !== one.path) return redirectTo(one.path, true);
      const made = (make: () => Promise<PageAnswer>) => load.queries.run(PAGE_WEIGHT, trace, make);
      if (one?.isRemembered === false) return made(() => sitePage(one, address, ask));
      if (one) return memory.recall(ask, url, () => made(() => sitePage(one, address, ask)), isKept);
      const kind = KINDS_BY_SEGMENT.get(address.segment);
      if (kind === undefined) throw badInput('address: must be the address of a page on this server');
      return memory.recall(ask, url, () => made(() => entityPage(kind, address, ask)), isKept);
    },
    failed,
  };
}

const withoutSlash = (path: string): string => (path.length > 1 ? path.replace(/\/$/, '') : path);

/** The address without parameters that only change how the page looks. */
function canonicalAddress({ path, canonicalParameters = [] }: SitePage, given: URLSearchParams): string {
  const kept = new URLSearchParams(
    canonicalParameters.flatMap((name): [string, string][] => {
      const value = given.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  return kept.size === 0 ? path : `${path}?${kept}`;
}

/** An address in its parts. */
interface PageAddress {
  /** The whole address, including its parameters. */
  readonly url: string;
  readonly path: string;
  /** The kind of the entity, as written in addresses. Empty if the page is not about an entity. */
  readonly segment: string;
  readonly name: string;
  readonly given: URLSearchParams;
}

function addressIn(url: string): PageAddress {
  const mark = url.indexOf('?');
  const [path, query] = mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark)];
  const given = new URLSearchParams(query);
  const [, segment = '', encoded = ''] = /^\/([a-z]+)\/(.*)$/s.exec(path) ?? [];
  try {
    return { url, path, segment, name: decodeURIComponent(encoded).replace(/\/+$/, ''), given };
  } catch {
    throw badInput('address: must be percent-encoded UTF-8');
  }
}

function dayIn(given: string | null): string | null {
  if (given === null || given === '') return null;
  if (!isDay(given)) throw badInput(`asOf: must be ${DAY_FORM}`);
  return given;
}

const redirectTo = (location: string, forGood: boolean): PageAnswer => ({
  status: forGood ? 308 : 302,
  headers: { location, 'cache-control': 'no-cache' },
  body: '',
});

/** A file for the reader to keep. */
const download = ({ type, filename, body }: PageDownload): PageAnswer => ({
  status: 200,
  headers: {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${filename}"`,
  },
  body,
});
