/** Documents that clients identify by their hash: automatic persisted queries and a list of trusted documents. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { type Config, ConfigError } from '../config.ts';
import { badRequest } from './bad-request.ts';
import { CHALLENGE, KEY_NEEDED } from './door.ts';
import type { RequestTrace } from './trace.ts';

/** `extensions.persistedQuery`, as Apollo Client and urql send it. */
const Persisted = z.object({ version: z.literal(1), sha256Hash: z.string().regex(/^[\da-f]{64}$/) });

/** The parts of a request that name its document. */
interface NamedDocument {
  query?: unknown;
  extensions?: unknown;
}

/** The memory for documents that clients have registered, in bytes. */
const REGISTERED_BYTES = 8 * 1024 * 1024;

/**
 * The answer to an unknown hash. Clients know this message and this code, with the status 200: they send the text at once,
 * together with its hash, and from then on the hash alone.
 */
const notFound = () =>
  new GraphQLError('PersistedQueryNotFound', {
    extensions: {
      code: 'PERSISTED_QUERY_NOT_FOUND',
      http: { status: 200, headers: { 'cache-control': 'private, no-cache, must-revalidate' } },
    },
  });

const notTrusted = () =>
  new GraphQLError('This server accepts only the documents in its list of trusted documents.', {
    extensions: { code: 'FORBIDDEN', http: { status: 403 } },
  });

/** The answer to a visitor of the website who asks for anything but the website's own documents. */
const keyNeeded = () =>
  new GraphQLError(KEY_NEEDED, {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401, headers: { 'www-authenticate': CHALLENGE } } },
  });

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Finds the text of the document that a request identifies. */
export class PersistedQueries {
  private readonly trusted: ReadonlyMap<string, string>;
  private readonly own: ReadonlySet<string>;
  private readonly isClosed: boolean;
  private readonly registered = new LRUCache<string, string>({
    maxSize: REGISTERED_BYTES,
    sizeCalculation: (text) => text.length * 2 + 200,
  });

  /**
   * @param isClosed whether only trusted documents are accepted
   * @param own the texts of the website's own documents, which are also trusted
   */
  constructor(listed: ReadonlyMap<string, string> = new Map(), isClosed = false, own: Iterable<string> = []) {
    const hashed = [...own].map((text) => [sha256(text), text] as const);
    this.trusted = new Map([...listed, ...hashed]);
    this.own = new Set(hashed.map(([hash]) => hash));
    this.isClosed = isClosed;
  }

  /**
   * Returns the request with the text of its document, if the request identifies the document by a hash. Registers a
   * text that comes with its hash.
   *
   * @throws GraphQLError PERSISTED_QUERY_NOT_FOUND, FORBIDDEN, UNAUTHENTICATED, BAD_REQUEST
   */
  resolve<Params extends NamedDocument>(
    params: Params,
    { isVisitor = false }: Pick<RequestTrace, 'isVisitor'>,
  ): Params {
    const { extensions } = params;
    const query = params.query === '' ? undefined : (params.query ?? undefined);
    // Neither a hash nor a header of the website's pages proves anything, but the text of the document does.
    if (isVisitor && !(typeof query === 'string' && this.own.has(sha256(query)))) throw keyNeeded();
    const named = typeof extensions === 'object' && extensions !== null && 'persistedQuery' in extensions;
    if (!named) {
      if (this.isClosed && typeof query === 'string' && !this.trusted.has(sha256(query))) throw notTrusted();
      return params;
    }
    const parsed = Persisted.safeParse(extensions.persistedQuery);
    if (!parsed.success) {
      throw badRequest(
        'extensions.persistedQuery: must be an object with `version` (the number 1) and `sha256Hash` (64 hexadecimal digits in lowercase)',
      );
    }
    const { sha256Hash: hash } = parsed.data;
    if (query === undefined) return { ...params, query: this.textOf(hash) };
    if (typeof query !== 'string') return params; // reported with the other parameters
    if (sha256(query) !== hash) {
      throw badRequest('extensions.persistedQuery.sha256Hash: must be the SHA-256 hash of `query`');
    }
    if (this.isClosed && !this.trusted.has(hash)) throw notTrusted();
    if (!this.trusted.has(hash)) this.registered.set(hash, query);
    return params;
  }

  private textOf(hash: string): string {
    const text = this.trusted.get(hash) ?? this.registered.get(hash);
    if (text !== undefined) return text;
    throw this.isClosed ? notTrusted() : notFound();
  }
}

/**
 * The persisted queries that the settings allow. The documents of this site's own pages are always trusted.
 *
 * @throws ConfigError if the list cannot be read
 */
export function persistedQueriesOf(
  { PERSISTED_QUERIES: file, PERSISTED_QUERIES_ONLY: isClosed }: Config,
  own: Iterable<string>,
): PersistedQueries {
  if (file === undefined && isClosed) {
    throw new ConfigError(
      'PERSISTED_QUERIES_ONLY: requires PERSISTED_QUERIES, which names the file with the trusted documents',
    );
  }
  const listed = file === undefined ? [] : Object.entries(readList(file));
  return new PersistedQueries(new Map(listed), isClosed, own);
}

function readList(file: string): Record<string, string> {
  const fault = (what: string) => new ConfigError(`PERSISTED_QUERIES: ${what}`);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw fault(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = z.record(z.string(), z.string()).safeParse(json);
  if (!parsed.success) throw fault(`${file} must be a JSON object that maps SHA-256 hashes to documents`);
  const wrong = Object.entries(parsed.data).find(([hash, text]) => hash !== sha256(text));
  if (wrong)
    throw fault(
      `${file}: ${wrong[0]} is not the SHA-256 hash of its document; the correct hash is ${sha256(wrong[1])}`,
    );
  return parsed.data;
}
