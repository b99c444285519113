import type { CfrCitation } from '../../model/citation.ts';
import type { RuleStage } from '../../model/kinds/rule.ts';

/** A Federal Register document, as described in a file. Absent values are not known. */
export interface RuleDocument {
  /** The citation, such as "89 FR 1192". A document has a citation, a number, or both. */
  citation?: string | undefined;
  /** The document number, such as "2023-28857". */
  documentNumber?: string | undefined;
  lastPage?: number | undefined;
  name: string;
  stage: RuleStage;
  publishedOn?: string | undefined;
  effectiveOn?: string | undefined;
  url?: string | undefined;
  provisions: readonly AffectedProvision[];
  /**
   * The documents that it finalizes, and those that it corrects, delays, or withdraws, by citation or document number.
   */
  finalizes: readonly string[];
  corrects: readonly string[];
}

/** A provision that a document changes or proposes to change. */
export interface AffectedProvision {
  citation: CfrCitation;
  /** Its own effective date, if the document states one that differs from the date of the document. */
  effectiveOn?: string | undefined;
  /** The day from which the change applies, if it is later. */
  appliesFrom?: string | undefined;
}

/** The contents of a file, and a list of what was omitted. */
export interface RuleFile {
  documents: RuleDocument[];
  /** In words, with the line: values that the file itself marks as unverified, and documents without a known kind. */
  leftOut: string[];
}
