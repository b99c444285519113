/** Something wrong or worth knowing in what is imported, and where it stands. */
export interface Remark {
  /** As a person would type it: "seed/terms/ehr.md". For records of no file, the import's origin. */
  readonly file: string;
  /** From 1; absent where no line can be named. */
  readonly line?: number | undefined;
  /** From 1, in UTF-16 code units; only beside a line. */
  readonly column?: number | undefined;
  readonly message: string;
}

/** "seed/terms/ehr.md:12: …", as editors and terminals make links of it. */
export function formatRemark({ file, line, column, message }: Remark): string {
  const place = [line, column].filter((one) => one !== undefined).map((one) => `:${one}`);
  return `${file}${place.join('')}: ${message}`;
}

/** By file, then by line: the order in which somebody would mend them. */
export function compareRemarks(a: Remark, b: Remark): number {
  const byFile = a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
  return byFile || (a.line ?? 0) - (b.line ?? 0) || (a.message < b.message ? -1 : a.message > b.message ? 1 : 0);
}

const SHOWN = 50;

/** An import that cannot be: every fault of it, in one go. Nothing of it has been written. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly faults: readonly Remark[];

  constructor(faults: readonly Remark[]) {
    const sorted = [...faults].sort(compareRemarks);
    const more = sorted.length > SHOWN ? [`… and ${sorted.length - SHOWN} more`] : [];
    super([...sorted.slice(0, SHOWN).map(formatRemark), ...more].join('\n'));
    this.faults = sorted;
  }
}
