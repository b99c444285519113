/**
 * Joins the sections of a term's page into one text, to which the offsets of names refer. Also divides names by section
 * again, and adds the source marks.
 */
import type { NameSpan } from './prose.ts';

const BETWEEN = '\n\n';

interface PageParts {
  definition?: string | null;
  sectionBodies?: readonly string[] | null;
}

/** The text of a term's page: its sections in order, or its definition if it has no sections. */
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

/** Adds the names in each section to that section, with offsets in the section's own text. */
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

/**
 * A section with the names in it. It also contains the number and the address of each source at the end of the
 * statement that the source supports.
 */
export interface MarkedSection<Meant> {
  body: string;
  names: readonly NameSpan<Meant>[];
  marks: readonly { end: number; number: number; address: string }[];
}

/** Writes each mark as a link in CommonMark, such as `[2](#source-2)`, and shifts the names that come after it. */
export function withMarks<Meant>({
  body,
  names,
  marks,
}: MarkedSection<Meant>): Pick<MarkedSection<Meant>, 'body' | 'names'> {
  const links = marks
    .map(({ end, number, address }) => ({ end, link: `[${number}](${address})` }))
    .sort((a, b) => a.end - b.end);
  const before = (offset: number) =>
    links.filter(({ end }) => end <= offset).reduce((sum, { link }) => sum + link.length, 0);
  let marked = '';
  let from = 0;
  for (const { end, link } of links) {
    marked += body.slice(from, end) + link;
    from = end;
  }
  return {
    body: marked + body.slice(from),
    names: names.map(({ start, end, meant }) => ({ start: start + before(start), end: end + before(end - 1), meant })),
  };
}
