/** Caches the responses to queries until the graph or the day changes. */
import { createHash } from 'node:crypto';
import { type DocumentNode, type ExecutionResult, getOperationAST, stripIgnoredCharacters } from 'graphql';
import { LRUCache } from 'lru-cache';
import { today } from '../model/day.ts';
import { canonicalJson } from '../store/canonical.ts';
import type { CacheReading } from '../telemetry/metrics.ts';
import type { KeptAnswer } from './kept-answer.ts';

/** The graph versions that determine whether a cached response is still valid: see `GraphVersions`. */
export interface Versions {
  /** The version from a read that starts after this call. Undefined if the version is not certain. */
  current(): Promise<string | undefined>;
  /** A version that the graph had a moment ago. Everything that is read from now on has this version or a later one. */
  known(): string | undefined;
}

/** The parts of a request that determine its response. */
export interface CachedQuestion {
  query: string;
  operationName?: string | null | undefined;
  variables?: object | null | undefined;
  /**
   * The caller. Not used until responses depend on it. An API key decides only whether a request is answered at all, and
   * the server checks that before it looks for a cached response. The response is the same for all keys.
   */
  caller?: string | undefined;
}

/** The result of a lookup: the cached response, or a function that caches the new response. */
export interface LookUp {
  readonly kept?: KeptAnswer;
  /** Caches a response that `isLasting` accepts. */
  keep(answer: KeptAnswer): void;
}

/** The settings of a cache. */
export interface ResponseCacheOptions {
  /** The memory limit, in bytes. */
  bytes: number;
  versions: Versions;
  /** Other state on which responses depend, such as the state of this process. */
  situation?: (() => string) | undefined;
}

interface Entry {
  readonly version: string;
  readonly answer: KeptAnswer;
}

/** The memory of an entry beside its body, roughly; compressed bodies count as another body. */
const OVERHEAD = 600;
const ENCODINGS = 2;
/** One answer has at most this share of the memory, so that it does not push out all others. */
const LARGEST_SHARE = 1 / 8;
/** The share of the memory for the texts of documents. */
const TEXT_SHARE = 1 / 16;

/** Responses in memory, up to a size limit. The least recently used responses are removed first. */
export class ResponseCache {
  private readonly entries: LRUCache<string, Entry>;
  /** The digest of the canonical text, for each text that was answered. Other texts have no answer here. */
  private readonly digests: LRUCache<string, string>;
  private readonly versions: Versions;
  private readonly situation: () => string;
  private hits = 0;
  private misses = 0;

  constructor({ bytes, versions, situation = () => '' }: ResponseCacheOptions) {
    const forTexts = Math.max(1, Math.floor(bytes * TEXT_SHARE));
    const forAnswers = Math.max(1, bytes - forTexts);
    this.entries = new LRUCache({
      maxSize: forAnswers,
      maxEntrySize: Math.max(1, Math.floor(forAnswers * LARGEST_SHARE)),
      sizeCalculation: ({ answer: { size } }) => size * ENCODINGS + OVERHEAD,
    });
    this.digests = new LRUCache({ maxSize: forTexts, sizeCalculation: (_digest, text) => text.length * 2 + OVERHEAD });
    this.versions = versions;
    this.situation = situation;
  }

  /** The memory in use, in bytes. */
  get size(): number {
    return this.entries.calculatedSize + this.digests.calculatedSize;
  }

  /** The use of the cache since the process started. */
  get reading(): CacheReading {
    return { hits: this.hits, misses: this.misses, bytes: this.size };
  }

  /**
   * Looks up the response to a query. Returns the response only if the graph has not changed, according to a read of
   * the version that starts after this call. Never rejects. If there is no response, use `keep` to cache the new one.
   */
  async lookUp(question: CachedQuestion): Promise<LookUp> {
    const rest = restOf(question, this.situation());
    if (rest === undefined) {
      this.misses += 1;
      return { keep: () => undefined };
    }
    const digest = this.digests.get(question.query);
    const entry = digest === undefined ? undefined : this.entries.get(keyOf(digest, rest));
    const isCurrent = entry !== undefined && (await this.versions.current()) === entry.version;
    if (isCurrent) this.hits += 1;
    else this.misses += 1;
    // Everything that is read for this answer is read after this moment, so it belongs to this version or to a later one.
    const version = this.versions.known();
    return {
      ...(isCurrent && { kept: entry.answer }),
      keep: (answer) => {
        if (version !== undefined) this.keep(question.query, rest, { version, answer });
      },
    };
  }

  private keep(query: string, rest: string, entry: Entry): void {
    const digest = this.digests.get(query) ?? sha256(stripIgnoredCharacters(query));
    this.digests.set(query, digest);
    this.entries.set(keyOf(digest, rest), entry);
  }
}

/**
 * Whether the response can be reused: it belongs to a query, it is complete, and nothing in it depends on a time limit.
 */
export function isLasting(
  { data, errors }: ExecutionResult,
  document: DocumentNode,
  operationName: string | null | undefined,
  context: unknown,
): boolean {
  if (!data || errors !== undefined || (context as { isPassing?: boolean } | null)?.isPassing) return false;
  return getOperationAST(document, operationName)?.operation === 'query';
}

/** All of a question but its document; undefined for variables that nest too deeply to be compared. */
function restOf({ operationName, variables, caller }: CachedQuestion, situation: string): string | undefined {
  try {
    return canonicalJson([operationName ?? null, caller ?? null, today(), situation, variables ?? {}]);
  } catch {
    return undefined;
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');
const keyOf = (digest: string, rest: string) => sha256(digest + rest);
