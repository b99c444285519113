/** The adoptions on a day as CSV: one row for each adoption, or for each data element in it. */
import { stringify } from 'csv-stringify/sync';
import { noticesOn } from '../../view/adoption.tsx';
import type { PageDownload } from '../page.ts';
import type { Adopted } from '../standard/asked.ts';
import type { DataRow, FoundAdoption } from './found.ts';
import { isOfProfile } from './word-tables.tsx';

const COLUMNS = [
  ...['day', 'provision', 'standard_key', 'standard', 'text', 'valid_from', 'valid_from_basis', 'valid_to'],
  ...['valid_to_basis', 'certainty', 'reason', 'notices', 'data_class', 'data_element', 'profile_keys', 'fhir_keys'],
];

/** A file with the adoptions. `valid_to` is the first day on which an adoption is no longer in effect. */
export function csvOf(adoptions: readonly Pick<FoundAdoption, 'adoption' | 'data'>[], on: string): PageDownload {
  const rows = adoptions.flatMap(({ adoption, data }) =>
    (data.length === 0 ? [null] : data).map((row) => [...adoptionCells(adoption, on), ...dataCells(row)]),
  );
  return {
    type: 'text/csv',
    filename: `adopted-${on}.csv`,
    // Spreadsheets would run a cell that begins with an equals sign.
    body: stringify([COLUMNS, ...rows], { record_delimiter: '\r\n', escape_formulas: true }),
  };
}

const adoptionCells = (adoption: Adopted, on: string) => [
  on,
  adoption.regulation.citation,
  adoption.standard?.key,
  adoption.standard?.name,
  adoption.text,
  adoption.validFrom,
  adoption.validFromBasis,
  adoption.validTo,
  adoption.validToBasis,
  adoption.coverage.certainty,
  adoption.coverage.reason,
  noticesOn(adoption.notices, on)
    .map(({ kind, text }) => `${kind}: ${text}`)
    .join(' | '),
];

function dataCells(row: DataRow | null) {
  if (row === null) return [null, null, null, null];
  const keys = (isWanted: boolean) =>
    row.element.mapsTo
      .filter((part) => isOfProfile(part) === isWanted)
      .map(({ key }) => key)
      .join(' ');
  return [row.dataClass?.label, row.element.name, keys(true), keys(false)];
}
