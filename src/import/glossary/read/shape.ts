import type { AliasKind } from '../../../model/kinds.ts';
import type { FilePlace } from '../../json-place.ts';

/** The formats, as values of `--format`. */
export const FORMATS = ['json', 'csv', 'turtle', 'jsonld', 'fhir', 'abbreviations'] as const;
export type GlossaryFormat = (typeof FORMATS)[number];

/** A definition as written in the file, including HTML, and the documents that the glossary names for it. */
export interface GlossaryDefinition {
  text: string;
  sources: readonly string[];
}

/** An alias and its kind; without a kind, the form of the name determines it. */
export interface OtherName {
  name: string;
  kind?: AliasKind | undefined;
}

/** An entry of a glossary, in any format, with its texts as written. */
export interface GlossaryEntry {
  name: string;
  /** The key by which other entries refer to it: an IRI or a code. Absent when none does. */
  key?: string;
  definitions: readonly GlossaryDefinition[];
  /** Further texts, each with a heading. */
  notes: readonly { heading: string; text: string }[];
  aliases: readonly OtherName[];
  /** The documents that the whole entry rests on. */
  sources: readonly string[];
  url?: string | undefined;
  category?: string | undefined;
  /** Keys of broader and of related terms. */
  broader: readonly string[];
  related: readonly string[];
  /** The position of the entry, computed only for a message. */
  place: () => FilePlace;
}

/** A glossary as read from a file. */
export interface Glossary {
  /** The title that the glossary states. */
  title?: string | undefined;
  url?: string | undefined;
  /** The date on which it was retrieved, ISO 8601. */
  retrieved?: string | undefined;
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
  return { definitions: [], notes: [], aliases: [], sources: [], broader: [], related: [], ...fields };
}

/** The texts that are not blank, trimmed. */
export function filled(texts: readonly (string | null | undefined)[]): string[] {
  return texts.flatMap((text) => (text?.trim() ? [text.trim()] : []));
}
