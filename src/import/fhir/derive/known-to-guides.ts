import { fhir } from '../../../../cypher/fhir/index.ts';
import { type Runner, run } from '../../../graph/run.ts';
import { isOriginOf, ORIGINS, originOf } from '../../../model/origins.ts';

/** A guide that others than this importer have described. */
export interface KnownGuide {
  key: string;
  canonical: string;
}

/** What the graph has from others, and packages join instead of making their own. */
export interface KnownToGuides {
  guides: readonly KnownGuide[];
  /** Keys of standards and versions that a package or somebody else has described: loose files need not. */
  described: ReadonlySet<string>;
  /** Name or alias, as they are compared, to the id of the organization. */
  organizations: ReadonlyMap<string, string>;
}

/** Everything in the graph that packages join. What this importer made itself is none of it: so it is said again, and stays. */
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
