/** Why the local Neo4j is not available. `code` is for programs. `message` states the problem and the solution. */
export type LocalServerCode =
  | 'NO_JAVA'
  | 'NO_MAVEN'
  | 'DOWNLOAD_FAILED'
  | 'CHANGED_DOWNLOAD'
  | 'LOCKED'
  | 'NEWER_FORMAT'
  | 'START_FAILED'
  | 'BAD_FORMAT'
  | 'NO_PASSWORD'
  | 'DISK_FULL'
  | 'DAMAGED_STORE'
  | 'ORPHAN'
  | 'NO_FOLDER';

/** The error that every function in this folder throws. */
export class LocalServerError extends Error {
  override readonly name = 'LocalServerError';
  readonly code: LocalServerCode;

  constructor(code: LocalServerCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The other ways to provide a Neo4j, for error messages. */
export const OTHER_WAYS = 'set NEO4J_URI to the address of your own Neo4j server, or run `docker compose up`';
