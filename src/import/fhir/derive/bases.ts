import { faultIn } from '../../../store/errors.ts';
import { CORE, guideOfCanonical, guideOfPackage, guideUrl, lastSegment, withoutVersion } from '../keys.ts';
import type { Structure } from '../read/resources.ts';
import type { GuideVersion } from './guide-version.ts';
import type { KnownGuide } from './known-to-guides.ts';

/** The base of a structure. */
export interface Base {
  key: string;
  /**
   * Set if the key is one of several possible keys of the base. It is the URL that the structure with this key must
   * have to be the base.
   */
  canonical?: string;
}

/** Finds the structure with a canonical URL, to the extent that the package and its dependencies identify it. */
export class Bases {
  private readonly guide: GuideVersion;
  private readonly own: ReadonlyMap<string, string>;
  private readonly known: readonly KnownGuide[];
  /** The version of each guide that the package depends on, by the guide's key. FHIR itself is not among them. */
  private readonly needed: ReadonlyMap<string, string>;

  /**
   * @param own keys of the structures in the package, by URL
   */
  constructor(guide: GuideVersion, own: ReadonlyMap<string, string>, known: readonly KnownGuide[]) {
    this.guide = guide;
    this.own = own;
    this.known = known;
    this.needed = new Map(
      Object.entries(guide.dependencies)
        .map(([name, version]) => [guideOfPackage(name), version] as const)
        .filter(([key]) => key !== CORE.key),
    );
  }

  /**
   * The structure with this URL. There are several candidates if the URL does not show which dependency defines the
   * structure, because a manifest lists the names of dependencies but not their URLs. Empty if no dependency can define
   * it.
   */
  of(url: string): Base[] {
    const plain = withoutVersion(url);
    const name = lastSegment(url);
    const here = this.own.get(plain);
    if (here !== undefined) return [{ key: here }];
    const canonical = guideUrl(plain);
    if (canonical === this.guide.canonical) return [{ key: `${this.guide.key}/${this.guide.version}/${name}` }];
    if (canonical === CORE.canonical) {
      const key = this.inCore(name);
      return key === undefined ? [] : [{ key }];
    }
    const slug = guideOfCanonical(canonical);
    const pinned = /\|(.+)$/.exec(url)?.[1];
    const authored = this.known.find((one) => one.canonical === canonical)?.key;
    const needed = this.needing(slug);
    const version = pinned ?? (needed && this.needed.get(needed));
    if (needed === undefined && authored === undefined && this.needed.size > 0)
      return [...this.needed].map(([key, version]) => ({
        key: `${key}/${pinned ?? version}/${name}`,
        canonical: plain,
      }));
    return version === undefined ? [] : [{ key: `${authored ?? needed ?? slug}/${version}/${name}` }];
  }

  /**
   * The guide with this slug among the dependencies. A package for one FHIR release has its suffix, which the URL leaves out:
   * hl7.fhir.uv.subscriptions-backport.r4.
   */
  private needing(slug: string): string | undefined {
    if (this.needed.has(slug)) return slug;
    const suffixed = [...this.needed.keys()].filter((key) => key.replace(/-r\d+b?$/, '') === slug);
    return suffixed.length === 1 ? suffixed[0] : undefined;
  }

  /** The key of a FHIR core structure, such as "Patient", or of an element of one, such as "Patient.name". */
  inCore(path: string): string | undefined {
    const { fhirVersion } = this.guide;
    return fhirVersion === undefined ? undefined : `${this.core()}/${fhirVersion}/${path}`;
  }

  /** The key of the FHIR version on which the guide is based. Undefined for FHIR itself. */
  coreVersion(): string | undefined {
    const { key, fhirVersion } = this.guide;
    return fhirVersion === undefined || key === this.core() ? undefined : `${this.core()}/${fhirVersion}`;
  }

  private core(): string {
    return this.known.find(({ canonical }) => canonical === CORE.canonical)?.key ?? CORE.key;
  }
}

/** The base of each structure by key, over all files of an import. */
export type BaseOf = Map<string, { base: string; structure: Structure }>;

/**
 * @throws ImportError if structures are based on one another in a circle
 */
export function refuseCircles(bases: BaseOf): void {
  const done = new Set<string>();
  for (const start of bases.keys()) {
    const way: string[] = [];
    for (let key = start; !done.has(key); ) {
      const at = bases.get(key);
      if (at === undefined) break;
      const before = way.indexOf(key);
      if (before >= 0) {
        const circle = [...way.slice(before), key].join(' → ');
        const message = `baseDefinition: the structures form a cycle: ${circle}`;
        throw faultIn(at.structure.file, message);
      }
      way.push(key);
      key = at.base;
    }
    for (const key of way) done.add(key);
  }
}
