import { basename } from 'node:path';
import { valid } from 'semver';
import { ORIGINS, originOf } from '../../../model/origins.ts';
import { faultIn } from '../../../store/errors.ts';
import { CORE, dayOf, guideOfCanonical, guideOfPackage, guideUrl } from '../keys.ts';
import type { PackageContent } from '../read/read-content.ts';
import type { ImplementationGuide, Manifest, Resource } from '../read/resources.ts';
import type { KnownGuide } from './known-to-guides.ts';
import { byFrequency, publisherNames } from './publisher.ts';

/** The guide version to which a package or file belongs. */
export interface GuideVersion {
  /** The key of the guide, such as "us-core". */
  key: string;
  version: string;
  canonical: string;
  /** The FHIR version on which it is based. Absent if the package does not state it. */
  fhirVersion?: string | undefined;
  title: string;
  /** The name of the version, such as "US Core 6.1.0". */
  name: string;
  /** Absent for loose files. */
  package?: string | undefined;
  /** The packages on which it depends, with their versions. */
  dependencies: Readonly<Record<string, string>>;
  url?: string | undefined;
  date?: string | undefined;
  status?: string | undefined;
  /** Names of the publisher, most likely name first. */
  publishers: string[];
  /** The origin of the import, such as "fhir:us-core/6.1.0". */
  origin: string;
  /** The id of the source. */
  sourceId: string;
}

/**
 * Finds the guide and version of a package or a loose file.
 *
 * @param known guides that other imports describe; their keys apply to their canonical URLs
 * @throws ImportError for a loose file whose resources do not state the guide or version
 */
export function guideOf(content: PackageContent, known: readonly KnownGuide[]): GuideVersion {
  const { file, manifest, resources } = content;
  const described = resources.find((one): one is ImplementationGuide => one.resourceType === 'ImplementationGuide');
  const stated = manifest
    ? guideOfManifest(manifest, resources, described)
    : guideOfResources(file, resources, described);
  const key = known.find(({ canonical }) => canonical === stated.canonical)?.key ?? stated.key;
  const version = `${key}/${stated.version}`;
  const loose = manifest ? '' : basename(file).replace(/\.[^.]*$/, '');
  return {
    ...stated,
    key,
    publishers: publisherNames([described?.publisher, authorOf(manifest)], resources),
    status: described?.status,
    origin: originOf(ORIGINS.fhir, `${version}${loose && `:${loose}`}`),
    sourceId: `Source:fhir-${version.replaceAll('/', '-')}${loose && `-${loose}`}`,
  };
}

type StatedGuide = Omit<GuideVersion, 'publishers' | 'status' | 'origin' | 'sourceId'>;

function guideOfManifest(
  manifest: Manifest,
  resources: readonly Resource[],
  described: ImplementationGuide | undefined,
): StatedGuide {
  const { name, version, title = name, url, notForPublication, dependencies = {} } = manifest;
  const key = guideOfPackage(name);
  const stated = manifest.fhirVersions ?? manifest['fhir-version-list'] ?? described?.fhirVersion;
  const fhirVersion = stated?.[0] ?? coreIn(dependencies) ?? fhirVersionOf(resources);
  // A package that is not meant for publication names the URL of a build that may be gone tomorrow.
  const isPage = /^https?:/.test(url ?? '') && notForPublication !== true;
  return {
    ...namesOf(key, title, version),
    version,
    canonical: manifest.canonical ?? canonicalOf(key, described, name),
    fhirVersion: key === CORE.key ? version : fhirVersion,
    package: name,
    dependencies,
    url: isPage ? url : undefined,
    date: dayOf(manifest.date) ?? dayOf(described?.date),
  };
}

function canonicalOf(key: string, described: ImplementationGuide | undefined, name: string): string {
  if (key === CORE.key) return CORE.canonical;
  return described?.url === undefined ? `urn:package:${name}` : guideUrl(described.url);
}

/** The guide and version of most resources in a loose file: a Bundle of FHIR itself has a few of others among them. */
function guideOfResources(
  file: string,
  resources: readonly Resource[],
  described: ImplementationGuide | undefined,
): StatedGuide {
  const urls = resources.flatMap(({ url }) => (url === undefined ? [] : [guideUrl(url)]));
  const canonical = described?.url === undefined ? byFrequency(urls)[0] : guideUrl(described.url);
  const own = resources.filter(({ url }) => url !== undefined && guideUrl(url) === canonical);
  const fhirVersion = fhirVersionOf(own);
  const [usual] = byFrequency(own.flatMap(({ version }) => version ?? []));
  const version = described?.version ?? (canonical === CORE.canonical ? (fhirVersion ?? usual) : usual);
  if (canonical === undefined || version === undefined) {
    const what =
      canonical === undefined
        ? '"url", which identifies their implementation guide'
        : '"version", which identifies the version of their implementation guide';
    throw faultIn(file, `The resources in this file must have a ${what}.`);
  }
  const key = described?.packageId === undefined ? guideOfCanonical(canonical) : guideOfPackage(described.packageId);
  return {
    ...namesOf(key, described?.title ?? key, version),
    version,
    canonical,
    fhirVersion: key === CORE.key ? version : (fhirVersion ?? described?.fhirVersion?.[0]),
    dependencies: {},
    date: dayOf(described?.date),
  };
}

/** The version of the core package on which a package depends; undefined for several, or for a range such as "4.0.x". */
function coreIn(dependencies: Readonly<Record<string, string>>): string | undefined {
  const versions = Object.entries(dependencies).flatMap(([name, version]) =>
    CORE.packages.test(name) && valid(version) !== null ? [version] : [],
  );
  return versions.length === 1 ? versions[0] : undefined;
}

/** The FHIR version that most structures state. */
function fhirVersionOf(resources: readonly Resource[]): string | undefined {
  return byFrequency(
    resources.flatMap((one) => (one.resourceType === 'StructureDefinition' ? (one.fhirVersion ?? []) : [])),
  )[0];
}

function namesOf(key: string, title: string, version: string): Pick<GuideVersion, 'key' | 'title' | 'name'> {
  if (key === CORE.key) return { key, title: CORE.name, name: `${CORE.name} Release ${version}` };
  return { key, title, name: `${title.replace(/ Implementation Guide$/i, '')} ${version}` };
}

function authorOf(manifest: Manifest | undefined): string | undefined {
  const author = manifest?.author;
  if (typeof author === 'string') return author;
  const name = typeof author === 'object' && author !== null ? Reflect.get(author, 'name') : undefined;
  return typeof name === 'string' ? name : undefined;
}
