import type { CfrCitation } from '../model/citation.ts';
import { parseCitation, parseRegulationId } from '../model/citations/parse.ts';
import { undatedId } from '../model/dated-id.ts';
import { type EntityKind, kindOf, LABEL_OF } from '../model/kinds.ts';

/** The first segment in the addresses of each kind, such as `term` in /term/ehr. */
export const segmentOf = (kind: EntityKind): string => LABEL_OF[kind].toLowerCase();

/** The part of an id between its kind and its date, such as `ehr` for both Term:ehr and Term:ehr@2021-01-01. */
export const nameOf = (id: string): string => undatedId(id.slice(id.indexOf(':') + 1));

/** The address of an entity's page. With a date, the address of a provision as of that date. */
export function addressOf(id: string, asOf?: string | null): string {
  const kind = kindOf(id);
  if (kind === null) throw new Error(`"${id}" is not the id of an entity`);
  const path = `/${segmentOf(kind)}/${encodeName(nameOf(id))}`;
  return asOf && kind === 'REGULATION' ? `${path}?asOf=${asOf}` : path;
}

/** Encodes a name for a path. Slashes separate segments, and parentheses are not encoded. */
export const encodeName = (name: string): string => name.split('/').map(encodeURIComponent).join('/');

/**
 * Parses the citation in an address under /regulation/. It is an id without its kind, or a citation in any common form,
 * with or without hyphens instead of spaces. Returns null if the name is not a citation.
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

/** The short name of a provision within its context, such as "Part 171", "Subpart B", "§ 171.203", or "(a)". */
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

/** The name of a provision without context, such as "§ 171.203(a)" for a section or "45 CFR Part 171" for a part. */
export const sectionCitation = (citation: string): string => citation.replace(/^\d+ CFR (?=\d)/, '§ ');
