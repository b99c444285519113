/** Why the local Neo4j cannot be had. `code` is for programs, `message` is whole: what is wrong and the way out. */
export type LocalServerCode =
  | 'NO_JAVA'
  | 'NO_MAVEN'
  | 'DOWNLOAD_FAILED'
  | 'LOCKED'
  | 'NEWER_FORMAT'
  | 'START_FAILED'
  | 'BAD_FORMAT'
  | 'NO_PASSWORD'
  | 'DISK_FULL'
  | 'DAMAGED_STORE'
  | 'ORPHAN'
  | 'NO_FOLDER';

/** The one error that everything in this folder throws. */
export class LocalServerError extends Error {
  override readonly name = 'LocalServerError';
  readonly code: LocalServerCode;

  constructor(code: LocalServerCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The other ways to a Neo4j, for messages. */
export const OTHER_WAYS = 'set NEO4J_URI to the address of your own Neo4j server, or run `docker compose up`';
