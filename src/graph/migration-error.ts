/** Why a graph cannot be brought to this version's shape. The message holds the way out. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  /**
   * CHANGED: an applied file has other statements now. NEWER: the graph has a migration that is unknown here.
   * OLD_FORM: the data is of a form that no migration can bring up to date.
   * LOCKED: another process keeps migrating the graph.
   */
  readonly code: 'CHANGED' | 'NEWER' | 'OLD_FORM' | 'LOCKED';

  constructor(code: MigrationError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
