import {
  type CfrCitation,
  CITATION_FORMS,
  citationSortKey,
  formatCitation,
  parseCitation,
  regulationId,
} from '../../model/citation.ts';
import type { RegulationLevel } from '../../model/kinds.ts';
import type { Collector, Said } from './collector.ts';
import { defined } from './defined.ts';
import type { Provision } from './shapes.ts';
import type { Path, Place, Read } from './yaml.ts';

/** Where a provision stands in its tree. */
interface Branch {
  path: Path;
  container?: { id: string; citation: CfrCitation; sources: readonly string[] };
  position: number;
}

/** The provisions of one file: a tree, told from the outside in. */
export function deriveLaw({ value, at }: Read<Provision>, collector: Collector): void {
  derive(value, { path: [], position: 0 });

  function derive(provision: Provision, { path, container, position }: Branch): void {
    const { heading, summary, url, reserved, children, publishedBy } = provision;
    const here = (...field: Path) => at(...path, ...field);
    const citation = readCitation(provision.citation, here('citation'), collector);
    if (!citation) return;
    const id = regulationId(citation);
    const written = formatCitation(citation);
    const sources = provision.sources ?? container?.sources ?? [];
    for (const [i, source] of (provision.sources ?? []).entries()) collector.rely(source, here('sources', i));
    if (sources.length === 0) collector.fault(here(), `${written}: name a source, here or above`);
    if (container && !inside(citation, container.citation)) {
      collector.fault(here('citation'), `${written} is no part of ${formatCitation(container.citation)}`);
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
    const relate = (said: Pick<Said, 'type' | 'to' | 'place'> & Partial<Said>) =>
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
    for (const [i, { standard, from, to }] of provision.adopts.entries()) {
      const place = here('adopts', i);
      checkDays(from, to, place, collector);
      relate({ type: 'ADOPTS', to: `Standard:${standard}`, place, ...defined({ validFrom: from, validTo: to }) });
    }
    let before = '';
    for (const [i, child] of children.entries()) {
      const childPath = [...path, 'children', i];
      derive(child, { path: childPath, container: { id, citation, sources }, position: i });
      const own = parseCitation(child.citation);
      if (own === null) continue;
      if (citationSortKey(own) < before) {
        collector.fault(at(...childPath, 'citation'), `${child.citation} stands after what follows it in the law`);
      }
      before = citationSortKey(own);
    }
  }
}

/** A citation, canonically written; otherwise a fault says how it is written, and null when it is none. */
export function readCitation(written: string, place: Place, collector: Collector): CfrCitation | null {
  const citation = parseCitation(written);
  if (citation === null) collector.fault(place, `"${written}" is no citation; some are ${CITATION_FORMS}`);
  else if (formatCitation(citation) !== written) {
    collector.fault(place, `write "${formatCitation(citation)}" instead of "${written}"`);
  }
  return citation;
}

/** A window of days has its end after its beginning; the end is the first day on which something no longer holds. */
export function checkDays(from: string | undefined, to: string | undefined, place: Place, collector: Collector): void {
  if (from !== undefined && to !== undefined && to <= from) collector.fault(place, `${to} does not come after ${from}`);
}

/** A part holds subparts, appendices and sections; a subpart holds sections; a section holds its paragraphs. */
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
