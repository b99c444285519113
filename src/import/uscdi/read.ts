import { faultIn, ImportError } from '../../store/errors.ts';
import { csvRowsOf } from '../csv-rows.ts';
import { slugOf } from '../slug.ts';
import { readTextFile } from '../text-file.ts';
import { COLUMNS, readHeader, type UscdiColumn } from './columns.ts';

/** A row that is not blank. */
export interface UscdiRow {
  /** The row number in a spreadsheet: the header is row 1. */
  row: number;
  /** The trimmed text of each column. Empty for an empty or missing cell. */
  cells: Readonly<Record<UscdiColumn, string>>;
  /**
   * Cells without a column heading whose text does not appear in any other cell of the row. Columns are numbered from
   * 1.
   */
  stray: { column: number; text: string }[];
}

/** A USCDI table as read from a file. */
export interface UscdiTable {
  rows: UscdiRow[];
  /** The names of columns that are not read. */
  unread: string[];
  /** The hash of the file's bytes. */
  sha256: string;
}

/** The largest file in bytes; real tables have 20 kB. */
const LARGEST = 32 * 2 ** 20;

/**
 * Reads a USCDI table in CSV.
 *
 * @throws ImportError for a file that is not a USCDI table, with the line
 */
export async function readTable(file: string): Promise<UscdiTable> {
  const { text: table, sha256 } = await readTextFile(file, LARGEST);
  const records = csvRowsOf(file, table, { relax_column_count: true }); // with blank rows, which have numbers, too
  const first = records.findIndex(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const refuse = (message: string, line?: number): never => {
    throw faultIn(file, message, { line });
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
    if (dataClass === '') refuse('The column data_class must not be empty in the first row of the table.', line);
    for (const name of [dataClass, cells.data_element]) {
      if (name !== '' && slugOf(name) === '')
        refuse(`The name "${name}" must contain at least one letter or digit.`, line);
    }
    return [{ row: first + 2 + i, cells: { ...cells, data_class: dataClass }, stray }];
  });
  if (rows.length === 0) refuse('The file has a header but no other rows.');
  return { rows, unread: read.unread, sha256 };
}
