/**
 * Checks that every package and every Java library has a license that this project accepts. It reads only committed files and the
 * installed packages, so it needs no network. `npm run check` runs it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Licenses of packages that ship with the program. None of them asks anything of the program's own code. */
const SHIPPED = new Set([
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MIT', 'Unlicense'],
  'OFL-1.1', // fonts
]);
/** Further licenses of tools, which run during development only and of which nothing ships. */
const TOOLS = new Set([...SHIPPED, 'MPL-2.0', 'Python-2.0']);
/**
 * Further licenses of the local Neo4j. Users download it from its publisher, and it runs unchanged as a process of its own that
 * Glossograph reaches over the network protocol Bolt.
 */
const JAVA = new Set([
  ...SHIPPED,
  ...['EPL-2.0', 'GPL-2.0-only WITH Classpath-exception-2.0', 'GPL-3.0-or-later', 'MPL-2.0'],
]);

/** Packages whose license has no SPDX identifier. Their license texts were read by hand, and a new version must be read again. */
export const READ_BY_HAND = new Set([
  'dictionary-en 4.0.0', // "(MIT AND BSD)": word lists of SCOWL, with permissive terms throughout
  'dictionary-en-gb 3.0.0', // the same
]);

/**
 * Whether an SPDX expression is satisfied by accepted licenses: all parts of an AND, one part of an OR. AND binds more tightly
 * than OR.
 */
export function isAccepted(expression, accepted) {
  const text = expression.trim();
  if (accepted.has(text)) return true;
  const inner = /^\((.*)\)$/s.exec(text)?.[1];
  if (inner !== undefined && split(text, ' OR ').length === 1 && split(text, ' AND ').length === 1)
    return isAccepted(inner, accepted);
  const choices = split(text, ' OR ');
  if (choices.length > 1) return choices.some((one) => isAccepted(one, accepted));
  const parts = split(text, ' AND ');
  return parts.length > 1 && parts.every((one) => isAccepted(one, accepted));
}

/** Splits an expression at an operator that is not inside parentheses. */
function split(text, operator) {
  const parts = [''];
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0 && text.startsWith(operator, at)) {
      parts.push('');
      at += operator.length - 1;
    } else parts[parts.length - 1] += text[at];
  }
  return parts;
}

/** The license of a package in the lock file. Old packages state it in the property `licenses`, which the lock file does not have. */
function licenseOf(path, { license }) {
  if (typeof license === 'string') return license;
  const manifest = `${path}/package.json`;
  if (!existsSync(manifest)) return '';
  const { licenses = [] } = JSON.parse(readFileSync(manifest, 'utf8'));
  return licenses.map(({ type }) => type).join(' OR ');
}

/** The faults in a lock file and in the list of Java libraries. */
export function faultsIn(lock, java, readLicense = licenseOf) {
  const faults = [];
  for (const [path, found] of Object.entries(lock.packages)) {
    if (path === '' || found.link) continue;
    const name = `${path.replace(/^.*node_modules\//, '')} ${found.version}`;
    if (READ_BY_HAND.has(name)) continue;
    const license = readLicense(path, found);
    // An optional tool that is not installed on this platform has no manifest to read.
    if (license === '' && found.dev && found.optional) continue;
    if (!isAccepted(license, found.dev ? TOOLS : SHIPPED)) faults.push(`${name}: ${license || 'no license'}`);
  }
  for (const { group, name, version, licenses } of [...java.jars, java.model]) {
    // A POM that lists several licenses leaves the choice to the user.
    if (!licenses.some((license) => isAccepted(license, JAVA)))
      faults.push(`${group}:${name}:${version}: ${licenses.join(', ') || 'no license'}`);
  }
  return faults;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const read = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
  const lock = read('../package-lock.json');
  const java = read('java.json');
  const faults = faultsIn(lock, java);
  for (const fault of faults) console.error(`not an accepted license: ${fault}`);
  console.log(
    `${Object.keys(lock.packages).length - 1} packages, ${java.jars.length + 1} Java archives, ${faults.length} without an accepted license.`,
  );
  if (faults.length > 0) process.exitCode = 1;
}
