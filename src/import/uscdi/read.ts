import { readFile, stat } from 'node:fs/promises';
import { CsvError } from 'csv-parse/sync';
import { ImportError, readErrorOf } from '../../store/errors.ts';
import { type CsvRow, readCsvRows } from '../csv-rows.ts';
import { slugOf } from '../slug.ts';
import { COLUMNS, readHeader, type UscdiColumn } from './columns.ts';

/** A row that is not blank. */
export interface UscdiRow {
  /** The row number in a spreadsheet: the header is row 1. */
  row: number;
  /** The trimmed text of each column; '' for an empty or missing cell. */
  cells: Readonly<Record<UscdiColumn, string>>;
  /** Cells without a column heading whose text no other cell of the row repeats. Columns from 1. */
  stray: { column: number; text: string }[];
}

/** A USCDI table as read from a file. */
export interface UscdiTable {
  rows: UscdiRow[];
  /** The names of columns that are not read. */
  unread: string[];
  bytes: Buffer;
}

/** The largest file in bytes; real tables have 20 kB. */
const LARGEST = 32 * 2 ** 20;

/**
 * Reads a USCDI table in CSV.
 *
 * @throws ImportError for a file that is not a USCDI table, with line
 */
export async function readTable(file: string): Promise<UscdiTable> {
  const bytes = await bytesOf(file);
  const records = parsed(file, textOf(file, bytes));
  const first = records.findIndex(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const refuse = (message: string, line?: number): never => {
    throw new ImportError([{ file, line, message }]);
  };
  const header = records[first];
  if (header === undefined) return refuse('The file is empty.');
  const read = readHeader(header.cells, { file, line: header.line });
  if (Array.isArray(read)) throw new ImportError(read);

  let dataClass = '';
  const rows = records.slice(first + 1).flatMap(({ cells: texts, line }, i): UscdiRow[] => {
    const cellAt = (at: number | undefined) => (at === undefined ? '' : (texts[at] ?? '').trim());
    const cells = Object.fromEntries(
      COLUMNS.map((column) => [column, cellAt(read.at.get(column))]),
    ) as UscdiRow['cells'];
    const beyond = texts.slice(header.cells.length).map((_, more) => header.cells.length + more);
    const stray = [...read.unnamed, ...beyond]
      .map((at) => ({ column: at + 1, text: cellAt(at) }))
      .filter(({ text }) => text !== '' && !Object.values(cells).includes(text));
    if (Object.values(cells).every((text) => text === '') && stray.length === 0) return [];
    dataClass = cells.data_class || dataClass; // merged cells of a spreadsheet are empty except for the first
    if (dataClass === '') refuse('The cell data_class is empty, and no row above has one.', line);
    for (const name of [dataClass, cells.data_element]) {
      if (name !== '' && slugOf(name) === '') refuse(`"${name}" is not a name: it has no letter and no digit.`, line);
    }
    return [{ row: first + 2 + i, cells: { ...cells, data_class: dataClass }, stray }];
  });
  if (rows.length === 0) refuse('The file has a header but no other row.');
  return { rows, unread: read.unread, bytes };
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    if ((await stat(file)).size > LARGEST) {
      throw new ImportError([
        { file, message: `The file has more than ${LARGEST / 2 ** 20} MB, which is too large for a USCDI table.` },
      ]);
    }
    return await readFile(file);
  } catch (error) {
    throw readErrorOf(file, error);
  }
}

function textOf(file: string, bytes: Buffer): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes); // drops a byte order mark
    if (!text.includes('\0')) return text;
  } catch {
    // Reported below, with its line.
  }
  const line = 1 + bytes.subarray(0, firstOddByte(bytes)).filter((byte) => byte === NEWLINE).length;
  throw new ImportError([{ file, line, message: 'The file is not valid UTF-8; save the table as CSV in UTF-8.' }]);
}

const NEWLINE = 10;

/** The end of the longest prefix that is valid text. */
function firstOddByte(bytes: Buffer): number {
  const isText = (end: number) => {
    try {
      return !new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true }).includes('\0');
    } catch {
      return false;
    }
  };
  let [sound, odd] = [0, bytes.length];
  while (odd - sound > 1) {
    const middle = (sound + odd) >> 1;
    if (isText(middle)) sound = middle;
    else odd = middle;
  }
  return sound;
}

/** Every row, including blank ones. */
function parsed(file: string, text: string): CsvRow[] {
  try {
    return readCsvRows(text, { relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : undefined;
    throw new ImportError([
      { file, line, message: `The file is not valid CSV: ${WRONG[error.code] ?? 'it cannot be parsed'}.` },
    ]);
  }
}

const WRONG: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quote (double the quotes inside a cell: "")',
  INVALID_OPENING_QUOTE: 'a quote is inside a cell that does not start with one',
};
