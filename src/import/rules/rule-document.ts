import type { CfrCitation } from '../../model/citation.ts';
import type { RuleStage } from '../../model/kinds/rule.ts';

/** A document of the Federal Register, as a file describes it. Absent values are not known. */
export interface RuleDocument {
  /** "89 FR 1192". A document has a citation, a number, or both. */
  citation?: string | undefined;
  /** "2023-28857" */
  documentNumber?: string | undefined;
  lastPage?: number | undefined;
  name: string;
  stage: RuleStage;
  publishedOn?: string | undefined;
  effectiveOn?: string | undefined;
  url?: string | undefined;
  provisions: readonly AffectedProvision[];
  /** The documents that it finalizes, and those that it corrects, delays, or withdraws: citations or document numbers. */
  finalizes: readonly string[];
  corrects: readonly string[];
}

/** A provision that a document changes or proposes to change. */
export interface AffectedProvision {
  citation: CfrCitation;
  /** Its own day, if the document states one that differs from the document's. */
  effectiveOn?: string | undefined;
  /** The day from which the change applies, if later. */
  appliesFrom?: string | undefined;
}

/** What a file yields, with what was left out of it. */
export interface RuleFile {
  documents: RuleDocument[];
  /** In words, with the line: values that the file itself calls unverified, and documents without a known kind. */
  leftOut: string[];
}
