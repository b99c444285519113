import { formatCitation } from '../../model/citation.ts';
import { documentNumberIn, pageIn } from '../../model/citations/register.ts';
import { DAY_FORM, isDay } from '../../model/day.ts';
import { RULE_STAGES, type RuleStage } from '../../model/kinds/rule.ts';
import { ImportError, type Remark } from '../../store/errors.ts';
import { csvRowsOf } from '../csv-rows.ts';
import { type ProvisionDay, provisionDays, provisionsIn } from './provision-days.ts';
import type { AffectedProvision, RuleDocument, RuleFile } from './rule-document.ts';
import { unverifiedCells } from './unverified.ts';

const COLUMNS = [
  ...['citation', 'last_page', 'fr_doc', 'title', 'short_name', 'stage', 'published', 'effective', 'effective_note'],
  ...['compliance', 'parts_amended', 'finalizes', 'corrects', 'delays', 'withdraws', 'confidence', 'from_memory'],
] as const;
const REQUIRED = ['citation', 'title', 'stage', 'published'];
/** Title 45 has most of health IT; a note that names no title means the title of the first part that the rule amends. */
const DEFAULT_TITLE = 45;

/** The trimmed text of a cell; '' for an empty one, a missing column, and a value that the file calls unverified. */
type Cells = (column: string) => string;

/**
 * Reads a list of rules in CSV, with one document per row. Lists within a cell are separated by semicolons.
 *
 * @param file the name of the file in messages
 * @throws ImportError with every error and its line
 */
export function readRulesCsv(file: string, text: string): RuleFile {
  const [header, ...rows] = csvRowsOf(file, text, { relax_column_count: true, skip_empty_lines: true });
  const names = header?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  const missing = REQUIRED.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const message = `The file is not a list of rules. The header must contain the columns ${REQUIRED.join(', ')}. Missing columns: ${missing.join(', ')}. Optional columns: ${COLUMNS.filter((name) => !REQUIRED.includes(name)).join(', ')}.`;
    throw new ImportError([{ file, line: header?.line ?? 1, message }]);
  }
  const faults: Remark[] = [];
  const leftOut: string[] = [];
  const documents = rows.flatMap(({ cells, line }): RuleDocument[] => {
    const written: Cells = (column) => (cells[names.indexOf(column)] ?? '').trim();
    const marked = unverifiedCells(written('confidence'), written('from_memory'));
    const unverified = marked !== 'all' && leavesNothing(marked, written) ? 'all' : marked;
    const what = written('citation') || written('fr_doc') || 'a document';
    if (unverified === 'all') {
      leftOut.push(`line ${line}: ${what}: the file marks the row as unverified`);
      return [];
    }
    const dropped = [...unverified].filter((column) => written(column) !== '');
    if (dropped.length > 0) leftOut.push(`line ${line}: ${what}: the file marks ${dropped.join(', ')} as unverified`);
    const read = readRow((column) => (unverified.has(column) ? '' : written(column)));
    if (Array.isArray(read)) faults.push(...read.map((message) => ({ file, line, message })));
    return Array.isArray(read) ? [] : [read];
  });
  if (faults.length > 0) throw new ImportError(faults);
  return { documents, leftOut };
}

/** Whether a row without its unverified cells is no document: one without a stage, or without a page and a number. */
const leavesNothing = (unverified: ReadonlySet<string>, cell: Cells): boolean => {
  const names = ['citation', 'fr_doc'];
  const isNamed = names.some((column) => !unverified.has(column) && cell(column) !== '');
  return unverified.has('stage') || (!isNamed && names.some((column) => unverified.has(column)));
};

/** The document of a row, or what is wrong with the row. */
function readRow(cell: Cells): RuleDocument | string[] {
  const faults: string[] = [];
  const lists = (...columns: string[]) => columns.flatMap((column) => listIn(cell(column)));
  const checked = <T>(column: string, read: (text: string) => T | null, accepts: string): T | undefined => {
    const text = cell(column);
    const value = text === '' ? undefined : read(text);
    if (value === null) faults.push(`${column}: must be ${accepts}, not "${text}"`);
    return value ?? undefined;
  };
  const day = (text: string) => (isDay(text) ? text : null);
  const [first, ...laterDays] = lists('effective');
  for (const one of [first, ...laterDays]) {
    if (one !== undefined && !isDay(one)) faults.push(`effective: must be ${DAY_FORM}, not "${one}"`);
  }
  const document: RuleDocument = {
    citation: checked('citation', pageIn, 'a volume and a first page, such as 89 FR 1192'),
    documentNumber: checked('fr_doc', documentNumberIn, 'a document number, such as 2023-28857'),
    lastPage: checked('last_page', (text) => (/^\d+$/.test(text) ? Number(text) : null), 'a page number'),
    name: cell('short_name') || cell('title'),
    stage: checked('stage', stageIn, `one of ${RULE_STAGES.join(', ')}`) ?? 'NOTICE',
    publishedOn: checked('published', day, DAY_FORM),
    effectiveOn: first,
    provisions: affected(cell, lists('parts_amended'), faults),
    finalizes: lists('finalizes'),
    corrects: [...new Set(lists('corrects', 'delays', 'withdraws'))],
  };
  for (const other of [...document.finalizes, ...document.corrects]) {
    if (pageIn(other) === null && documentNumberIn(other) === null) {
      faults.push(`"${other}": must be the first page or the number of a document, such as 89 FR 1192 or 2023-28857`);
    }
  }
  if (document.citation === undefined && document.documentNumber === undefined) {
    faults.push('citation or fr_doc: at least one of the two is required');
  }
  if (document.name === '') faults.push('title or short_name: at least one of the two is required');
  if (cell('stage') === '') faults.push('stage: is required');
  return faults.length > 0 ? faults : document;
}

/** The parts that a document amends, and single provisions whose days the notes state. */
function affected(cell: Cells, parts: readonly string[], faults: string[]): AffectedProvision[] {
  const provisions = new Map<string, AffectedProvision>();
  for (const written of parts) {
    const [citation, ...others] = provisionsIn(written, DEFAULT_TITLE);
    if (!citation || others.length > 0)
      faults.push(`parts_amended: must list CFR parts, such as 45 CFR 171, not "${written}"`);
    else provisions.set(formatCitation(citation), { citation });
  }
  const title = [...provisions.values()][0]?.citation.title ?? DEFAULT_TITLE;
  const note = (days: readonly ProvisionDay[], field: 'effectiveOn' | 'appliesFrom') => {
    for (const { citation, day } of days) {
      const key = formatCitation(citation);
      provisions.set(key, { ...(provisions.get(key) ?? { citation }), [field]: day });
    }
  };
  note(provisionDays(cell('effective_note'), title), 'effectiveOn');
  note(provisionDays(cell('compliance'), title), 'appliesFrom');
  return [...provisions.values()];
}

const listIn = (text: string) =>
  text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const stageIn = (text: string): RuleStage | null => RULE_STAGES.find((stage) => stage === text.toUpperCase()) ?? null;
