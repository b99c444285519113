import type { AliasKind } from '../../../model/kinds.ts';
import { type CsvRow, csvFault, readCsvRows } from '../../csv-rows.ts';
import { splitSources } from './json.ts';
import { entry, filled, type Glossary, type GlossaryFile, type OtherName } from './shape.ts';

/** The columns, with the names that are accepted for each. */
const COLUMNS = {
  name: ['term', 'name'],
  definition: ['definition', 'definitions', 'description'],
  alias: ['aliases', 'alias', 'synonyms', 'synonym'],
  abbreviation: ['abbreviation', 'abbreviations', 'acronym', 'acronyms'],
  source: ['source', 'sources'],
  url: ['url', 'link'],
  category: ['category'],
} as const;
type Column = keyof typeof COLUMNS;

const NEEDED =
  'The first row must contain the column names: "term" (or "name") and at least one of "definition", "aliases", and "abbreviation". The columns "source", "url", and "category" are optional.';

/** Reads a glossary in CSV. The first row names the columns. */
export function readCsv({ text, fault }: GlossaryFile): Glossary {
  const nothing: Glossary = { entries: [], passedOver: [] };
  const [header, ...rows] = rowsOf(text, separatorOf(text), fault) ?? [];
  if (!header) return nothing;
  const columns = columnsOf(header, fault);
  if (!columns) return nothing;
  const entries = rows.flatMap(({ cells, line }) => {
    const cell = (column: Column) => filled([cells[columns.get(column) ?? -1]])[0];
    if (filled(cells).length === 0) return [];
    const name = cell('name');
    const place = { line };
    if (name === undefined) {
      fault(`The column "${header.cells[columns.get('name') ?? 0]}" must not be empty.`, place);
      return [];
    }
    const sources = splitSources(cell('source') ?? '');
    return [
      entry({
        name,
        definitions: filled([cell('definition')]).map((definition) => ({ text: definition, sources })),
        aliases: [...names(cell('abbreviation'), 'ABBREVIATION'), ...names(cell('alias'))],
        sources,
        url: cell('url'),
        category: cell('category'),
        place: () => place,
      }),
    ];
  });
  const read = new Set(columns.values());
  const passedOver = header.cells.flatMap((name, i) =>
    read.has(i) ? [] : [`The column "${name.trim()}" was ignored.`],
  );
  const doubts = rows.flatMap(({ cells, line }) =>
    (['abbreviation', 'alias'] as const).flatMap((column) => {
      const written = cells[columns.get(column) ?? -1] ?? '';
      return names(written).flatMap(({ name }) => (name.includes(',') ? [doubt(name, line)] : []));
    }),
  );
  return { entries, passedOver: [...passedOver, ...doubts] };
}

/** Separators of cells: spreadsheets of countries with a decimal comma write semicolons. */
const SEPARATORS = [',', ';', '\t', '|'];

/** The separator by which the first row has the most known columns; the comma if several do. */
function separatorOf(text: string): string {
  const [first = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const known = (separator: string) =>
    first.split(separator).filter((cell) => columnNamed(cell.replace(/^\s*"|"\s*$/g, '')) !== undefined).length;
  return SEPARATORS.reduce((best, one) => (known(one) > known(best) ? one : best));
}

const columnNamed = (written: string): Column | undefined => {
  const name = written.trim().toLowerCase();
  return (Object.keys(COLUMNS) as Column[]).find((one) => COLUMNS[one].some((known) => known === name));
};

function rowsOf(text: string, delimiter: string, fault: GlossaryFile['fault']): CsvRow[] | undefined {
  try {
    return readCsvRows(text, { skip_empty_lines: true, delimiter });
  } catch (error) {
    const { message, line = 1 } = csvFault(error);
    fault(message, { line });
    return undefined;
  }
}

/** The index of each column. */
function columnsOf({ cells, line }: CsvRow, fault: GlossaryFile['fault']): Map<Column, number> | undefined {
  const columns = new Map<Column, number>();
  let sound = true;
  for (const [i, cell] of cells.entries()) {
    const column = columnNamed(cell);
    if (column === undefined) continue;
    const before = columns.get(column);
    if (before !== undefined) {
      fault(
        `The columns "${cells[before]?.trim()}" and "${cell.trim()}" have the same meaning. Remove one of the two columns.`,
        { line },
      );
      sound = false;
    }
    columns.set(column, i);
  }
  const lacking = [
    ...(columns.has('name') ? [] : ['"term"']),
    ...((['definition', 'alias', 'abbreviation'] as const).some((one) => columns.has(one)) ? [] : ['"definition"']),
  ];
  if (lacking.length > 0) fault(`The file has no column ${lacking.join(' and no column ')}. ${NEEDED}`, { line });
  return sound && lacking.length === 0 ? columns : undefined;
}

/** A comma may separate names, or be part of one, as in "record, medical". */
const doubt = (name: string, line: number): string =>
  `The comma in "${name}" (line ${line}) does not separate aliases. To separate aliases, use "|" or ";".`;

function names(cell: string | undefined, kind?: AliasKind): OtherName[] {
  return filled((cell ?? '').split(/[|;]/)).map((name) => ({ name, kind }));
}
