/** A provision's text as the API gives it: what pages and the explorer need to show it. */
import { undatedId } from '../../model/dated-id.ts';
import type { MeantTerm } from '../term-cards.tsx';

/** A provision whose text is shown. Offsets are in UTF-16 code units of `text`. */
export interface Passage {
  id: string;
  citation: string;
  /** The heading that the text itself begins with, such as "Clinical" in "(a) Clinical—". */
  heading: string | null;
  text: string | null;
  /** Alternating starts and ends of the ranges in italics. */
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
 * What pages and the explorer select of a text, as a fragment: the same selection is planned once for both. The definitions
 * are those in force at `$citation`.
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

/** The tree that the citations form. A passage whose parent is not in the list is at the top. */
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

/** The anchor of a paragraph in the page of its section: "p-a-1". */
export const anchorOf = (id: string): string =>
  `p${undatedId(id)
    .slice(id.indexOf(':'))
    .replace(/^[^(]*/, '')
    .replace(/\(([^()]*)\)/g, '-$1')}`.replace(/[^\p{L}\p{N}_-]/gu, '-');

/** The terms in the texts, in their order, as often as they are named. */
export const termsIn = (passages: readonly Passage[]): MeantTerm[] =>
  passages.flatMap(({ annotations }) => annotations.flatMap(({ entities }) => entities));
