import { totalmem } from 'node:os';

/** The memory of a local Neo4j, in MiB. */
export interface ServerMemory {
  heap: number;
  /**
   * The page cache, in which Neo4j keeps parts of its store. If the store does not fit, Neo4j reads it from the disk
   * repeatedly.
   */
  pageCache: number;
}

/** The values that determine the memory of a local Neo4j, in MiB. */
export interface MemoryNeeds {
  /** The size of the store. */
  store: number;
  /** The memory of the machine or of the container. */
  machine: number;
  /** The heap size that the user set. */
  heap?: number | undefined;
  /** The page cache size that the user set. */
  pageCache?: number | undefined;
}

const LEAST_HEAP = 256;
const LEAST_PAGE_CACHE = 128;
/** For the API, the operating system and the JVM itself. */
const RESERVE = 1_024;

/**
 * Chooses the sizes of the heap and the page cache. The heap gets a quarter of the machine's memory. The page cache
 * gets one and a half times the size of the store because imports make the store grow. If the store is small, the page
 * cache gets an eighth of the machine's memory. The page cache never gets more than half the machine's memory or more
 * than the heap leaves. Neo4j allocates the page cache only as it uses it.
 */
export function memoryFor({ store, machine, heap, pageCache }: MemoryNeeds): ServerMemory {
  const chosenHeap = heap ?? Math.max(LEAST_HEAP, Math.floor(machine / 4));
  const most = Math.min(machine / 2, machine - chosenHeap - RESERVE);
  const wanted = Math.max(store * 1.5, machine / 8);
  return { heap: chosenHeap, pageCache: pageCache ?? Math.max(LEAST_PAGE_CACHE, Math.floor(Math.min(wanted, most))) };
}

/** The memory of this machine, or of the container that limits this process, in MiB. */
export function machineMebibytes(): number {
  const limit = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  return Math.floor(Math.min(totalmem(), limit) / 1024 ** 2);
}

/** The number of MiB in a size such as "512m" or "4g". */
export const mebibytes = (size: string): number => Number.parseInt(size, 10) * (size.endsWith('g') ? 1024 : 1);

/** A size for messages, such as "512 MiB" or "5.8 GiB". */
export const sizeInWords = (size: number): string =>
  size < 1024 ? `${size} MiB` : `${(size / 1024).toFixed(1).replace(/\.0$/, '')} GiB`;
