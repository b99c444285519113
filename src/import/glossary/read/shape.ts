import type { AliasKind } from '../../../model/kinds.ts';
import type { MappingPredicate } from '../../../model/mapping.ts';
import type { FilePlace } from '../../json-place.ts';

/** The formats, as values of `--format`. */
export const FORMATS = ['json', 'csv', 'turtle', 'jsonld', 'fhir', 'abbreviations'] as const;
export type GlossaryFormat = (typeof FORMATS)[number];

/** A definition as written in the file, including HTML, and the documents that the glossary names for it. */
export interface GlossaryDefinition {
  text: string;
  sources: readonly string[];
  /** The language as a BCP 47 tag, if the file states it. */
  language?: string | undefined;
}

/** An alias and its kind; without a kind, the form of the name determines it. */
export interface OtherName {
  name: string;
  kind?: AliasKind | undefined;
  /** The language as a BCP 47 tag, if the file states it. */
  language?: string | undefined;
}

/** A literal of an RDF file, exactly as written. */
export interface Literal {
  /** "skos:altLabel" */
  property: string;
  text: string;
  /** The language tag, or "^^" and the IRI of the datatype; "" for a plain literal. */
  tag: string;
}

/** How a concept compares to one of another vocabulary. */
export interface StatedMapping {
  predicate: MappingPredicate;
  iri: string;
}

/** An entry of a glossary, in any format, with its texts as written. */
export interface GlossaryEntry {
  name: string;
  /** The key by which other entries refer to it: an IRI or a code. Absent when none does. */
  key?: string;
  /** The key is good for one reading of the file: the label of a blank node. */
  isAnonymous?: boolean | undefined;
  definitions: readonly GlossaryDefinition[];
  /** Further texts, each with a heading. */
  notes: readonly { heading: string; text: string; language?: string | undefined }[];
  aliases: readonly OtherName[];
  /** The documents that the whole entry rests on. */
  sources: readonly string[];
  url?: string | undefined;
  category?: string | undefined;
  /** Keys of broader and of related terms. */
  broader: readonly string[];
  related: readonly string[];
  /** The language of the name, if the file states it. */
  language?: string | undefined;
  /** The IRI and the code of a concept. */
  iri?: string | undefined;
  notation?: string | undefined;
  /** Its publisher advises against its use. */
  isDeprecated?: boolean | undefined;
  /** It is one of those at the top of its scheme. */
  isTopConcept?: boolean | undefined;
  mappings: readonly StatedMapping[];
  literals: readonly Literal[];
  /** What an RDF file states of the concept beside all this, as lines of N-Triples. */
  statements: readonly string[];
  /** The position of the entry, computed only for a message. */
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
  /** The date on which it was retrieved, ISO 8601. */
  retrieved?: string | undefined;
  /** The URL of the code system to which the file only adds names. Its entries are found there by their codes. */
  supplements?: string | undefined;
  /** What an RDF file states of other resources than concepts, as lines of N-Triples. */
  statements?: readonly string[] | undefined;
  entries: readonly GlossaryEntry[];
  /** What else the file has and was not read, in words: `the column "owner"`. */
  passedOver: readonly string[];
}

/** A file that is being read. */
export interface GlossaryFile {
  text: string;
  /** Reports a fault. Reading continues, so that one run reports all faults. */
  fault: (message: string, place?: FilePlace) => void;
}

/** An entry with empty lists for all fields that are not given. */
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

/** The texts that are not blank, trimmed. */
export function filled(texts: readonly (string | null | undefined)[]): string[] {
  return texts.flatMap((text) => (text?.trim() ? [text.trim()] : []));
}
