/**
 * The types of elements, such as HumanName or Reference(Patient | us-core-practitioner), with links to the types that
 * exist.
 */
import type { Ask } from '../ask.ts';
import { type Element, EXISTING, type FoundElements, type FoundStandard } from './asked.ts';

/** The id of the standard to which each type name refers. */
export type TypeLinks = ReadonlyMap<string, string>;

const NAME = /[A-Za-z][\w.-]*/g;
/** The API looks up as many ids at once; a name may stand in two versions. */
const MOST_NAMES = 50;

/** Rows that contain elements, nested as in the page's query. */
export interface ElementRow extends Element {
  readonly children?: { readonly edges?: readonly { readonly node: ElementRow }[]; readonly totalCount?: number };
}

/** The elements below a standard, with the elements inside them. */
export const rowsOf = (elements: FoundElements): readonly ElementRow[] => elements.edges.map(({ node }) => node);

/** The type names of a standard and of the elements in it. */
export function typeNames({ types }: FoundStandard, elements: FoundElements | null): string[] {
  const names = new Set<string>();
  const read = (all: readonly string[] | null) => {
    for (const [name] of (all ?? []).join(' ').matchAll(NAME)) names.add(name);
  };
  const walk = (rows: readonly ElementRow[]) => {
    for (const { types: own, children } of rows) {
      read(own);
      walk((children?.edges ?? []).map(({ node }) => node));
    }
  };
  read(types);
  if (elements !== null) walk(rowsOf(elements));
  return [...names];
}

/** Looks up the names in the standard's own version, and then in the version on which it is based. */
export async function typeLinks(found: FoundStandard, names: readonly string[], ask: Ask): Promise<TypeLinks> {
  const versions = [
    ...found.ancestors,
    ...(found.level === 'VERSION' ? [found] : []),
    ...found.implements.flatMap(({ ancestors }) => ancestors),
  ].filter(({ level }) => level === 'VERSION');
  const [own, base] = [...new Set(versions.map(({ id }) => id))];
  if (own === undefined || names.length === 0) return new Map();
  const idsOf = (name: string) => [own, ...(base ? [base] : [])].map((version) => `${version}/${name}`);
  const asked = names.slice(0, MOST_NAMES);
  const { data } = await ask(EXISTING, { ids: asked.flatMap(idsOf) });
  const existing = new Set(data.nodes?.flatMap((node) => (node === null ? [] : [node.id])));
  return new Map(
    asked.flatMap((name): [string, string][] => {
      const id = idsOf(name).find((one) => existing.has(one));
      return id === undefined ? [] : [[name, id]];
    }),
  );
}
