import type { ElementRow, StructureRow } from '../../../cypher/uscdi/index.ts';
import { groupBy } from '../../model/group.ts';

/** A version whose structures were asked for: the guide's own, or of FHIR below it. */
export interface VersionRow {
  version: string;
  structures: readonly StructureRow[];
}

/** The profiles of a guide, the FHIR version below them, and the elements of both, to look things up in. */
export class Structures {
  /** Key of the guide's version: "us-core/6.1.0". */
  readonly guide: string;
  readonly profiles: readonly StructureRow[];
  /** Keys of the FHIR versions on which it builds and whose resources are known. */
  readonly fhir: readonly string[];
  /** Structures of these. */
  readonly core: readonly StructureRow[];
  private readonly types: ReadonlyMap<string, readonly string[]>;
  private readonly slices: ReadonlyMap<string, readonly string[]>;
  private readonly constrained: ReadonlyMap<string, string>;

  constructor(guide: string, versions: readonly VersionRow[], elements: readonly ElementRow[]) {
    const known = versions.filter(({ structures }) => structures.length > 0);
    this.guide = guide;
    this.profiles = known.filter(({ version }) => version === guide).flatMap(({ structures }) => structures);
    this.fhir = known.map(({ version }) => version).filter((version) => version !== guide);
    this.core = known.filter(({ version }) => version !== guide).flatMap(({ structures }) => structures);
    this.types = new Map(elements.map(({ key, types }) => [key, types ?? []]));
    const sliced = elements.map(({ key }) => key).filter((key) => key.indexOf(':', key.lastIndexOf('.')) > 0);
    this.slices = groupBy(sliced, (key) => key.slice(0, key.lastIndexOf(':')));
    this.constrained = new Map(elements.flatMap(({ key, path }) => constrainedBy(key, path)));
  }

  /** Whether there is an element of this key. */
  has(key: string): boolean {
    return this.types.has(key);
  }

  /** Names of its types: "HumanName", "Reference". */
  typesOf(key: string): string[] {
    return (this.types.get(key) ?? []).map((type) => type.split('(')[0]?.trim() ?? '');
  }

  /** Names of the elements right below a structure or element, for messages. */
  namesBelow(key: string): string[] {
    const below = [...this.types.keys()].filter((one) => one.startsWith(`${key}.`));
    return below.map((one) => one.slice(key.length + 1)).filter((name) => !/[.:]/.test(name));
  }

  /** The slices of an element, by their keys. */
  slicesOf(key: string): readonly string[] {
    return this.slices.get(key) ?? [];
  }

  /** Whether an element takes what conforms to a profile: "Extension(us-core-race)" takes `us-core-race`. */
  takes(key: string, profile: string): boolean {
    const listed = (this.types.get(key) ?? []).flatMap((type) => /\((.*)\)/.exec(type)?.[1]?.split('|') ?? []);
    return listed.some((one) => lastKeySegment(one.trim()) === profile);
  }

  /** What a profile constrains: `us-core-patient` is a "Patient". */
  constrainedBy(profile: string): string | undefined {
    return this.constrained.get(profile);
  }

  /** The resource or data type of FHIR that has this name. */
  coreNamed(name: string): string | undefined {
    return this.core.find(({ key, level }) => level !== 'PROFILE' && lastKeySegment(key) === name)?.key;
  }

  /** The structure that has a canonical URL, or whose id such a URL or a page of the guide ends with. */
  atUrl(url: string): StructureRow | undefined {
    const all = [...this.profiles, ...this.core];
    return all.find(({ canonical }) => canonical === url) ?? all.find(({ key }) => lastKeySegment(key) === idIn(url));
  }
}

/** The id with which a canonical URL or the name of a page ends: "StructureDefinition-us-core-race.html" → "us-core-race". */
export function idIn(url: string): string {
  return lastKeySegment(
    url
      .replace(/[#?].*$/, '')
      .replace(/\.html$/, '')
      .replace(/\/$/, ''),
  ).replace(/^StructureDefinition-/, '');
}

/** "us-core/6.1.0/us-core-patient" → "us-core-patient". */
export const lastKeySegment = (key: string) => key.slice(key.lastIndexOf('/') + 1);

/** An element's path begins with what its structure constrains, and its key with the structure's. */
function constrainedBy(key: string, path: string | null): [string, string][] {
  const dot = path?.indexOf('.') ?? -1;
  if (path === null || dot < 0) return [];
  const within = path.slice(dot);
  return key.endsWith(within) ? [[key.slice(0, -within.length), path.slice(0, dot)]] : [];
}
