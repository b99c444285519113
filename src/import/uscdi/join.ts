import type { UscdiColumn } from './columns.ts';
import { nearest, profileNamed, slicesNamed } from './names.ts';
import { type FhirPath, readNames, readPaths } from './path.ts';
import type { UscdiRow } from './read.ts';
import { idIn, lastKeySegment, type Structures } from './structures.ts';
import { walk } from './walk.ts';

/** A structure or element that a row names. */
export interface Join {
  /** The key, such as "us-core/6.1.0/us-core-patient.name". */
  to: string;
  /** The text of the cell that names it. */
  quote: string;
}

/** The text of a cell that does not match anything in the graph. */
export interface JoinMiss {
  /** The row number in a spreadsheet: the header is row 1. */
  row: number;
  column: string;
  text: string;
  reason: string;
}

/** The number of names or paths that were joined. */
export interface JoinShare {
  joined: number;
  total: number;
}

/** The results of joining a row's cells. */
export interface JoinedRow {
  joins: Join[];
  misses: JoinMiss[];
  /** The names of profiles and extensions. */
  profiles: JoinShare;
  /** The paths in `fhir_path`. */
  paths: JoinShare;
}

/** Finds the structures and elements that the cells of a row name. */
export function joinRow(structures: Structures, row: UscdiRow): JoinedRow {
  const joined: JoinedRow = {
    joins: [],
    misses: [],
    profiles: { joined: 0, total: 0 },
    paths: { joined: 0, total: 0 },
  };
  const take = (share: JoinShare | null, column: string, text: string, found: string[] | string) => {
    if (share) share.total += 1;
    if (typeof found === 'string') return void joined.misses.push({ row: row.row, column, text, reason: found });
    if (share) share.joined += 1;
    joined.joins.push(...found.map((to) => ({ to, quote: text })));
  };
  const named = namesIn(structures, row);
  const profiles = [...new Set(named.flatMap(({ text }) => profileNamed(structures, text)?.key ?? []))];
  for (const { column, text } of named) take(joined.profiles, column, text, byName(structures, profiles, text, column));
  for (const text of readNames(row.cells.fhir_extension_url)) {
    take(joined.profiles, 'fhir_extension_url', text, byUrl(structures, profiles, text));
  }
  for (const { text, path } of readPaths(row.cells.fhir_path)) {
    const found = path === null ? byName(structures, profiles, text, 'fhir_path') : byPath(structures, profiles, path);
    take(joined.paths, 'fhir_path', text, found);
  }
  for (const { column, text } of row.stray) take(null, String(column), text, 'the column has no heading');
  return joined;
}

/** The names of profiles and extensions in a row. A resource in this column adds nothing to the paths. */
function namesIn(structures: Structures, { cells }: UscdiRow): { column: UscdiColumn; text: string }[] {
  const isResource = (name: string) =>
    structures.fhir.length > 0 ? structures.coreNamed(name) !== undefined : /^[A-Z][A-Za-z]+$/.test(name);
  const columns = ['uscore_profile', 'resource_type', 'extension'] as const;
  return columns
    .flatMap((column) => readNames(cells[column]).map((text) => ({ column, text })))
    .filter(({ column, text }) => column !== 'resource_type' || !isResource(text));
}

function byName(
  structures: Structures,
  profiles: readonly string[],
  name: string,
  column: UscdiColumn,
): string[] | string {
  const profile = profileNamed(structures, name);
  if (profile !== undefined) return [profile.key, ...slicesOf(structures, profiles, lastKeySegment(profile.key))];
  const slices = slicesNamed(structures, profiles, name);
  if (slices.length > 0) return slices;
  const names = structures.profiles.map(({ title }) => title);
  if (column === 'resource_type') names.push(...structures.core.map(({ key }) => lastKeySegment(key)));
  return `the name does not match any ${NO_NAME[column] ?? 'profile or extension'} in ${known(structures)}${nearest(name, names)}`;
}

const NO_NAME: Partial<Record<UscdiColumn, string>> = {
  resource_type: 'resource or profile',
  fhir_path: 'path, profile, or extension',
};

function byUrl(structures: Structures, profiles: readonly string[], url: string): string[] | string {
  const structure = structures.atUrl(url);
  const own = structure === undefined ? [] : [structure.key];
  const found = [...own, ...slicesOf(structures, profiles, idIn(url))];
  return found.length > 0
    ? found
    : `the extension is not defined in ${known(structures)} or used in the profiles of this row`;
}

/** The elements of the row's profiles that are slices for an extension. */
const slicesOf = (structures: Structures, profiles: readonly string[], extension: string): string[] =>
  profiles
    .flatMap((profile) => structures.slicesOf(`${profile}.extension`))
    .filter((slice) => structures.takes(slice, extension));

/** The elements that a path names, in FHIR itself and in the row's profiles of the same resource. */
function byPath(structures: Structures, profiles: readonly string[], { head, steps }: FhirPath): string[] | string {
  const core = structures.coreNamed(head);
  const inCore = core === undefined ? undefined : walk(structures, core, steps);
  const own = steps.length === 0 ? [] : profiles.filter((profile) => structures.constrainedBy(profile) === head);
  const inProfiles = own.map((profile) => walk(structures, profile, steps));
  const keys = [...new Set([inCore, ...inProfiles].flatMap((walked) => walked?.keys ?? []))];
  if (keys.length > 0) return keys;
  if (inCore?.miss !== undefined) return inCore.miss;
  if (structures.fhir.length === 0)
    return inProfiles[0]?.miss ?? 'FHIR is not in the graph; import FHIR, and then repeat this import';
  const names = structures.core.map(({ key }) => lastKeySegment(key));
  return `${structures.fhir.join(', ')} has no resource or data type named "${head}"${nearest(head, names)}`;
}

const known = ({ guide, fhir }: Structures) => [guide, ...fhir].join(' or ');
