/**
 * Paths in USCDI tables, which resemble FHIRPath. Filters (`where(use='old')`) are ignored because the element is the
 * same, but the URL of an extension is read.
 */

/** One step down from a structure or element. */
export type PathStep =
  | { to: 'child'; name: string; slice?: string | undefined }
  /** The function `ofType(Quantity)`. */
  | { to: 'type'; name: string }
  /** The form `extension.where(url='…')` or `extension('…')`. */
  | { to: 'extension'; name: string; url: string };

/** A path such as "Patient.name.family": the structure, and the steps from it. */
export interface FhirPath {
  head: string;
  steps: PathStep[];
}

/** An item of the list in a cell. */
export interface ListedItem {
  /** The text as written. */
  text: string;
  /** Null if the item is not a path but the name of a profile, or prose. */
  path: FhirPath | null;
}

/** The names in a cell. */
export function readNames(cell: string): string[] {
  return cell
    .split(/[|;,\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * The paths in a cell, and its other items. "Coverage, relationship" names `Coverage.relationship`: a name without a
 * structure belongs to the previous path.
 */
export function readPaths(cell: string): ListedItem[] {
  const { text: covered, clauses } = coverClauses(cell);
  let head: string | undefined;
  return covered
    .split(/[|,+;\n]/)
    .flatMap(alternatives)
    .map(trimmed)
    .filter((item) => item !== '')
    .map((item): ListedItem => {
      const path = parsePath(item, clauses) ?? (head === undefined ? null : parsePath(`${head}.${item}`, clauses));
      head = path?.head ?? head;
      return { text: uncover(item, clauses), path };
    });
}

/** A parenthesized part of a path, with its text and the URL in it. */
interface Clause {
  text: string;
  url: string | undefined;
}

// Files have unclosed quotes and parentheses, and repeated starts: where(url='Patient.extension.where(url='http://…')
const WHERE_URL = /\.where\((?:[^|,;]*?['"])?\s*(https?:\/\/[^\s'"|)]+)['"\s]*\)*/g;
const EXTENSION_URL = /(?<=xtension)\(\s*['"]([^'"|]+)['"]\s*\)/g;
const WHERE = /\.where\(([^()|]*)\)/g;
const QUOTED_URL = /^\s*url\s*=\s*['"]([^'"]+)['"]\s*$/;

/** Replaces each clause by a mark, so that its text is not split as a list. */
function coverClauses(cell: string): { text: string; clauses: Clause[] } {
  const clauses: Clause[] = [];
  const cover = (text: string, url: string | undefined) => {
    clauses.push({ text, url });
    return `\uE000${clauses.length - 1}\uE001`;
  };
  const text = cell
    .replace(/[\uE000\uE001]/g, ' ')
    .replace(WHERE_URL, (clause: string, url: string) => cover(clause, url))
    .replace(EXTENSION_URL, (clause: string, url: string) => cover(clause, url))
    .replace(WHERE, (clause: string, filter: string) => cover(clause, QUOTED_URL.exec(filter)?.[1]));
  return { text, clauses };
}

const MARK = /\uE000(\d+)\uE001/g;

function uncover(text: string, clauses: readonly Clause[]): string {
  let whole = text;
  // A clause may contain the mark of another one.
  while (MARK.test(whole)) whole = whole.replace(MARK, (_, i) => clauses[Number(i)]?.text ?? '');
  return whole.trim();
}

/**
 * Splits alternatives: "Condition.onset[x] or Condition.code" has two; "Care and Plan Profile" is one, because its parts
 * are not paths.
 */
function alternatives(item: string): string[] {
  const parts = item.split(/\s+(?:or|and)\s+/i);
  return parts.every((part) => parsePath(trimmed(part), []) !== null) ? parts : [item];
}

const GLUE = /^(?:(?:either|or|and|choice of|one of|e\.g\.)\s+)+/i;

const trimmed = (item: string) =>
  item
    .trim()
    .replace(GLUE, '')
    .replace(/[.\s]+$/, '');

const STEP = /^([A-Za-z][A-Za-z0-9]*(?:\[x\])?)(?::([A-Za-z0-9_/-]+))?(?:\[\d+\])?/;
const OF_TYPE = /^(?:ofType|as)\(\s*(?:FHIR\.)?([A-Za-z]\w*)\s*\)/;
const AT_MARK = /^\uE000(\d+)\uE001/;

/** Parses a path; null when the text is not one. */
function parsePath(item: string, clauses: readonly Clause[]): FhirPath | null {
  const steps: PathStep[] = [];
  let head: string | undefined;
  let rest = item.replace(/^[(\s]+/, '');
  while (rest !== '') {
    const [matched, name = '', slice] = STEP.exec(rest) ?? [];
    const [typed, type] = OF_TYPE.exec(rest) ?? [];
    const [, mark] = AT_MARK.exec(rest.slice(matched?.length ?? 0)) ?? [];
    const url = mark === undefined ? undefined : clauses[Number(mark)]?.url;
    if (typed !== undefined && type !== undefined && head !== undefined) steps.push({ to: 'type', name: type });
    else if (matched === undefined) return null;
    else if (head === undefined && !/^[A-Z]/.test(name)) return null;
    else if (head === undefined) head = name;
    else if (url !== undefined && /xtension$/.test(name)) steps.push({ to: 'extension', name, url });
    else steps.push({ to: 'child', name, slice });
    rest = rest.slice((typed ?? matched ?? '').length);
    if (typed === undefined) rest = rest.replace(/^(?:\uE000\d+\uE001)+/, '');
    rest = rest.replace(/^[\s)]+(?=\.|$)/, '');
    if (rest === '') break;
    if (!rest.startsWith('.')) return null;
    rest = rest.slice(1);
    if (rest === '') return null;
  }
  return head === undefined ? null : { head, steps };
}
