import { CsvError, parse } from 'csv-parse/sync';
import { ImportError } from '../store/errors.ts';

/** A row of a CSV file. */
export interface CsvRow {
  cells: readonly string[];
  /** The line on which the row begins, starting at 1. */
  line: number;
}

/** How strictly a CSV file is read. */
export interface CsvOptions {
  /** Omits lines without any text. They still count as lines. */
  skip_empty_lines?: boolean;
  /** Accepts rows that have more or fewer cells than the first row. */
  relax_column_count?: boolean;
  /** The cell separator. The default is a comma. */
  delimiter?: string;
}

/**
 * Reads the rows of a CSV file (RFC 4180), with or without a byte order mark.
 *
 * @throws CsvError with the line at which reading stopped
 */
export function readCsvRows(text: string, options: CsvOptions): CsvRow[] {
  const rows: CsvRow[] = [];
  let line = 1;
  parse(text, {
    ...options,
    bom: true,
    on_record: (cells: string[], { lines }) => {
      rows.push({ cells, line });
      line = lines + 1;
      return null;
    },
  });
  return rows;
}

/**
 * Reads the rows of a CSV file. The first syntax error ends the import.
 *
 * @param file the name of the file in messages
 * @throws ImportError with the line at which reading stopped
 */
export function csvRowsOf(file: string, text: string, options: CsvOptions): CsvRow[] {
  try {
    return readCsvRows(text, options);
  } catch (error) {
    throw new ImportError([{ file, ...csvFault(error) }]);
  }
}

/** Describes the error in a CSV file. Rethrows every error that is not a CsvError. */
export function csvFault(error: unknown): { message: string; line?: number } {
  if (!(error instanceof CsvError)) throw error;
  const wrong = WRONG[error.code] ?? error.message.replace(/ (on|at) line \d+/, '').replace(/\.$/, '');
  const message = `The file is not valid CSV: ${wrong}.`;
  return typeof error.lines === 'number' ? { message, line: error.lines || 1 } : { message };
}

const WRONG: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened but never closed',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quotation mark (double the quotation marks inside a cell: "")',
  INVALID_OPENING_QUOTE: 'a quotation mark is inside a cell that does not start with a quotation mark',
};
