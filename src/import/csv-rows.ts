import { CsvError, parse } from 'csv-parse/sync';
import { ImportError } from '../store/errors.ts';

/** A row of a CSV file. */
export interface CsvRow {
  cells: readonly string[];
  /** The line on which the row begins, from 1. */
  line: number;
}

/** How strictly a CSV file is read. */
export interface CsvOptions {
  /** Leaves out lines without any text; they count as lines all the same. */
  skip_empty_lines?: boolean;
  /** Accepts rows that have more or fewer cells than the first one. */
  relax_column_count?: boolean;
  /** The separator of cells; a comma by default. */
  delimiter?: string;
}

/**
 * The rows of a CSV file (RFC 4180), a byte order mark or none.
 *
 * @throws CsvError with the line where reading stopped
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
 * The rows of a CSV file whose first syntax error ends its import.
 *
 * @param file names the file in messages
 * @throws ImportError with the line where reading stopped
 */
export function csvRowsOf(file: string, text: string, options: CsvOptions): CsvRow[] {
  try {
    return readCsvRows(text, options);
  } catch (error) {
    throw new ImportError([{ file, ...csvFault(error) }]);
  }
}

/** What is wrong with a CSV file, in words. Throws every error that is not a CsvError. */
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
