import type { AliasKind } from '../../../model/kinds.ts';
import type { Remark } from '../../../store/errors.ts';

/** The formats that are read, as `--format` has them. */
export const FORMATS = ['json', 'csv', 'turtle', 'jsonld', 'fhir', 'abbreviations'] as const;
export type GlossaryFormat = (typeof FORMATS)[number];

/** Where something stands in a file; the file itself is known. */
export type FilePlace = Pick<Remark, 'line' | 'column'>;

/** A definition as the file has it, HTML and all, and the documents from which the glossary took it. */
export interface GlossaryDefinition {
  text: string;
  sources: readonly string[];
}

/** Another name, and what kind of name it is; the name itself tells where nobody says it. */
export interface OtherName {
  name: string;
  kind?: AliasKind | undefined;
}

/** What every format becomes: one term as one entry of a file tells of it. Texts are as they are written there. */
export interface GlossaryEntry {
  name: string;
  /** What other entries of the file call it by: an IRI, a code. Absent where nothing refers to it. */
  key?: string;
  definitions: readonly GlossaryDefinition[];
  /** Further texts, under headings of their own. */
  notes: readonly { heading: string; text: string }[];
  aliases: readonly OtherName[];
  /** The documents on which all of the entry rests. */
  sources: readonly string[];
  url?: string | undefined;
  category?: string | undefined;
  /** Keys of wider terms, and of related ones. */
  broader: readonly string[];
  related: readonly string[];
  /** For messages; asked only when there is one. */
  place: () => FilePlace;
}

/** A glossary as it was read. */
export interface Glossary {
  /** As it calls itself. */
  title?: string | undefined;
  url?: string | undefined;
  /** ISO 8601 calendar date on which it was read from where it comes from. */
  retrieved?: string | undefined;
  entries: readonly GlossaryEntry[];
  /** What the file holds beside terms and was not read, in words: `the column "owner"`. */
  passedOver: readonly string[];
}

/** A file that is being read. */
export interface GlossaryFile {
  text: string;
  /** Notes a fault: reading goes on, so that all of them are told at once. */
  fault: (message: string, place?: FilePlace) => void;
}

/** An entry with a name, and nothing else but what is said. */
export function entry(said: Pick<GlossaryEntry, 'name' | 'place'> & Partial<GlossaryEntry>): GlossaryEntry {
  return { definitions: [], notes: [], aliases: [], sources: [], broader: [], related: [], ...said };
}

/** Texts that say something, without the blanks around them. */
export function filled(texts: readonly (string | null | undefined)[]): string[] {
  return texts.flatMap((text) => (text?.trim() ? [text.trim()] : []));
}
