import { fhir } from '../../../../cypher/fhir/index.ts';
import { type Runner, run } from '../../../graph/run.ts';
import { isOriginOf, ORIGINS, originOf } from '../../../model/origins.ts';

/** A guide that another importer described. */
export interface KnownGuide {
  key: string;
  canonical: string;
}

/** What other imports have in the graph. Packages join it instead of creating their own. */
export interface KnownToGuides {
  guides: readonly KnownGuide[];
  /**
   * Keys of standards and versions that a package or another importer described: loose files do not describe them again.
   */
  described: ReadonlySet<string>;
  /** The id of each organization by name and alias (`nameKey`). */
  organizations: ReadonlyMap<string, string>;
}

/** Reads what packages join. Records that this importer created do not count: they are stated again, and so stay. */
export async function readKnownToGuides(tx: Runner): Promise<KnownToGuides> {
  const guides: KnownGuide[] = [];
  const described = new Set<string>();
  for (const { key, level, canonical, origins } of await run(tx, fhir.guides, {})) {
    const isAuthored = origins.some((origin) => !isOriginOf(ORIGINS.fhir, origin));
    if (isAuthored || origins.some((origin) => !isLoose(origin))) described.add(key);
    if (isAuthored && level === 'STANDARD' && canonical !== null) guides.push({ key, canonical });
  }
  const organizations = await run(tx, fhir.organizations, { own: originOf(ORIGINS.fhir, '') });
  return {
    guides,
    described,
    organizations: new Map(organizations.flatMap(({ id, names }) => names.map((name) => [name, id] as const))),
  };
}

/** "fhir:fhir/4.0.1:profiles-types" is a file, "fhir:us-core/6.1.0" a package. */
const isLoose = (origin: string) => /^fhir:[^:]+:/.test(origin);
