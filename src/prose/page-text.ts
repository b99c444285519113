/** Joins the sections of a term's page into one text, to which the offsets of names refer, and splits names by section again. */
import type { NameSpan } from './prose.ts';

const BETWEEN = '\n\n';

interface PageParts {
  definition?: string | null;
  sectionBodies?: readonly string[] | null;
}

/** The text of a term's page: its sections in order, or its definition when it has no sections. */
export function pageText({ definition, sectionBodies }: PageParts): string {
  return sectionBodies && sectionBodies.length > 0 ? sectionBodies.join(BETWEEN) : (definition ?? '');
}

/** An entity that a page mentions, with its evidence as the API returns it. */
export interface PageMention<Meant> {
  node: Meant;
  evidence: { start: number | null; end: number | null; verified: boolean }[];
}

/** The names on a page whose evidence is verified, as spans of the page text. */
export const namesOn = <Meant>(mentions: readonly PageMention<Meant>[]): NameSpan<Meant>[] =>
  mentions.flatMap(({ node, evidence }) =>
    evidence.flatMap(({ start, end, verified }) =>
      verified && start !== null && end !== null ? [{ start, end, meant: node }] : [],
    ),
  );

/** Adds to each section the names in it, with offsets in its own text. */
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
