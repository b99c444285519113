import { groupBy } from '../model/group.ts';
import type { ExportFormat } from './graph.ts';
import type { RdfResource, RdfValue } from './rdf.ts';
import { resourcesOf } from './resources.ts';
import { jsonText, mapped } from './text.ts';
import { numeral } from './turtle.ts';
import { PREFIXES } from './vocabulary.ts';

/**
 * JSON-LD with the same RDF as in Turtle. The file contains the context, so readers do not have to fetch anything. Lone
 * surrogates, which RDF cannot contain, become U+FFFD.
 */
export const jsonLd: ExportFormat = {
  name: 'json-ld',
  about: 'RDF in JSON-LD, with SKOS for terms',
  mediaType: 'application/ld+json',
  extension: 'jsonld',
  write: (graph) =>
    jsonText({ '@context': { '@version': 1.1, ...PREFIXES }, '@graph': mapped(resourcesOf(graph), object) }),
};

function object({ iri, types, properties }: RdfResource): object {
  return {
    ...(iri !== undefined && { '@id': iri }),
    ...(types.length > 0 && { '@type': types }),
    ...Object.fromEntries(
      [...groupBy(properties, ([name]) => name)].map(([name, some]) => {
        const values = some.map(([, value]) => written(value));
        return [name, values.length === 1 ? values[0] : values];
      }),
    ),
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
  if ('text' in value) {
    const { text, tag } = value;
    const said = { '@value': text.toWellFormed() };
    return tag.startsWith('^^') ? { ...said, '@type': tag.slice(2) } : { ...said, '@language': tag };
  }
  if ('list' in value) return { '@list': value.list.map(written) };
  if ('properties' in value) return object(value);
  return { '@id': value.iri };
}
