import { type CfrCitation, formatCitation, regulationId } from '../../model/citation.ts';
import { CITATION_FORMS, parseCitation } from '../../model/citations/parse.ts';
import { citationSortKey } from '../../model/citations/sort-key.ts';
import { defined } from '../../model/defined.ts';
import type { RegulationLevel } from '../../model/kinds.ts';
import type { Collector, SeedRelation } from './collector.ts';
import type { SeedAdoption, SeedProvision } from './shapes.ts';
import type { SeedItem, SeedPath, SeedPlace } from './yaml.ts';

/** The position of a provision in its tree. */
interface Branch {
  path: SeedPath;
  container?: { id: string; citation: CfrCitation; sources: readonly string[] };
  position: number;
}

/** Adds the provisions in one file, which form a tree, from the root downward. */
export function deriveLaw({ value, at }: SeedItem<SeedProvision>, collector: Collector): void {
  derive(value, { path: [], position: 0 });

  function derive(provision: SeedProvision, { path, container, position }: Branch): void {
    const { heading, summary, url, reserved, children, publishedBy } = provision;
    const here = (...field: SeedPath) => at(...path, ...field);
    const citation = readCitation(provision.citation, here('citation'), collector);
    if (!citation) return;
    const id = regulationId(citation);
    const written = formatCitation(citation);
    const sources = provision.sources ?? container?.sources ?? [];
    for (const [i, source] of (provision.sources ?? []).entries()) collector.rely(source, here('sources', i));
    if (sources.length === 0)
      collector.fault(
        here(),
        `${written}: add at least one source to this provision or to a provision that contains it`,
      );
    if (container && !inside(citation, container.citation)) {
      collector.fault(here('citation'), `${written} is not part of ${formatCitation(container.citation)}`);
    }
    collector.entity(
      {
        kind: 'REGULATION',
        id,
        label: written,
        citation: written,
        sortKey: citationSortKey(citation),
        level: levelOf(citation),
        reserved,
        ...defined({ heading, summary, url }),
      },
      here('citation'),
    );
    const relate = (said: Pick<SeedRelation, 'type' | 'to' | 'place'> & Partial<SeedRelation>) =>
      collector.relate({ from: id, sources, ...said });
    if (container) relate({ type: 'PART_OF', to: container.id, place: here('citation'), position });
    for (const [i, slug] of provision.authorizedBy.entries()) {
      relate({ type: 'AUTHORIZED_BY', to: `Statute:${slug}`, place: here('authorizedBy', i) });
    }
    if (publishedBy !== undefined) {
      relate({ type: 'PUBLISHED_BY', to: `Organization:${publishedBy}`, place: here('publishedBy') });
    }
    for (const [i, other] of provision.exceptionTo.entries()) {
      const to = readCitation(other, here('exceptionTo', i), collector);
      if (to) relate({ type: 'EXCEPTION_TO', to: regulationId(to), place: here('exceptionTo', i) });
    }
    for (const [i, other] of provision.cites.entries()) {
      const to = other.startsWith('Statute:') ? null : readCitation(other, here('cites', i), collector);
      if (to) relate({ type: 'CITES', to: regulationId(to), place: here('cites', i) });
      else if (other.startsWith('Statute:')) relate({ type: 'CITES', to: other, place: here('cites', i) });
    }
    for (const [i, { standard, from, to, notices }] of provision.adopts.entries()) {
      const place = here('adopts', i);
      checkDays(from, to, place, collector);
      for (const [n, notice] of notices.entries()) {
        checkDays(notice.from, notice.to, here('adopts', i, 'notices', n), collector);
        collector.rely(notice.source, here('adopts', i, 'notices', n, 'source'));
      }
      const basis = from === undefined ? {} : { validFromBasis: 'EFFECTIVE_DATE' as const };
      relate({
        type: 'ADOPTS',
        to: `Standard:${standard}`,
        place,
        ...defined({ validFrom: from, validTo: to }),
        ...basis,
        ...noticesOf(notices),
      });
    }
    let before = '';
    for (const [i, child] of children.entries()) {
      const childPath = [...path, 'children', i];
      derive(child, { path: childPath, container: { id, citation, sources }, position: i });
      const own = parseCitation(child.citation);
      if (own === null) continue;
      if (citationSortKey(own) < before) {
        collector.fault(
          at(...childPath, 'citation'),
          `${child.citation} is out of order; move the provision up in the list`,
        );
      }
      before = citationSortKey(own);
    }
  }
}

/** The notices of an adoption, as a relation holds them: parallel lists. */
const noticesOf = (notices: SeedAdoption['notices']): Partial<SeedRelation> =>
  notices.length === 0
    ? {}
    : {
        noticeKinds: notices.map(({ kind }) => kind),
        noticeTexts: notices.map((notice) => notice.text),
        noticeFrom: notices.map(({ from }) => from ?? ''),
        noticeTo: notices.map(({ to }) => to ?? ''),
        noticeSources: notices.map(({ source }) => `Source:${source}`),
      };

/**
 * Parses a citation. It must be in its canonical form; otherwise, the error states that form. Returns null if the text
 * is not a citation.
 */
export function readCitation(written: string, place: SeedPlace, collector: Collector): CfrCitation | null {
  const citation = parseCitation(written);
  if (citation === null) collector.fault(place, `"${written}" is not a citation; valid examples are ${CITATION_FORMS}`);
  else if (formatCitation(citation) !== written) {
    collector.fault(place, `use the canonical citation "${formatCitation(citation)}" instead of "${written}"`);
  }
  return citation;
}

/** Checks that a period ends after it begins. The end is exclusive. */
export function checkDays(
  from: string | undefined,
  to: string | undefined,
  place: SeedPlace,
  collector: Collector,
): void {
  if (from !== undefined && to !== undefined && to <= from)
    collector.fault(place, `the end date ${to} must be later than the start date ${from}`);
}

/** True if one provision can contain another: a part its subparts, appendices and sections, a subpart sections, a section paragraphs. */
function inside(inner: CfrCitation, outer: CfrCitation): boolean {
  if (inner.title !== outer.title || outer.appendix !== undefined) return false;
  if (outer.part === undefined) return inner.part !== undefined;
  if (inner.part !== outer.part) return false;
  if (outer.section !== undefined) {
    return (
      inner.section === outer.section &&
      inner.paragraphs.length > outer.paragraphs.length &&
      outer.paragraphs.every((designator, depth) => inner.paragraphs[depth] === designator)
    );
  }
  if (outer.subpart !== undefined) return inner.section !== undefined;
  return inner.section !== undefined || inner.subpart !== undefined || inner.appendix !== undefined;
}

function levelOf({ part, subpart, appendix, section, paragraphs }: CfrCitation): RegulationLevel {
  if (paragraphs.length > 0) return 'PARAGRAPH';
  if (section !== undefined) return 'SECTION';
  if (appendix !== undefined) return 'APPENDIX';
  if (subpart !== undefined) return 'SUBPART';
  return part !== undefined ? 'PART' : 'TITLE';
}
