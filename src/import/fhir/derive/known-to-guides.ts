import { fhir } from '../../../../cypher/fhir/index.ts';
import { type Runner, run } from '../../../graph/run.ts';
import { isOriginOf, ORIGINS, originOf } from '../../../model/origins.ts';

/** A guide that another importer described. */
export interface KnownGuide {
  key: string;
  canonical: string;
}

/** The data that other imports have added to the graph. Packages join these entities instead of creating their own. */
export interface KnownToGuides {
  guides: readonly KnownGuide[];
  /**
   * Keys of standards and versions that a package or another importer described. Loose files do not describe them
   * again.
   */
  described: ReadonlySet<string>;
  /** The id of each organization by name and alias (`nameKey`). */
  organizations: ReadonlyMap<string, string>;
}

/**
 * Reads the entities that packages can join. Records that this importer created are excluded because the importer
 * states them again.
 */
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
