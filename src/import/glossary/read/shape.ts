import type { AliasKind } from '../../../model/kinds.ts';
import type { MappingPredicate } from '../../../model/mapping.ts';
import type { FilePlace } from '../../json-place.ts';

/** The formats, as values of `--format`. */
export const FORMATS = ['json', 'csv', 'turtle', 'jsonld', 'fhir', 'abbreviations'] as const;
export type GlossaryFormat = (typeof FORMATS)[number];

/** A definition as written in the file, including HTML, and the documents that the glossary names as its sources. */
export interface GlossaryDefinition {
  text: string;
  sources: readonly string[];
  /** The language as a BCP 47 tag, if the file states it. */
  language?: string | undefined;
}

/** An alias and its kind. If the kind is absent, the form of the name determines it. */
export interface OtherName {
  name: string;
  kind?: AliasKind | undefined;
  /** The language as a BCP 47 tag, if the file states it. */
  language?: string | undefined;
}

/** A literal from an RDF file, exactly as written. */
export interface Literal {
  /** The property, such as "skos:altLabel". */
  property: string;
  text: string;
  /** The language tag, or "^^" and the IRI of the datatype. Empty for a plain literal. */
  tag: string;
}

/** A mapping to a concept in another vocabulary, as stated in the file. */
export interface StatedMapping {
  predicate: MappingPredicate;
  iri: string;
}

/** An entry of a glossary in any format, with its texts as written. */
export interface GlossaryEntry {
  name: string;
  /** The key by which other entries refer to this one: an IRI or a code. Absent if no entry refers to it. */
  key?: string;
  /** Whether the key is valid only for one reading of the file because it is the label of a blank node. */
  isAnonymous?: boolean | undefined;
  definitions: readonly GlossaryDefinition[];
  /** Additional texts, each with a heading. */
  notes: readonly { heading: string; text: string; language?: string | undefined }[];
  aliases: readonly OtherName[];
  /** The documents on which the whole entry is based. */
  sources: readonly string[];
  url?: string | undefined;
  category?: string | undefined;
  /** Keys of broader terms and of related terms. */
  broader: readonly string[];
  related: readonly string[];
  /** The language of the name, if the file states it. */
  language?: string | undefined;
  /** The IRI and the code of a concept. */
  iri?: string | undefined;
  notation?: string | undefined;
  /** Whether its publisher advises against its use. */
  isDeprecated?: boolean | undefined;
  /** Whether it is one of the top concepts of its scheme. */
  isTopConcept?: boolean | undefined;
  mappings: readonly StatedMapping[];
  literals: readonly Literal[];
  /** Other statements in an RDF file about the concept, as lines of N-Triples. */
  statements: readonly string[];
  /** The position of the entry. It is computed only for messages. */
  place: () => FilePlace;
}

/** A glossary as read from a file. */
export interface Glossary {
  /** The title that the glossary states. */
  title?: string | undefined;
  url?: string | undefined;
  description?: string | undefined;
  /** The IRI of the concept scheme. */
  iri?: string | undefined;
  /** The license, as words or as an IRI. */
  license?: string | undefined;
  version?: string | undefined;
  /** The date on which the glossary was retrieved, in ISO 8601. */
  retrieved?: string | undefined;
  /**
   * The URL of the code system to which the file only adds names. Its entries are found in that code system by their
   * codes.
   */
  supplements?: string | undefined;
  /** Statements in an RDF file about resources other than concepts, as lines of N-Triples. */
  statements?: readonly string[] | undefined;
  entries: readonly GlossaryEntry[];
  /** Other contents of the file that were not read, in words, such as `The column "owner" was ignored.` */
  passedOver: readonly string[];
}

/** A file that is being read. */
export interface GlossaryFile {
  text: string;
  /** Reports an error. Reading continues, so that one run reports all errors. */
  fault: (message: string, place?: FilePlace) => void;
}

/** An entry with empty lists for all fields that are not provided. */
export function entry(fields: Pick<GlossaryEntry, 'name' | 'place'> & Partial<GlossaryEntry>): GlossaryEntry {
  return {
    ...{
      definitions: [],
      notes: [],
      aliases: [],
      sources: [],
      broader: [],
      related: [],
      mappings: [],
      literals: [],
      statements: [],
    },
    ...fields,
  };
}

/** The trimmed texts, without blank ones. */
export function filled(texts: readonly (string | null | undefined)[]): string[] {
  return texts.flatMap((text) => (text?.trim() ? [text.trim()] : []));
}
