import { faultIn } from '../../../store/errors.ts';
import { CORE, guideOfCanonical, guideOfPackage, guideUrl, lastSegment, withoutVersion } from '../keys.ts';
import type { Structure } from '../read/resources.ts';
import type { GuideVersion } from './guide-version.ts';
import type { KnownGuide } from './known-to-guides.ts';

/** Finds the key for a canonical URL, as far as the package and its dependencies determine it. */
export class Bases {
  private readonly guide: GuideVersion;
  private readonly own: ReadonlyMap<string, string>;
  private readonly known: readonly KnownGuide[];
  private readonly needed: ReadonlyMap<string, string>;

  /** @param own keys of the structures in the package, by URL */
  constructor(guide: GuideVersion, own: ReadonlyMap<string, string>, known: readonly KnownGuide[]) {
    this.guide = guide;
    this.own = own;
    this.known = known;
    this.needed = new Map(
      Object.entries(guide.dependencies).map(([name, version]) => [guideOfPackage(name), version] as const),
    );
  }

  /** Undefined when the version of the guide that defines it is not known. */
  keyOf(url: string): string | undefined {
    const plain = withoutVersion(url);
    const here = this.own.get(plain);
    if (here !== undefined) return here;
    const canonical = guideUrl(plain);
    if (canonical === this.guide.canonical) return `${this.guide.key}/${this.guide.version}/${lastSegment(url)}`;
    if (canonical === CORE.canonical) return this.inCore(lastSegment(url));
    const slug = guideOfCanonical(canonical);
    const version = /\|(.+)$/.exec(url)?.[1] ?? this.needed.get(slug);
    const key = this.known.find((one) => one.canonical === canonical)?.key ?? slug;
    return version === undefined ? undefined : `${key}/${version}/${lastSegment(url)}`;
  }

  /** The key of a structure of FHIR itself, or of an element of one: "Patient", "Patient.name". */
  inCore(path: string): string | undefined {
    const { fhirVersion } = this.guide;
    return fhirVersion === undefined ? undefined : `${this.core()}/${fhirVersion}/${path}`;
  }

  /** The key of the FHIR version that the guide is built on; undefined for FHIR itself. */
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

/** @throws ImportError when structures are based on each other in a circle */
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
