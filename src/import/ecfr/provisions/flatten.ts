import { citationsAbove, isAbove } from '../../../model/cfr/structure.ts';
import { type CfrCitation, formatCitation, regulationId } from '../../../model/citation.ts';
import { rangeOf } from '../../../model/citations/designators.ts';
import { SECTION } from '../../../model/citations/numbers.ts';
import { defined } from '../../../model/defined.ts';
import type { RegulationLevel } from '../../../model/kinds.ts';
import type { EvidenceRecord } from '../../../model/records.ts';
import { type Division, isUnit, type Outer, type PartText, type PrintedNotes, type Unit } from '../read/part-text.ts';
import { provisionsOf, type UnitProvision } from './provisions.ts';

/** A provision of any level as it reads on one day. */
export interface FlatProvision extends Omit<UnitProvision, 'path' | 'text'>, PrintedNotes {
  id: string;
  citation: CfrCitation;
  level: RegulationLevel;
  parentId?: string | undefined;
  /** Its position among its siblings. */
  position: number;
  /**
   * The section, appendix, or division that determines whether this provision was seen in a file or seen to be absent.
   */
  unitId: string;
  /** Absent for divisions because they have no text of their own. */
  text?: string;
  /** The source that states an enclosing division that is not in the file. */
  statedBy?: EvidenceRecord | undefined;
}

/** Every provision of a part in document order, starting with the divisions around the part. */
export function flatten({ title, outer, division }: PartText): FlatProvision[] {
  const seen: FlatProvision[] = [];
  let parentId: string | undefined;
  const citations = citationsAbove(title, outer.filter(isAbove));
  for (const [at, citation] of citations.entries()) {
    const one = outer[at] as Outer;
    const id = regulationId(citation);
    seen.push({ ...ofDivision(one, { id, citation, position: 0, parentId }), ...defined({ statedBy: one.statedBy }) });
    parentId = id;
  }
  const part: CfrCitation = { title, part: division.number, paragraphs: [] };
  walk(division, part, { position: 0, parentId }, seen);
  return seen;
}

/**
 * The designators and defined names that appear twice in a section: one sentence for each, with the path of the second.
 */
export const repeatsIn = (provisions: readonly FlatProvision[]): string[] =>
  provisions.flatMap(({ citation, repeats }) => {
    if (!repeats) return [];
    const first = formatCitation({ ...citation, paragraphs: repeats });
    return [`${first} occurs more than once in the text. One occurrence is imported as ${formatCitation(citation)}.`];
  });

type At = Pick<FlatProvision, 'position' | 'parentId'>;

const FIELD: Partial<Record<RegulationLevel, keyof CfrCitation>> = {
  PART: 'part',
  SUBPART: 'subpart',
  SUBJECT_GROUP: 'subjectGroup',
};

function walk(division: Division, citation: CfrCitation, at: At, seen: FlatProvision[]): void {
  const id = regulationId(citation);
  seen.push(ofDivision(division, { id, citation, ...at }));
  let position = 0;
  for (const child of division.children) {
    for (const number of numbersOf(child)) {
      const childAt: At = { position, parentId: id };
      position += 1;
      if (isUnit(child)) unit({ ...child, number }, citation, childAt, seen);
      else walk({ ...child, number }, { ...citation, [FIELD[child.level] as string]: number }, childAt, seen);
    }
  }
}

/**
 * Each number of a range: "E-I" of reserved subparts, "170.103-170.104" or "170.103-104" of reserved sections. A longer
 * run of reserved sections stays one provision. A hyphen can also be in a section's own number: "1.42-50".
 */
function numbersOf({ level, number, head }: Division | Unit): string[] {
  if (level !== 'SECTION') {
    const [, from, to] = /^(\S+?)\s*[-–—]\s*(\S+)$/.exec(number) ?? [];
    return (level === 'SUBPART' && from !== undefined && to !== undefined ? rangeOf(from, to, true) : null) ?? [number];
  }
  const [, prefix, first = '', again, last = ''] = /^(\S+?)\.(\w+)\s*[-–—]\s*(?:(\S+?)\.)?(\w+)$/.exec(number) ?? [];
  if (prefix === undefined || (again === undefined ? !/^§§/.test(head.trim()) : again !== prefix)) return [number];
  return rangeOf(first, last)?.map((member) => `${prefix}.${member}`) ?? [`${prefix}.${first}-${prefix}.${last}`];
}

