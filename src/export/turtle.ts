import type { ExportedGraph, ExportFormat } from './graph.ts';
import type { RdfResource, RdfValue } from './rdf.ts';
import { resourcesOf } from './resources.ts';
import { mapped } from './text.ts';
import { PREFIXES } from './vocabulary.ts';

/**
 * Turtle. Terms are SKOS concepts. Each relation is a triple and also an `rdf:Statement` with the relation's properties
 * and evidence. `glossograph import graph` can read this format. Lone surrogates, which RDF cannot contain, become
 * U+FFFD.
 */
export const turtle: ExportFormat = {
  name: 'turtle',
  about: 'RDF in Turtle, with SKOS for terms; can be imported into Glossograph',
  mediaType: 'text/turtle',
  extension: 'ttl',
  write,
};

async function* write(graph: ExportedGraph): AsyncGenerator<string> {
  for (const [prefix, iri] of Object.entries(PREFIXES)) yield `@prefix ${prefix}: <${iri}> .\n`;
  yield* mapped(
    resourcesOf(graph),
    (resource) => `\n${named(resource.iri ?? '')} ${described(resource, ' ;\n  ')} .\n`,
  );
}

function described({ types, properties }: RdfResource, between: string): string {
  const kinds = types.length > 0 ? [`a ${types.join(', ')}`] : [];
  return [...kinds, ...properties.map(([name, value]) => `${named(name)} ${written(value)}`)].join(between);
}

function written(value: RdfValue): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return String(value);
  if ('integer' in value) return String(value.integer);
  if ('number' in value) return numeral(value.number).text;
  if ('text' in value)
    return `${quoted(value.text)}${value.tag.startsWith('^^') ? `^^<${value.tag.slice(2)}>` : `@${value.tag}`}`;
  if ('list' in value) return value.list.length > 0 ? `( ${value.list.map(written).join(' ')} )` : '()';
  if ('properties' in value) return `[ ${described(value, ' ; ')} ]`;
  return named(value.iri);
}

/**
 * Writes a number with all of its digits. The number is written as a decimal because some programs round doubles, or as
 * a double if it has an exponent.
 */
export function numeral(number: number): { text: string; type: 'xsd:decimal' | 'xsd:double' } {
  const text = String(number);
  if (text.includes('e')) return { text, type: 'xsd:double' };
  return { text: text.includes('.') ? text : `${text}.0`, type: 'xsd:decimal' };
}

/** A blank node, a prefixed name, or an IRI: ours are percent-encoded already. */
const named = (iri: string): string =>
  iri.startsWith('_:') || (/^\w+:[\w-]+$/.test(iri) && PREFIXED.test(iri))
    ? iri
    : `<${iri.replace(UNSAFE, encodeURIComponent)}>`;
const PREFIXED = new RegExp(`^(?:${Object.keys(PREFIXES).join('|')}):`);
/** Characters that no IRI in angle brackets may have. */
const UNSAFE = /[\s<>"{}|\\^`]/g;

const quoted = (text: string): string => `"${text.toWellFormed().replace(SPECIAL, escaped)}"`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to escape
const SPECIAL = /["\\\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;
const SHORT: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escaped = (one: string) => SHORT[one] ?? `\\u${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
