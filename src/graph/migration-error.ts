/** Why a graph cannot be migrated to this version. The message states the solution. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  /**
   * CHANGED: the statements in an applied file have changed. NEWER: the graph has a migration that this version does
   * not know. OLD_FORM: no migration can convert the data. LOCKED: another process is still migrating the graph.
   */
  readonly code: 'CHANGED' | 'NEWER' | 'OLD_FORM' | 'LOCKED';

  constructor(code: MigrationError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
