/** A provision's text as returned by the API, with the data that pages and the explorer need to display it. */
import { undatedId } from '../../model/dated-id.ts';
import type { MeantTerm } from '../term-cards.tsx';

/** A provision whose text is displayed. Offsets are in UTF-16 code units of `text`. */
export interface Passage {
  id: string;
  citation: string;
  /** The heading at the beginning of the text itself, such as "Clinical" in "(a) Clinical—". */
  heading: string | null;
  text: string | null;
  /** Alternating starts and ends of the italic ranges. */
  italics: readonly number[];
  reserved: boolean;
  annotations: readonly {
    start: number;
    end: number;
    entities: readonly MeantTerm[];
  }[];
  cites: readonly {
    targetCitation: string;
    target: { id: string } | null;
    evidence: readonly { start: number | null; end: number | null }[];
  }[];
}

/**
 * The fields of a text that pages and the explorer select, as a fragment. Neo4j plans the same selection only once for
 * both. The definitions are those in force at `$citation`.
 */
export const PASSAGE_FIELDS = `
fragment Passage on Regulation {
  id
  citation
  heading
  text
  italics
  reserved
  annotations {
    start
    end
    entities {
      id
      label
      ... on Term {
        shortDefinition
        definitionInForce(citation: $citation) { text regulation { id citation } }
      }
    }
  }
  cites {
    targetCitation
    target { id }
    evidence { start end }
  }
}`;

/** A passage and the paragraphs directly within it. */
export interface Branch {
  passage: Passage;
  below: Branch[];
}

/** The tree that the citations form. A passage whose parent is not in the list is at the top level. */
export function treeOf(passages: readonly Passage[]): Branch[] {
  const branches = new Map(passages.map((passage): [string, Branch] => [passage.citation, { passage, below: [] }]));
  const top: Branch[] = [];
  for (const branch of branches.values()) {
    const around = branches.get(branch.passage.citation.replace(/\([^()]*\)$/, ''));
    if (around === undefined || around === branch) top.push(branch);
    else around.below.push(branch);
  }
  return top;
}

/** The anchor of a paragraph on the page of its section, such as "p-a-1". */
export const anchorOf = (id: string): string =>
  `p${undatedId(id)
    .slice(id.indexOf(':'))
    .replace(/^[^(]*/, '')
    .replace(/\(([^()]*)\)/g, '-$1')}`.replace(/[^\p{L}\p{N}_-]/gu, '-');

/** The terms in the texts, in text order, including repetitions. */
export const termsIn = (passages: readonly Passage[]): MeantTerm[] =>
  passages.flatMap(({ annotations }) => annotations.flatMap(({ entities }) => entities));
