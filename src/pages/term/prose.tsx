/** The text of a term's page: takeaways, sections, and the sources of individual statements. */
import { bySection, namesOn, withMarks } from '../../prose/page-text.ts';
import type { NameSpan } from '../../prose/prose.ts';
import type { PageSection } from '../../view/contents.tsx';
import { Markdown, type Meant } from '../../view/markdown.tsx';
import { list } from '../../view/parts.tsx';
import { type Claim, type Source, sourceAnchor } from '../../view/sources.tsx';
import type { MeantTerm } from '../../view/term-cards.tsx';
import type { FindCited } from './citations.ts';
import type { FoundTerm } from './query.ts';

/** The takeaways of a page. Null if there are none. */
export const takeaways = (points: readonly string[], cited: FindCited) =>
  list(points.map((point) => <Markdown text={point} names={cited(point)} />));

/** The sections of a page in order. If the term has no sections, its definition. */
export function proseSections(found: FoundTerm, cited: FindCited): PageSection[] {
  const { sections, definition, mentioned } = found;
  const names = namesOn<MeantTerm>(mentioned.edges);
  if (sections.length === 0) {
    return definition
      ? [
          {
            id: 'definition',
            heading: 'Definition',
            content: <Markdown text={definition} names={[...names, ...cited(definition)]} />,
          },
        ]
      : [];
  }
  const marks = marksOf(found);
  return bySection(sections, names).map((section, i) => {
    const spans: NameSpan<Meant>[] = [...section.names, ...cited(section.body)];
    const marked = withMarks({ ...section, names: spans, marks: marks[i] ?? [] });
    return {
      id: `section-${i}`,
      heading: section.heading,
      content: <Markdown text={marked.body} names={marked.names} marks={`claim-${i}`} />,
    };
  });
}

/** The terms to which the sections link. */
export const termsIn = ({ mentioned }: FoundTerm): MeantTerm[] =>
  namesOn<MeantTerm>(mentioned.edges).map(({ meant }) => meant);

/** The sources of a term: first those of individual statements, in text order, and then the others by name. */
export function sourcesOf({ sections, sources }: FoundTerm): Source[] {
  const cited = [...new Set(sections.flatMap(({ references }) => references.map(({ source }) => source.id)))];
  const rank = (id: string) => (cited.includes(id) ? cited.indexOf(id) : cited.length);
  return [...sources].sort((a, b) => rank(a.id) - rank(b.id) || a.name.localeCompare(b.name, 'en'));
}

/** The marks of each section, in the order of its text. */
function marksOf(found: FoundTerm) {
  const numbers = new Map(sourcesOf(found).map(({ id }, i) => [id, i + 1]));
  return found.sections.map(({ references }) =>
    references
      .flatMap(({ end, source: { id } }) => {
        const number = numbers.get(id);
        return number === undefined ? [] : [{ id, end, number, address: `#${sourceAnchor(number)}` }];
      })
      .sort((a, b) => a.end - b.end),
  );
}

/**
 * The statements that each source supports. They are identified by the ids that `<Markdown>` gives to the source marks.
 */
export function claimsIn(found: FoundTerm): (sourceId: string) => Claim[] {
  const marks = marksOf(found);
  return (sourceId) =>
    found.sections.flatMap(({ heading }, i) =>
      (marks[i] ?? []).flatMap(({ id }, k) => (id === sourceId ? [{ id: `claim-${i}-${k}`, where: heading }] : [])),
    );
}