function ofDivision(division: Outer, at: Pick<FlatProvision, 'id' | 'citation'> & At): FlatProvision {
  const { level, head } = division;
  return {
    ...at,
    level,
    unitId: at.id,
    heading: headingOf(head),
    lead: '',
    italics: [],
    reserved: RESERVED.test(head),
    ...printedOf(division),
  };
}

const printedOf = ({ authority, source, amendments, effectiveDateNotes, notes }: PrintedNotes): PrintedNotes => ({
  ...defined({ authority, source, amendments, effectiveDateNotes }),
  notes,
});

function unit(one: Unit, inside: CfrCitation, at: At, seen: FlatProvision[]): void {
  const own = unitCitation(one, inside);
  const unitId = regulationId(own);
  const positions = new Map<string, number>();
  for (const { path, heading, text, lead, italics, reserved, repeats, names, namesEnd } of provisionsOf(one)) {
    const citation = { ...own, paragraphs: path };
    const below = path.length > 0;
    const parentId = below ? regulationId({ ...own, paragraphs: path.slice(0, -1) }) : at.parentId;
    const position = below ? (positions.get(parentId ?? '') ?? 0) : at.position;
    if (below) positions.set(parentId ?? '', position + 1);
    seen.push({
      id: regulationId(citation),
      citation,
      level: below ? 'PARAGRAPH' : one.level,
      parentId,
      position,
      unitId,
      ...{ text, lead, italics, reserved, repeats, names, namesEnd },
      ...(below ? { heading, notes: [] } : { heading: headingOf(one.head), ...printedOf(one) }),
    });
  }
}

function unitCitation({ level, number }: Unit, inside: CfrCitation): CfrCitation {
  if (level === 'APPENDIX') return appendixCitation(number, inside);
  const [part = '', ...section] = number.split('.');
  return section.length === 0
    ? { title: inside.title, part: inside.part ?? '', section: number, paragraphs: [] }
    : { title: inside.title, part, section: section.join('.'), paragraphs: [] };
}

/**
 * The citation of an appendix: A for "Appendix A to Part 171", "A to 1910.1200" for one of a section, and "only" for one
 * without a letter. Without the word "to" its name is its title.
 */
function appendixCitation(number: string, inside: CfrCitation): CfrCitation {
  const [, name = '', home = ''] = /^(?:appendix\b)?\s*(.*?)(?:(?:^|\s+)to\s+(.*))?$/i.exec(number.trim()) ?? [];
  const section = new RegExp(SECTION).exec(home)?.[0];
  const bare = `${name === '' ? 'only' : name}${section === undefined ? '' : ` to ${section}`}`;
  const { subpart, ...part } = inside;
  const isOfPart = section !== undefined || /^part\b/i.test(home);
  const named = bare.replace(/[^\p{L}\p{N}. -]+/gu, '').replace(/\s+/g, ' ');
  return { ...part, ...(subpart !== undefined && !isOfPart && { subpart }), appendix: named };
}

const RESERVED = /\[\s*reserved\s*\]/i;
const BEFORE_HEADING =
  /^(?:§+\s*[\d.a-z–—-]+(?:(?:\([a-z\d]{1,4}\))+-[\d.a-z-]+|\s*[–—-]\s*[\d.a-z]+)?|(?:title|subtitle|chapter|subchapter|part|subparts?|appendix)\s+[\w-]*(?:\s+to\s+(?:(?:subpart|part)\s+\w+(?:\s+of\s+)?)+)?)\s*[—–:.-]?\s*/i;

/** The heading without its number and final period; undefined for "[Reserved]". */
function headingOf(head: string): string | undefined {
  const heading = head.replace(BEFORE_HEADING, '').replace(/\.$/, '').trim();
  return heading === '' || /^\[\s*reserved\s*\]$/i.test(heading) ? undefined : heading;
}
