import type { CfrCitation } from '../../../../model/citation.ts';
import type { DefinitionKind, StepRole } from '../../../../model/definition.ts';
import type { RegulationLevel } from '../../../../model/kinds.ts';
import type { FlatProvision } from '../../provisions/flatten.ts';
import type { TextRange } from '../../read/part-text.ts';

/** A definition in the text. */
export interface ParsedDefinition {
  /** The provision that contains the definition. */
  by: FlatProvision;
  /** The defined names: the term, then its abbreviations, second names and expansions. */
  names: string[];
  /** The defining text, including the list that belongs to it. */
  text: string;
  /** The provisions in which the definition applies. There are several if the words name several. */
  scopes: CfrCitation[];
  /** The level of the division that the words name as the scope, if it is not known which division that is. */
  awaits?: RegulationLevel;
  kind: DefinitionKind;
  /** The range of the defining words, name and verb, in the provision's own text. */
  quote: TextRange;
  /** The references of the definition to other texts. */
  references: DefinitionReference[];
  /** The start and end dates of the definition, if the words state them. */
  from?: string;
  to?: string;
}

/**
 * A reference to another definition, such as "electronic protected health information as defined in 45 CFR 160.103".
 */
export interface DefinitionReference {
  /** The canonical citation. */
  citation: string;
  role: StepRole;
  /**
   * The words before the reference. They end with the name of the referenced term. Empty if the reference means the
   * term itself.
   */
  as: string;
  /** The referring words. */
  quote: string;
}

/** Where a definition begins in a provision's text. */
export interface DefinitionHead {
  names: string[];
  /** The start of the sentence. */
  start: number;
  /** The start of the names. */
  at: number;
  /** The end of the verb. */
  end: number;
  /** Whether the words before the name state its meaning, as in "(collectively “executor”)". */
  called?: boolean;
  from?: string;
  to?: string;
}
