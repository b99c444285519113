import { type CfrCitation, regulationId } from '../../../model/citation.ts';
import type { RegulationLevel } from '../../../model/kinds.ts';
import { type Division, isUnit, type Outer, type PartText, type Unit } from '../read/part-text.ts';
import { rangeOf } from './designators.ts';
import { provisionsOf, type UnitProvision } from './provisions.ts';

/** A provision of any level, as it reads on one day. */
export interface FlatProvision extends Omit<UnitProvision, 'path' | 'text'> {
  id: string;
  citation: CfrCitation;
  level: RegulationLevel;
  parentId?: string | undefined;
  /** Its position among its siblings. */
  position: number;
  /** The section, appendix or division that decides whether this provision was seen in a file, or seen to be gone. */
  unitId: string;
  /** Absent for divisions, which have no text of their own. */
  text?: string;
  authority?: string | undefined;
  source?: string | undefined;
  amendments?: string | undefined;
  notes: string[];
}

/** Every provision of a part in document order, starting with the divisions around the part. */
export function flatten({ title, outer, division }: PartText): FlatProvision[] {
  const seen: FlatProvision[] = [];
  let above: CfrCitation = { title, paragraphs: [] };
  let parentId: string | undefined;
  for (const one of outer) {
    above = one.level === 'TITLE' ? above : { ...above, [FIELD[one.level] as string]: one.number };
    // A subchapter is named by its letter within its chapter; a subtitle above it adds nothing.
    if (one.level === 'SUBCHAPTER') delete above.subtitle;
    const id = regulationId(above);
    seen.push(ofDivision(one, { id, citation: { ...above }, position: 0, parentId }));
    parentId = id;
  }
  const part: CfrCitation = { title, part: division.number, paragraphs: [] };
  walk(division, part, { position: 0, parentId }, seen);
  return seen;
}

type At = Pick<FlatProvision, 'position' | 'parentId'>;

const FIELD: Partial<Record<RegulationLevel, keyof CfrCitation>> = {
  SUBTITLE: 'subtitle',
  CHAPTER: 'chapter',
  SUBCHAPTER: 'subchapter',
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

/** Each number of a range: "E-I" of reserved subparts, "170.103-170.104" of reserved sections. */
function numbersOf({ level, number }: Division | Unit): string[] {
  const [, from, to] = /^(\S+?)\s*[-–—]\s*(\S+)$/.exec(number) ?? [];
  if (from === undefined || to === undefined) return [number];
  if (level !== 'SECTION') return rangeOf(from, to, true) ?? [number];
  const [prefix, first] = from.split('.');
  const last = to.split('.').at(-1);
  const members = first !== undefined && last !== undefined ? rangeOf(first, last) : null;
  return members?.map((member) => `${prefix}.${member}`) ?? [number];
}

function ofDivision(division: Outer, at: Pick<FlatProvision, 'id' | 'citation'> & At): FlatProvision {
  const { level, head, authority, source, notes } = division;
  return {
    ...at,
    level,
    unitId: at.id,
    heading: headingOf(head),
    lead: '',
    italics: [],
    reserved: RESERVED.test(head),
    notes,
    authority,
    source,
  };
}

function unit(one: Unit, inside: CfrCitation, at: At, seen: FlatProvision[]): void {
  const own = unitCitation(one, inside);
  const unitId = regulationId(own);
  const positions = new Map<string, number>();
  for (const { path, text, ...provision } of provisionsOf(one)) {
    const citation = { ...own, paragraphs: path };
    const below = path.length > 0;
    const parentId = below ? regulationId({ ...own, paragraphs: path.slice(0, -1) }) : at.parentId;
    const position = below ? (positions.get(parentId ?? '') ?? 0) : at.position;
    if (below) positions.set(parentId ?? '', position + 1);
    seen.push({
      ...provision,
      id: regulationId(citation),
      citation,
      level: below ? 'PARAGRAPH' : one.level,
      parentId,
      position,
      unitId,
      text,
      ...(below ? { notes: [] } : { heading: headingOf(one.head), notes: one.notes, amendments: one.amendments }),
    });
  }
}

function unitCitation({ level, number }: Unit, inside: CfrCitation): CfrCitation {
  if (level === 'APPENDIX') return { ...inside, appendix: appendixName(number) };
  const [part = '', ...section] = number.split('.');
  return section.length === 0
    ? { title: inside.title, part: inside.part ?? '', section: number, paragraphs: [] }
    : { title: inside.title, part: part.toLowerCase(), section: section.join('.').toLowerCase(), paragraphs: [] };
}

/** The letter of an appendix: A for "Appendix A to Part 171"; without a letter, a slug of its title. */
function appendixName(number: string): string {
  const bare = number
    .replace(/^appendix\s*/i, '')
    .replace(/\s+to\b.*$/i, '')
    .trim();
  return (bare === '' ? 'only' : bare).replace(/[^\p{L}\p{N}. -]+/gu, '').replace(/\s+/g, ' ');
}

const RESERVED = /\[\s*reserved\s*\]/i;
const BEFORE_HEADING =
  /^(?:§+\s*[\d.a-z–—-]+(?:\s*[–—-]\s*[\d.a-z]+)?|(?:title|subtitle|chapter|subchapter|part|subparts?|appendix)\s+[\w-]*(?:\s+to\s+(?:(?:subpart|part)\s+\w+(?:\s+of\s+)?)+)?)\s*[—–:.-]?\s*/i;

/** The heading without its number and final period; undefined for "[Reserved]". */
function headingOf(head: string): string | undefined {
  const heading = head.replace(BEFORE_HEADING, '').replace(/\.$/, '').trim();
  return heading === '' || /^\[\s*reserved\s*\]$/i.test(heading) ? undefined : heading;
}
