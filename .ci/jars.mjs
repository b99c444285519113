/**
 * Downloads the Java libraries and the language model, and writes down what arrived: the hashes that the program expects, and the
 * name, version, and license of each library. Run `npm run jars` after a change of NEO4J_VERSION or MODEL, and review the changes.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { checksumsOf } from '../src/graph/local/checksums.ts';
import { copyJars, JAR_CHECKSUMS } from '../src/graph/local/jars.ts';
import { MODEL, MODEL_CHECKSUMS, unpackModel } from '../src/meaning/model.ts';

const REPOSITORY = process.env.MAVEN_REPOSITORY ?? join(homedir(), '.m2/repository');

/** The SPDX identifiers of the names that POMs give to licenses. The first pattern that matches counts. */
const SPDX = [
  [/^GPL-3\.0-or-later$/, 'GPL-3.0-or-later'],
  [/apache|^ASF/i, 'Apache-2.0'],
  [/LGPL\W*2\.1|lesser general public license.*2\.1/i, 'LGPL-2.1-only'],
  [/^MPL 1\.1$/, 'MPL-1.1'],
  [/^Mozilla Public License, v\. 2\.0$/, 'MPL-2.0'],
  [/w\/ CPE|classpath exception/i, 'GPL-2.0-only WITH Classpath-exception-2.0'],
  [/^(Eclipse Public License|EPL)\W*(v\.? ?|version )?2/i, 'EPL-2.0'],
  [/^Eclipse Public License - v 1\.0$/, 'EPL-1.0'],
  [/^(Eclipse Distribution License|EDL)|^BSD.*3|new bsd|revised bsd|^Modified BSD/i, 'BSD-3-Clause'],
  [/^BSD 2-Clause( License)?$/i, 'BSD-2-Clause'],
  [/^CDDL 1\.1$/, 'CDDL-1.1'],
  [/^GPL-2\.0$/, 'GPL-2.0-only'],
  [/^(The )?MIT|^jQuery license$/i, 'MIT'],
  [/^W3C license$/i, 'W3C'],
  [/^Public Domain/i, 'CC0-1.0'],
];

/** The texts of the elements at some paths of a POM, such as `project/version`. */
function readPom(file) {
  const found = new Map();
  const open = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    open.push(name);
    text = '';
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', () => {
    const path = open.join('/');
    found.set(path, [...(found.get(path) ?? []), text.trim().replace(/\s+/g, ' ')]);
    open.pop();
    text = '';
  });
  parser.write(readFileSync(file, 'utf8')).close();
  return (path) => found.get(path) ?? [];
}

const pomOf = (group, artifact, version) =>
  join(REPOSITORY, ...group.split('.'), artifact, version, `${artifact}-${version}.pom`);

/** The names of the licenses of an artifact, which may stand in the POM of its parent. */
function licenseNames(group, artifact, version) {
  const file = pomOf(group, artifact, version);
  if (!existsSync(file)) return [];
  const pom = readPom(file);
  const names = pom('project/licenses/license/name');
  if (names.length > 0) return names;
  const [parent] = pom('project/parent/artifactId');
  if (parent === undefined) return [];
  return licenseNames(pom('project/parent/groupId')[0], parent, pom('project/parent/version')[0]);
}

const unknown = [];
function licensesOf(group, artifact, version) {
  const names = licenseNames(group, artifact, version);
  const known = names.map((name) => SPDX.find(([pattern]) => pattern.test(name))?.[1]);
  if (names.length === 0 || known.includes(undefined))
    unknown.push(`${group}:${artifact}:${version}: ${names.filter((_, at) => known[at] === undefined).join('; ')}`);
  return [...new Set(known)].sort();
}

const work = mkdtempSync(join(tmpdir(), 'glossograph-jars-'));
try {
  await copyJars(work, join(work, 'log'), process.env);
  const jars = checksumsOf(join(work, 'lib'));
  const list = ['-B', 'dependency:list', '-DincludeScope=runtime', `-DoutputFile=${join(work, 'list')}`];
  execFileSync('mvn', list, { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
  const hashes = new Map(jars.split('\n').map((line) => [line.slice(66), line.slice(0, 64)]));
  const components = readFileSync(join(work, 'list'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const parts = /^\s+([\w.-]+(?::[\w.-]+)+)/.exec(line)?.[1]?.split(':');
      if (parts === undefined) return [];
      const [group, name, , classifierOrVersion, versionOrScope] = parts;
      const [classifier, version] =
        parts.length === 6 ? [classifierOrVersion, versionOrScope] : [undefined, classifierOrVersion];
      const file = `${name}-${version}${classifier ? `-${classifier}` : ''}.jar`;
      const sha256 = hashes.get(file);
      if (sha256 === undefined) throw new Error(`${line.trim()}: there is no file ${file}`);
      return [
        {
          file,
          group,
          name,
          version,
          ...(classifier && { classifier }),
          sha256,
          licenses: licensesOf(group, name, version),
        },
      ];
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  if (components.length !== hashes.size - 1)
    throw new Error(`${components.length} components, ${hashes.size - 1} files`);
  mkdirSync(join(work, 'model', 'files'), { recursive: true });
  await unpackModel(join(work, 'model'));
  if (unknown.length > 0) throw new Error(`Add these licenses to SPDX in .ci/jars.mjs:\n${unknown.join('\n')}`);
  const [group, name, version] = MODEL.artifact.split(':');
  // The license of the weights and the tokenizer; the archive that contains them has no license in a POM of its own.
  const model = { group, name, version, licenses: ['MIT'] };
  writeFileSync(JAR_CHECKSUMS, jars);
  writeFileSync(MODEL_CHECKSUMS, checksumsOf(join(work, 'model', 'files')));
  const lines = components.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  writeFileSync('.ci/java.json', `{\n  "model": ${JSON.stringify(model)},\n  "jars": [\n${lines}\n  ]\n}\n`);
  console.log(`${components.length} JARs and the files of the language model`);
} finally {
  rmSync(work, { recursive: true });
}
