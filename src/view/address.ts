import type { CfrCitation } from '../model/citation.ts';
import { parseCitation, parseRegulationId } from '../model/citations/parse.ts';
import { undatedId } from '../model/dated-id.ts';
import { type EntityKind, kindOf, LABEL_OF } from '../model/kinds.ts';

/** The first segment of the addresses of each kind: /term/ehr. */
export const segmentOf = (kind: EntityKind): string => LABEL_OF[kind].toLowerCase();

/** The part of an id between its kind and its day: Term:ehr → ehr, Term:ehr@2021-01-01 → ehr. */
export const nameOf = (id: string): string => undatedId(id.slice(id.indexOf(':') + 1));

/** The address of an entity's page. With a day, the address of a provision as it read on that day. */
export function addressOf(id: string, asOf?: string | null): string {
  const kind = kindOf(id);
  if (kind === null) throw new Error(`"${id}" is not the id of an entity`);
  const path = `/${segmentOf(kind)}/${encodeName(nameOf(id))}`;
  return asOf && kind === 'REGULATION' ? `${path}?asOf=${asOf}` : path;
}

/** Encodes a name for a path. Slashes separate segments, and parentheses stay readable. */
export const encodeName = (name: string): string => name.split('/').map(encodeURIComponent).join('/');

/**
 * Reads the citation in an address under /regulation/: an id without its kind, or a citation in any form that people write,
 * with or without hyphens for spaces. Returns null if the name is not a citation.
 */
export function citationIn(name: string): CfrCitation | null {
  const own = parseRegulationId(name);
  if (own) return own;
  const spaced = name.replaceAll('-', ' ').replaceAll('_', ' ').trim();
  return (
    parseCitation(name) ??
    parseCitation(spaced) ??
    parseCitation(spaced.replace(/^(\d+ C\.?F\.?R\.?) (?=\d)/i, '$1 Part '))
  );
}

/** The short name of a provision in context: "Part 171", "Subpart B", "§ 171.203", "(a)". */
export function shortCitation(citation: string): string {
  const place = parseCitation(citation);
  const last = place?.paragraphs.at(-1);
  if (last !== undefined) return `(${last})`;
  if (place?.section !== undefined) return `§ ${place.part}.${place.section}`;
  return (
    /^\d+ CFR (?:.* )?((?:Part|Subpart|Subject Group|Appendix|Subchapter|Chapter|Subtitle) \S+)$/.exec(citation)?.[1] ??
    citation
  );
}

/** The name of a provision out of context: "§ 171.203(a)" for a section, "45 CFR Part 171" for a part. */
export const sectionCitation = (citation: string): string => citation.replace(/^\d+ CFR (?=\d)/, '§ ');
