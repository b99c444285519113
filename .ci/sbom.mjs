/**
 * Prints a software bill of materials in CycloneDX JSON: the npm packages that the program uses at run time, the Java libraries of
 * the local Neo4j, and the language model. `npm run --silent sbom > sbom.json`
 *
 * It reads the lock file itself: `npm sbom --omit dev` of npm 11.19 left out 36 packages that ship, such as graphql.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { READ_BY_HAND } from './licences.mjs';

const java = JSON.parse(readFileSync(new URL('java.json', import.meta.url), 'utf8'));
const modelFiles = readFileSync(new URL('../src/meaning/model.sha256', import.meta.url), 'utf8');

/** Licenses as CycloneDX has them: an identifier, or an expression if it has an exception. */
const licensesOf = (licenses) =>
  licenses.some((one) => one.includes(' '))
    ? [{ expression: licenses.join(' OR ') }]
    : licenses.map((id) => ({ license: { id } }));

const purlOf = ({ group, name, version, classifier }) =>
  `pkg:maven/${group}/${encodeURIComponent(name)}@${encodeURIComponent(version)}${classifier ? `?classifier=${classifier}` : ''}`;

const componentOf = (one, more) => ({
  'bom-ref': purlOf(one),
  group: one.group,
  name: one.name,
  version: one.version,
  purl: purlOf(one),
  licenses: licensesOf(one.licenses),
  ...more,
});

const jars = java.jars.map((one) =>
  // Optional: a server with NEO4J_URI does not use them.
  componentOf(one, { type: 'library', scope: 'optional', hashes: [{ alg: 'SHA-256', content: one.sha256 }] }),
);
const model = componentOf(java.model, {
  type: 'machine-learning-model',
  scope: 'optional',
  components: modelFiles
    .split('\n')
    .slice(0, -1)
    .map((line) => ({ type: 'file', name: line.slice(66), hashes: [{ alg: 'SHA-256', content: line.slice(0, 64) }] })),
});

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')).packages;
const nameOf = (path) => path.replace(/^.*node_modules\//, '');
const refOf = (path) => `${path === '' ? 'glossograph' : nameOf(path)}@${lock[path].version}`;
const packagePurl = (path) => `pkg:npm/${nameOf(path).replace('@', '%40')}@${lock[path].version}`;

/** The path of a package that another one imports, as Node.js finds it: in its own folder first, and then further up. */
function pathOf(from, name) {
  for (let folder = from; ; folder = folder.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (lock[path] !== undefined) return path;
    if (folder === '') return undefined; // an optional peer that is not installed
  }
}

/** The packages that one package needs when the program runs. */
const needsOf = (path) => {
  const { dependencies, optionalDependencies, peerDependencies } = lock[path];
  const paths = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }).map((name) =>
    pathOf(path, name),
  );
  return [...new Set(paths.filter((one) => one !== undefined && !lock[one].dev).map(refOf))].sort();
};

const paths = Object.keys(lock).filter((path) => path !== '' && !lock[path].dev && !lock[path].link);
/** A package of the same version may be at several places, with the same content. */
const placed = new Map(paths.map((path) => [refOf(path), path]));
const packages = [...placed].map(([ref, path]) => ({
  'bom-ref': ref,
  type: 'library',
  scope: lock[path].optional ? 'optional' : 'required',
  name: nameOf(path),
  version: lock[path].version,
  purl: packagePurl(path),
  hashes: [
    { alg: 'SHA-512', content: Buffer.from(lock[path].integrity.replace('sha512-', ''), 'base64').toString('hex') },
  ],
  licenses: READ_BY_HAND.has(`${nameOf(path)} ${lock[path].version}`)
    ? [{ license: { name: lock[path].license } }]
    : licensesOf([lock[path].license]),
}));

const neo4j = jars.find(({ group, name }) => group === 'org.neo4j' && name === 'neo4j');
const others = jars.filter((one) => one !== neo4j).map((one) => one['bom-ref']);
const own = {
  'bom-ref': refOf(''),
  type: 'application',
  name: 'glossograph',
  version: lock[''].version,
  licenses: licensesOf([lock[''].license]),
};
const sbom = {
  $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  serialNumber: `urn:uuid:${randomUUID()}`,
  version: 1,
  metadata: { timestamp: new Date().toISOString(), component: own },
  components: [...packages, ...jars, model],
  dependencies: [
    { ref: own['bom-ref'], dependsOn: [...needsOf(''), neo4j['bom-ref'], model['bom-ref']] },
    ...[...placed].map(([ref, path]) => ({ ref, dependsOn: needsOf(path) })),
    // POMs describe how the libraries depend on each other, but the local Neo4j needs all of them.
    { ref: neo4j['bom-ref'], dependsOn: others },
    ...[...others, model['bom-ref']].map((ref) => ({ ref, dependsOn: [] })),
  ],
};
process.stdout.write(`${JSON.stringify(sbom, null, 2)}\n`);
