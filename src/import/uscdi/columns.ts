import type { Remark } from '../../store/errors.ts';

/** The columns that are read. The files of different versions name and order them differently. */
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
/** Known, and of no use here: numbers that the order of rows tells, and links into the pages of a guide. */
const PASSED_OVER: ReadonlySet<string> = new Set(['dataclassnumber', 'comment', 'commentlink']);

/** Where each column stands, and what else the header has. */
export interface Header {
  /** From 0. */
  at: ReadonlyMap<UscdiColumn, number>;
  /** Names of columns that nobody knows here, as they are written. */
  unread: string[];
  /** Columns without a name, from 0. The first of a row numbers classes in some files: it is none of these. */
  unnamed: number[];
}

/** Reads a header: "data_class", "Data Class" and "dataClass" are one name. Gives what is wrong with it, where it is none. */
export function readHeader(names: readonly string[], place: Pick<Remark, 'file' | 'line'>): Header | Remark[] {
  const at = new Map<UscdiColumn, number>();
  const unread: string[] = [];
  const unnamed: number[] = [];
  const faults: Remark[] = [];
  for (const [i, name] of names.entries()) {
    const column = COLUMNS.find((one) => squeeze(one) === squeeze(name));
    if (column !== undefined && at.has(column)) {
      faults.push({ ...place, message: `column ${column} is there twice` });
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
    const message = `this is no USCDI table: its header has to have ${REQUIRED.join(', ')}; missing: ${missing.join(', ')}; found: ${has}`;
    faults.push({ ...place, message });
  }
  return faults.length > 0 ? faults : { at, unread, unnamed };
}

const squeeze = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
