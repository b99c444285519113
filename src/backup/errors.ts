/** Why a backup cannot be made or restored. The message states the problem and the solution. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  /**
   * EXISTS: the file exists already. CHANGED: the graph kept changing. NO_FILE: the file cannot be read or written.
   * NOT_A_BACKUP: the file has another form. VERSION: this version of Glossograph cannot read the file. DAMAGED: the
   * file was changed after it was written. INVALID: the content does not follow the format. NOT_EMPTY: the graph has
   * data. UNFINISHED: an earlier restore did not finish. BUSY: another restore is under way. FAILED: the restore could
   * not write.
   */
  readonly code:
    | 'EXISTS'
    | 'CHANGED'
    | 'NO_FILE'
    | 'NOT_A_BACKUP'
    | 'VERSION'
    | 'DAMAGED'
    | 'INVALID'
    | 'NOT_EMPTY'
    | 'UNFINISHED'
    | 'BUSY'
    | 'FAILED';

  constructor(code: BackupError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Converts an error of the file system to a BackupError. Returns any other error unchanged. */
export function fileErrorOf(file: string, what: 'read' | 'written', error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof BackupError || !/^E[A-Z]+$/.test(code)) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new BackupError('NO_FILE', `The disk is full, so ${file} was not written. Free some space, and try again.`);
  return new BackupError('NO_FILE', `The file ${file} cannot be ${what} (error code ${code}).`);
}
