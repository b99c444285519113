import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DATA = new URL('../../../shared/data/', import.meta.url);

/** The path of a real file or folder beside the project. */
export const besidePath = (path: string): string => fileURLToPath(new URL(path, DATA));

/**
 * Tells whether real files lie beside the project, as they do where it is built and nowhere else. Where one is missing,
 * prints why the tests of them are skipped.
 */
export function besideProject(what: string, ...paths: readonly string[]): boolean {
  const there = paths.every((path) => existsSync(besidePath(path)));
  if (!there) console.info(`Skipped: tests of ${what}, which are not beside this checkout.`);
  return there;
}
