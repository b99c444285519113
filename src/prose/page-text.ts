/** The page of a term as one text, to which the offsets of names found in it refer; and the way back to its sections. */
import type { NameSpan } from './prose.ts';

const BETWEEN = '\n\n';

interface PageParts {
  definition?: string | null;
  sectionBodies?: readonly string[] | null;
}

/** What stands on the page of a term: its sections one after the other, or else its definition. */
export function pageText({ definition, sectionBodies }: PageParts): string {
  return sectionBodies && sectionBodies.length > 0 ? sectionBodies.join(BETWEEN) : (definition ?? '');
}

/** What a page mentions, with its evidence as the API gives it. */
export interface PageMention<Meant> {
  node: Meant;
  evidence: { start: number | null; end: number | null; verified: boolean }[];
}

/** The names on a page, where they stand now. */
export const namesOn = <Meant>(mentions: readonly PageMention<Meant>[]): NameSpan<Meant>[] =>
  mentions.flatMap(({ node, evidence }) =>
    evidence.flatMap(({ start, end, verified }) =>
      verified && start !== null && end !== null ? [{ start, end, meant: node }] : [],
    ),
  );

/** Each section with the names in it, which refer to its own text then. */
export function bySection<Section extends { body: string }, Meant>(
  sections: readonly Section[],
  names: readonly NameSpan<Meant>[],
): (Section & { names: NameSpan<Meant>[] })[] {
  let begin = 0;
  return sections.map((section) => {
    const from = begin;
    const to = from + section.body.length;
    begin = to + BETWEEN.length;
    const here = names.filter(({ start, end }) => start >= from && end <= to);
    return {
      ...section,
      names: here.map(({ start, end, meant }) => ({ start: start - from, end: end - from, meant })),
    };
  });
}
