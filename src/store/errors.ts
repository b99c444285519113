/** An error or a note about imported data, with the place in its file. */
export interface Remark {
  /** The path as the user typed it, such as "seed/terms/ehr.md"; the import's origin for records without a file. */
  readonly file: string;
  /** Counts from 1; absent when the line is unknown. */
  readonly line?: number | undefined;
  /** Counts from 1, in UTF-16 code units; present only with a line. */
  readonly column?: number | undefined;
  readonly message: string;
}

/** Formats a remark as "seed/terms/ehr.md:12: …", which editors and terminals turn into a link. */
export function formatRemark({ file, line, column, message }: Remark): string {
  const place = [line, column].filter((one) => one !== undefined).map((one) => `:${one}`);
  return `${file}${place.join('')}: ${message}`;
}

/** Orders remarks by file, then by line: the order in which a person fixes them. */
export function compareRemarks(a: Remark, b: Remark): number {
  const byFile = a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
  return byFile || (a.line ?? 0) - (b.line ?? 0) || (a.message < b.message ? -1 : a.message > b.message ? 1 : 0);
}

const SHOWN = 50;

/** An import that failed, with every fault at once. Nothing of it was written. */
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

/** The ImportError of a single fault. */
export const faultIn = (file: string, message: string, place: Pick<Remark, 'line' | 'column'> = {}): ImportError =>
  new ImportError([{ file, ...place, message }]);

/** The ImportError for a file that the operating system cannot open or read; any other error as it is. */
export function readErrorOf(file: string, error: unknown): unknown {
  const isSystemError = !(error instanceof ImportError) && error instanceof Error && 'code' in error;
  return isSystemError ? faultIn(file, `The file cannot be read (error code ${String(error.code)}).`) : error;
}
