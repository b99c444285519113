import { totalmem } from 'node:os';

/** The memory of a local Neo4j, in MiB. */
export interface ServerMemory {
  heap: number;
  /** Neo4j keeps parts of its store in it; a store that does not fit is read from the disk again and again. */
  pageCache: number;
}

/** What the memory of a local Neo4j is chosen from, in MiB. */
export interface MemoryNeeds {
  /** The size of the store. */
  store: number;
  /** The memory of the machine, or of the container. */
  machine: number;
  /** Set by the user. */
  heap?: number | undefined;
  /** Set by the user. */
  pageCache?: number | undefined;
}

const LEAST_HEAP = 256;
const LEAST_PAGE_CACHE = 128;
/** For the API, the operating system and the JVM itself. */
const RESERVE = 1_024;

/**
 * Chooses the heap and the page cache. The heap is a quarter of the machine. The page cache holds the store and half as
 * much again, as an import makes it grow, and an eighth of the machine for a store that is still small; but never more than
 * half the machine or than what the heap leaves. Neo4j takes the memory of the page cache only as it uses it.
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

/** A size for people: "512 MiB", "5.8 GiB". */
export const sizeInWords = (size: number): string =>
  size < 1024 ? `${size} MiB` : `${(size / 1024).toFixed(1).replace(/\.0$/, '')} GiB`;
