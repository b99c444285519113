/** The IRIs that identify entities, sources, and vocabularies outside Glossograph: in RDF and in mappings. */
/** The IRIs of vocabularies. `urn:glossograph:vocabulary:` is taken: it begins the names of our classes and properties. */
const SCHEME = 'scheme';

const KIND = /^(?!Id:|Scheme:)([A-Z][a-z]*):/;

/**
 * The IRI of an entity or source. For example, the IRI of `Term:ehr` is `urn:glossograph:term:ehr`. Characters that a
 * URN cannot contain are percent-encoded; lone surrogates become U+FFFD. `idOfIri` is the reverse function.
 */
export function iriOf(id: string): string {
  const [begin = '', kind] = KIND.exec(id) ?? [];
  const sort = kind === 'Vocabulary' ? SCHEME : (kind?.toLowerCase() ?? 'id');
  return `urn:glossograph:${sort}:${encoded(id.slice(begin.length))}`;
}

/**
 * The IRI of an entity, source, or vocabulary in an export: its address on a public server, or else its URN.
 *
 * @param base the public address of the server, without a trailing slash
 */
export function exportedIriOf(id: string, base: string | undefined): string {
  const [, kind, name = ''] = /^([A-Z][a-z]*):(.*)$/s.exec(id) ?? [];
  return base === undefined || kind === undefined ? iriOf(id) : `${base}/${kind.toLowerCase()}/${encoded(name)}`;
}

/** The id of an entity or source from its IRI. Undefined for other IRIs. */
export function idOfIri(iri: string): string | undefined {
  const [, kind, rest] = /^urn:glossograph:([a-z]+):(.*)$/s.exec(iri) ?? [];
  if (kind === undefined || rest === undefined) return undefined;
  const name = decoded(rest);
  if (kind === SCHEME) return `Vocabulary:${name}`;
  return kind === 'id' ? name : `${kind[0]?.toUpperCase()}${kind.slice(1)}:${name}`;
}

/** Percent-encodes any text for the last part of a URN. */
export const encoded = (text: string): string => encodeURI(text.toWellFormed()).replace(/[?#]/g, encodeURIComponent);

/** Decodes the last part of a URN. Leaves invalid encodings unchanged. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
