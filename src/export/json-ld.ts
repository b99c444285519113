import type { ExportedGraph, ExportFormat } from './graph.ts';
import { type RdfResource, type RdfValue, resourcesOf } from './resources.ts';
import { listed, mapped } from './text.ts';
import { numeral } from './turtle.ts';
import { PREFIXES } from './vocabulary.ts';

/**
 * JSON-LD: the same RDF as in Turtle. The context is in the file, so readers fetch nothing. Lone surrogates, which RDF cannot
 * hold, become U+FFFD.
 */
export const jsonLd: ExportFormat = {
  name: 'json-ld',
  about: 'RDF in JSON-LD, SKOS for terms',
  mediaType: 'application/ld+json',
  extension: 'jsonld',
  write,
};

async function* write(graph: ExportedGraph): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify({ '@version': 1.1, ...PREFIXES })},"@graph":[`;
  yield* listed(mapped(resourcesOf(graph), object));
  yield '\n]}\n';
}

function object({ iri, types, properties }: RdfResource): object {
  return {
    ...(iri !== undefined && { '@id': iri }),
    ...(types.length > 0 && { '@type': types }),
    ...Object.fromEntries(properties.map(([name, value]) => [name, written(value)])),
  };
}

function written(value: RdfValue): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'boolean') return value;
  if ('integer' in value) return value.integer;
  if ('number' in value) {
    const { text, type } = numeral(value.number);
    return { '@value': text, '@type': type };
  }
  if ('english' in value) return { '@value': value.english.toWellFormed(), '@language': 'en' };
  if ('list' in value) return { '@list': value.list.map(written) };
  if ('properties' in value) return object(value);
  return { '@id': value.iri };
}
