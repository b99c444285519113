import { extname } from 'node:path';
import { readAbbreviations } from './abbreviations.ts';
import { readCodeSystem } from './code-system.ts';
import { readCsv } from './csv.ts';
import { readJson } from './json.ts';
import { readSkosJsonLd, readSkosTurtle } from './rdf.ts';
import { FORMATS, type Glossary, type GlossaryFile, type GlossaryFormat } from './shape.ts';

/** The reader for each format. */
export const READERS: Readonly<Record<GlossaryFormat, (file: GlossaryFile) => Glossary | Promise<Glossary>>> = {
  json: readJson,
  csv: readCsv,
  turtle: readSkosTurtle,
  jsonld: readSkosJsonLd,
  fhir: readCodeSystem,
  abbreviations: readAbbreviations,
};

const BY_EXTENSION: Readonly<Record<string, GlossaryFormat>> = {
  '.csv': 'csv',
  '.ttl': 'turtle',
  '.nt': 'turtle',
  '.jsonld': 'jsonld',
  '.md': 'abbreviations',
  '.markdown': 'abbreviations',
};

/** The format of a file, based on its name, or else on its beginning. Undefined if neither determines the format. */
export function formatOf(file: string, text: string): GlossaryFormat | undefined {
  const known = BY_EXTENSION[extname(file).toLowerCase()];
  if (known !== undefined) return known;
  if (/^\s*[[{]/.test(text)) return jsonFormat(text);
  const start = text.slice(0, 4_096);
  if (/^ {0,3}\*\[/m.test(start)) return 'abbreviations';
  if (/^\s*(@prefix|@base|prefix\s)/im.test(start)) return 'turtle';
  return extname(file).toLowerCase() === '.json' ? 'json' : undefined;
}

/** The kind of JSON, by the names of fields. Within a text their quotation marks would be escaped. */
function jsonFormat(text: string): GlossaryFormat {
  if (/"resourceType"\s*:/.test(text)) return 'fhir';
  return /"@(?:context|graph|id)"\s*:/.test(text) ? 'jsonld' : 'json';
}

/** The values of `--format`, for messages. */
export const FORMAT_NAMES = FORMATS.join(', ');
