/**
 * Prints a software bill of materials in CycloneDX JSON: the npm packages that the program uses at run time, the Java libraries of
 * the local Neo4j, and the language model. `npm run sbom > sbom.json`
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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

// From the lock file alone: what is installed on this machine does not matter.
const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'];
const cwd = fileURLToPath(new URL('..', import.meta.url));
const sbom = JSON.parse(
  execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);
// npm leaves out licenses that have no SPDX identifier.
const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
for (const one of sbom.components.filter(({ licenses = [] }) => licenses.length === 0)) {
  const found = packages[`node_modules/${one.name}`];
  if (found?.license && found.version === one.version) one.licenses = [{ license: { name: found.license } }];
}
const program = sbom.metadata.component;
program.name = 'glossograph'; // npm takes the name of the folder
sbom.components.push(...jars, model);
const refs = [...jars, model].map((one) => one['bom-ref']);
const own = sbom.dependencies.find(({ ref }) => ref === program['bom-ref']);
own.dependsOn = [
  ...(own.dependsOn ?? []),
  refs.find((ref) => ref.startsWith('pkg:maven/org.neo4j/neo4j@')),
  model['bom-ref'],
];
// POMs describe how the libraries depend on each other, but the local Neo4j needs all of them.
const neo4j = refs.find((ref) => ref.startsWith('pkg:maven/org.neo4j/neo4j@'));
sbom.dependencies.push(
  ...refs.map((ref) => ({
    ref,
    dependsOn: ref === neo4j ? jars.map((one) => one['bom-ref']).filter((one) => one !== neo4j) : [],
  })),
);
process.stdout.write(`${JSON.stringify(sbom, null, 2)}\n`);
