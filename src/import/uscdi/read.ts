import { readFile, stat } from 'node:fs/promises';
import { CsvError } from 'csv-parse/sync';
import { ImportError } from '../../store/errors.ts';
import { type CsvRow, readCsvRows } from '../csv-rows.ts';
import { slugOf } from '../slug.ts';
import { COLUMNS, readHeader, type UscdiColumn } from './columns.ts';

/** A row that says something. */
export interface UscdiRow {
  /** As a spreadsheet numbers it: the header is row 1. */
  row: number;
  /** Trimmed; '' for what is empty or not there. */
  cells: Readonly<Record<UscdiColumn, string>>;
  /** Cells under no heading that say something which no other cell of the row says. Columns from 1. */
  stray: { column: number; text: string }[];
}

/** A USCDI table as it was read. */
export interface UscdiTable {
  rows: UscdiRow[];
  /** Columns that are not read, as they are named. */
  unread: string[];
  bytes: Buffer;
}

/** Real tables have 20 kB. */
const LARGEST = 32 * 2 ** 20;

/** @throws ImportError for a file that is no USCDI table, with line */
export async function readTable(file: string): Promise<UscdiTable> {
  const bytes = await bytesOf(file);
  const records = parsed(file, textOf(file, bytes));
  const first = records.findIndex(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const refuse = (message: string, line?: number): never => {
    throw new ImportError([{ file, line, message }]);
  };
  const header = records[first];
  if (header === undefined) return refuse('it is empty');
  const read = readHeader(header.cells, { file, line: header.line });
  if (Array.isArray(read)) throw new ImportError(read);

  let dataClass = '';
  const rows = records.slice(first + 1).flatMap(({ cells: texts, line }, i): UscdiRow[] => {
    const said = (at: number | undefined) => (at === undefined ? '' : (texts[at] ?? '').trim());
    const cells = Object.fromEntries(COLUMNS.map((column) => [column, said(read.at.get(column))])) as UscdiRow['cells'];
    const beyond = texts.slice(header.cells.length).map((_, more) => header.cells.length + more);
    const stray = [...read.unnamed, ...beyond]
      .map((at) => ({ column: at + 1, text: said(at) }))
      .filter(({ text }) => text !== '' && !Object.values(cells).includes(text));
    if (Object.values(cells).every((text) => text === '') && stray.length === 0) return [];
    dataClass = cells.data_class || dataClass; // cells that were merged in a spreadsheet come out empty but for the first
    if (dataClass === '') refuse('data_class is empty, and no row above has one', line);
    for (const name of [dataClass, cells.data_element]) {
      if (name !== '' && slugOf(name) === '') refuse(`"${name}" is no name: it has no letter and no digit`, line);
    }
    return [{ row: first + 2 + i, cells: { ...cells, data_class: dataClass }, stray }];
  });
  if (rows.length === 0) refuse('it has a header and no row that says anything');
  return { rows, unread: read.unread, bytes };
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    if ((await stat(file)).size > LARGEST) {
      throw new ImportError([
        { file, message: `it has more than ${LARGEST / 2 ** 20} MB: no USCDI table is so large` },
      ]);
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof ImportError || !(error instanceof Error && 'code' in error)) throw error;
    throw new ImportError([{ file, message: `it cannot be read (${String(error.code)})` }]);
  }
}

function textOf(file: string, bytes: Buffer): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes); // which drops a BOM
    if (!text.includes('\0')) return text;
  } catch {
    // Said below.
  }
  const line = 1 + bytes.subarray(0, firstOddByte(bytes)).filter((byte) => byte === NEWLINE).length;
  throw new ImportError([{ file, line, message: 'this is no text in UTF-8: save the table as CSV in UTF-8' }]);
}

const NEWLINE = 10;

/** The end of the longest beginning that is text. */
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

/** Every row, blank ones too. */
function parsed(file: string, text: string): CsvRow[] {
  try {
    return readCsvRows(text, { relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : undefined;
    throw new ImportError([{ file, line, message: `this is no CSV: ${WRONG[error.code] ?? 'it cannot be parsed'}` }]);
  }
}

const WRONG: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quote: quotes inside a cell are doubled, ""',
  INVALID_OPENING_QUOTE: 'a quote stands within a cell that does not begin with one',
};
