/** An error or a note about imported data, with its position in the file. */
export interface Remark {
  /** The path as typed by the user, such as "seed/terms/ehr.md". For records without a file, the import's origin. */
  readonly file: string;
  /** The line, starting at 1. Absent if the line is unknown. */
  readonly line?: number | undefined;
  /** The column, starting at 1, in UTF-16 code units. Present only with a line. */
  readonly column?: number | undefined;
  readonly message: string;
}

/** Formats a remark as "seed/terms/ehr.md:12: …". Editors and terminals turn this form into a link. */
export function formatRemark({ file, line, column, message }: Remark): string {
  const place = [line, column].filter((one) => one !== undefined).map((one) => `:${one}`);
  return `${file}${place.join('')}: ${message}`;
}

/** Sorts remarks by file and then by line, which is the order in which people fix them. */
export function compareRemarks(a: Remark, b: Remark): number {
  const byFile = a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
  return byFile || (a.line ?? 0) - (b.line ?? 0) || (a.message < b.message ? -1 : a.message > b.message ? 1 : 0);
}

const SHOWN = 50;

/** The error for a failed import, with all of its errors. Nothing from the import was written. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly faults: readonly Remark[];

  constructor(faults: readonly Remark[]) {
    const sorted = [...faults].sort(compareRemarks);
    const more = sorted.length > SHOWN ? [`… and ${sorted.length - SHOWN} more errors`] : [];
    super([...sorted.slice(0, SHOWN).map(formatRemark), ...more].join('\n'));
    this.faults = sorted;
  }
}

/** The ImportError for a single error. */
export const faultIn = (file: string, message: string, place: Pick<Remark, 'line' | 'column'> = {}): ImportError =>
  new ImportError([{ file, ...place, message }]);

/** The ImportError for a file that the operating system cannot open or read. Any other error is returned unchanged. */
export function readErrorOf(file: string, error: unknown): unknown {
  const isSystemError = !(error instanceof ImportError) && error instanceof Error && 'code' in error;
  return isSystemError ? faultIn(file, `The file cannot be read (error code ${String(error.code)}).`) : error;
}
