import type { ElementRow, StructureRow } from '../../../cypher/uscdi/index.ts';
import { groupBy } from '../../model/group.ts';

/** A version and its structures: either the guide's version or a FHIR version on which the guide is based. */
export interface VersionRow {
  version: string;
  structures: readonly StructureRow[];
}

/**
 * Looks up the profiles of a guide, the structures of the FHIR versions on which the guide is based, and the elements
 * of both.
 */
export class Structures {
  /** The key of the guide version, such as "us-core/6.1.0". */
  readonly guide: string;
  readonly profiles: readonly StructureRow[];
  /** The keys of the FHIR versions on which it is based and whose resources are in the graph. */
  readonly fhir: readonly string[];
  /** The structures of these versions. */
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

  /** Whether an element has this key. */
  has(key: string): boolean {
    return this.types.has(key);
  }

  /** The type names of an element, such as "HumanName" or "Reference". */
  typesOf(key: string): string[] {
    return (this.types.get(key) ?? []).map((type) => type.split('(')[0]?.trim() ?? '');
  }

  /** The names of the elements directly below a structure or element, for messages. */
  namesBelow(key: string): string[] {
    const below = [...this.types.keys()].filter((one) => one.startsWith(`${key}.`));
    return below.map((one) => one.slice(key.length + 1)).filter((name) => !/[.:]/.test(name));
  }

  /** The keys of the slices of an element. */
  slicesOf(key: string): readonly string[] {
    return this.slices.get(key) ?? [];
  }

  /** Whether an element accepts a profile. For example, "Extension(us-core-race)" accepts `us-core-race`. */
  takes(key: string, profile: string): boolean {
    const listed = (this.types.get(key) ?? []).flatMap((type) => /\((.*)\)/.exec(type)?.[1]?.split('|') ?? []);
    return listed.some((one) => lastKeySegment(one.trim()) === profile);
  }

  /** The type that a profile constrains. For example, `us-core-patient` constrains "Patient". */
  constrainedBy(profile: string): string | undefined {
    return this.constrained.get(profile);
  }

  /** The resource or data type of FHIR with this name. */
  coreNamed(name: string): string | undefined {
    return this.core.find(({ key, level }) => level !== 'PROFILE' && lastKeySegment(key) === name)?.key;
  }

  /**
   * The structure with a canonical URL. Also finds a structure by its id at the end of such a URL or of a page name of
   * the guide.
   */
  atUrl(url: string): StructureRow | undefined {
    const all = [...this.profiles, ...this.core];
    return all.find(({ canonical }) => canonical === url) ?? all.find(({ key }) => lastKeySegment(key) === idIn(url));
  }
}

/**
 * The id at the end of a canonical URL or of a page name, such as "StructureDefinition-us-core-race.html" →
 * "us-core-race".
 */
export function idIn(url: string): string {
  return lastKeySegment(
    url
      .replace(/[#?].*$/, '')
      .replace(/\.html$/, '')
      .replace(/\/$/, ''),
  ).replace(/^StructureDefinition-/, '');
}

/** The last segment of a key, such as "us-core/6.1.0/us-core-patient" → "us-core-patient". */
export const lastKeySegment = (key: string) => key.slice(key.lastIndexOf('/') + 1);

/**
 * Pairs of paths: an element's path starts with the type that its structure constrains, its key with the key of the
 * structure.
 */
function constrainedBy(key: string, path: string | null): [string, string][] {
  const dot = path?.indexOf('.') ?? -1;
  if (path === null || dot < 0) return [];
  const within = path.slice(dot);
  return key.endsWith(within) ? [[key.slice(0, -within.length), path.slice(0, dot)]] : [];
}
