import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DerivedGlossary, deriveGlossary } from '../../../src/import/glossary/derive/derive.ts';
import { gather } from '../../../src/import/glossary/derive/gather.ts';
import { Sources } from '../../../src/import/glossary/derive/sources.ts';
import { deriveSupplement, type SupplementedTerm } from '../../../src/import/glossary/derive/supplement.ts';
import { formatOf, READERS } from '../../../src/import/glossary/read/formats.ts';
import type { GlossaryFormat } from '../../../src/import/glossary/read/shape.ts';
import { KnownNames } from '../../../src/import/known-names.ts';
import type { Remark } from '../../../src/store/errors.ts';

/** A graph with nothing in it. */
export const NOTHING_KNOWN = new KnownNames([], []);

/** A file of this folder. */
export const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What a text becomes beside a graph that is empty, and the faults that were found in it. */
export async function derive(
  text: string,
  format: GlossaryFormat,
  known = NOTHING_KNOWN,
): Promise<DerivedGlossary & { title: string | undefined; passedOver: readonly string[]; faults: Remark[] }> {
  const { glossary, gathered, faults } = await read(text, format);
  const derived = deriveGlossary(gathered, known, KITES, FILE);
  return { ...derived, title: glossary.title, passedOver: glossary.passedOver, faults };
}

/** What a supplement becomes beside these terms of the code system that it supplements. */
export async function supplement(text: string, known: readonly SupplementedTerm[]) {
  const { glossary, gathered, faults } = await read(text, 'fhir');
  return { ...deriveSupplement(gathered, known, KITES, new Sources(FILE)), supplements: glossary.supplements, faults };
}

const KITES = { id: 'Vocabulary:kites', key: 'kites' };
const FILE = { id: 'Source:x', name: 'X' };

async function read(text: string, format: GlossaryFormat) {
  const faults: Remark[] = [];
  const fault = (message: string, place = {}) => void faults.push({ file: 'x', message, ...place });
  const glossary = await READERS[format]({ text, fault });
  return { glossary, gathered: gather(glossary, fault), faults };
}

/** A golden file, derived. */
export async function golden(name: string) {
  const text = readFileSync(here(`golden/${name}`), 'utf8').replace(/^\uFEFF/, '');
  const format = formatOf(name, text);
  if (format === undefined) throw new Error(`${name} is of no format`);
  return { format, ...(await derive(text, format)) };
}
