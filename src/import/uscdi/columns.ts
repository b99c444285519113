import type { Remark } from '../../store/errors.ts';

/** The columns to read. Each version of the table names and orders them differently. */
export const COLUMNS = [
  'data_class',
  'data_element',
  'uscore_profile',
  'resource_type',
  'extension',
  'fhir_extension_url',
  'fhir_path',
] as const;
export type UscdiColumn = (typeof COLUMNS)[number];

const REQUIRED: readonly UscdiColumn[] = ['data_class', 'data_element', 'uscore_profile', 'fhir_path'];
/** Columns that are ignored: numbers that follow from the order of rows, and links into the pages of a guide. */
const PASSED_OVER: ReadonlySet<string> = new Set(['dataclassnumber', 'comment', 'commentlink']);

/** The position of each column, and the other columns of the header. */
export interface Header {
  /** Column indexes, starting at 0. */
  at: ReadonlyMap<UscdiColumn, number>;
  /** Names of unknown columns, as written. */
  unread: string[];
  /**
   * Indexes of columns without a name. The first column of a row is excluded because it numbers the classes in some
   * files.
   */
  unnamed: number[];
}

/**
 * Reads a header. "data_class", "Data Class", and "dataClass" are the same name. Returns the errors if it is not a
 * header.
 */
export function readHeader(names: readonly string[], place: Pick<Remark, 'file' | 'line'>): Header | Remark[] {
  const at = new Map<UscdiColumn, number>();
  const unread: string[] = [];
  const unnamed: number[] = [];
  const faults: Remark[] = [];
  for (const [i, name] of names.entries()) {
    const column = COLUMNS.find((one) => squeeze(one) === squeeze(name));
    if (column !== undefined && at.has(column)) {
      faults.push({ ...place, message: `The column ${column} occurs twice. Remove one of the two columns.` });
    } else if (column !== undefined) at.set(column, i);
    else if (name.trim() === '' && i > 0) unnamed.push(i);
    else if (name.trim() !== '' && !PASSED_OVER.has(squeeze(name))) unread.push(name.trim());
  }
  const missing = REQUIRED.filter((column) => !at.has(column));
  if (missing.length > 0) {
    const found = names.map((name) => name.trim()).filter((name) => name !== '');
    const has =
      found.length > 0
        ? found
            .map((name) => name.slice(0, 40))
            .slice(0, 20)
            .join(', ')
        : 'none';
    const message = `The file is not a USCDI table. The header must contain the columns ${REQUIRED.join(', ')}. Missing columns: ${missing.join(', ')}. Columns found: ${has}.`;
    faults.push({ ...place, message });
  }
  return faults.length > 0 ? faults : { at, unread, unnamed };
}

const squeeze = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
