import { readFileSync } from 'node:fs';
import { PACKAGE_ROOT } from '../version.ts';
import { writeOutDays } from './days.ts';

const CYPHER_FOLDER = new URL('cypher/', PACKAGE_ROOT);

/** Reads `cypher/<name>.cypher`, without its comments, conditions on days written out. */
export function readCypher(name: string): string {
  const text = readFileSync(new URL(`${name}.cypher`, CYPHER_FOLDER), 'utf8');
  return writeOutDays(text.replace(/^\s*\/\/.*$/gm, '').trim());
}
