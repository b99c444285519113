import { readFileSync } from 'node:fs';

/**
 * The folder of the package. It contains `seed/`, `cypher/`, and `package.json`, regardless of where the code was
 * built.
 */
export const PACKAGE_ROOT = packageRoot(new URL('.', import.meta.url));

/** The version of Glossograph, from package.json. */
export const VERSION: string = JSON.parse(readFileSync(new URL('package.json', PACKAGE_ROOT), 'utf8')).version;

function packageRoot(from: URL): URL {
  try {
    readFileSync(new URL('package.json', from));
    return from;
  } catch {
    const above = new URL('..', from);
    if (above.href === from.href) throw new Error('The package.json file of Glossograph is missing.');
    return packageRoot(above);
  }
}
