/**
 * The location of parts in the CFR: subtitle, chapter, and subchapter. The file of a part alone does not state its
 * location, although its text can contain "this subchapter". The table lists only parts that are relevant to health IT
 * law, each by its number. A range of numbers would also include parts that do not exist.
 */
import type { CfrCitation } from '../citation.ts';
import { defined } from '../defined.ts';
import type { SourceRecord } from '../records.ts';
import { TITLE_NAMES } from './titles.ts';

/** The levels above a part, outermost first. */
export const LEVELS_ABOVE = ['TITLE', 'SUBTITLE', 'CHAPTER', 'SUBCHAPTER'] as const;
export type LevelAbove = (typeof LEVELS_ABOVE)[number];

/** Whether a division is above the level of parts. */
export const isAbove = <Division extends { level: string }>(one: Division): one is Division & { level: LevelAbove } =>
  (LEVELS_ABOVE as readonly string[]).includes(one.level);

/** A division above a part. */
export interface DivisionAbove {
  level: LevelAbove;
  /** The number of the division, such as "45" or "C". */
  number: string;
  heading?: string | undefined;
}

/** A division of the table, with the divisions or the parts in it. */
interface Listed extends DivisionAbove {
  level: Exclude<LevelAbove, 'TITLE'>;
  heading: string;
  inside?: readonly Listed[];
  parts?: readonly string[];
}

const STRUCTURE: Readonly<Record<number, readonly Listed[]>> = {
  3: [{ level: 'CHAPTER', number: 'I', heading: 'Executive Office of the President', parts: ['100', '101', '102'] }],
  12: [{ level: 'CHAPTER', number: 'X', heading: 'Consumer Financial Protection Bureau', parts: ['1004', '1016'] }],
  16: [
    {
      ...{ level: 'CHAPTER', number: 'I', heading: 'Federal Trade Commission' },
      inside: [
        {
          ...{ level: 'SUBCHAPTER', number: 'C', heading: 'Regulations Under Specific Acts of Congress' },
          parts: ['318'],
        },
      ],
    },
  ],
  21: [
    {
      level: 'CHAPTER',
      number: 'I',
      heading: 'Food and Drug Administration, Department of Health and Human Services',
      inside: [{ level: 'SUBCHAPTER', number: 'A', heading: 'General', parts: ['11'] }],
    },
  ],
  27: [
    {
      level: 'CHAPTER',
      number: 'II',
      heading: 'Bureau of Alcohol, Tobacco, Firearms, and Explosives, Department of Justice',
      inside: [{ level: 'SUBCHAPTER', number: 'B', heading: 'Firearms and Ammunition', parts: ['478', '479'] }],
    },
  ],
  37: [
    {
      level: 'CHAPTER',
      number: 'I',
      heading: 'United States Patent and Trademark Office, Department of Commerce',
      inside: [{ level: 'SUBCHAPTER', number: 'A', heading: 'General', parts: ['42'] }],
    },
  ],
  42: [
    {
      level: 'CHAPTER',
      number: 'I',
      heading: 'Public Health Service, Department of Health and Human Services',
      inside: [{ level: 'SUBCHAPTER', number: 'A', heading: 'General Provisions', parts: ['2', '3'] }],
    },
    {
      level: 'CHAPTER',
      number: 'IV',
      heading: 'Centers for Medicare & Medicaid Services, Department of Health and Human Services',
      inside: [
        { level: 'SUBCHAPTER', number: 'B', heading: 'Medicare Program', parts: ['422', '423'] },
        { level: 'SUBCHAPTER', number: 'G', heading: 'Standards and Certification', parts: ['495'] },
      ],
    },
  ],
  45: [
    {
      level: 'SUBTITLE',
      number: 'A',
      heading: 'Department of Health and Human Services',
      inside: [
        {
          level: 'SUBCHAPTER',
          number: 'C',
          heading: 'Administrative Data Standards and Related Requirements',
          parts: ['160', '162', '164'],
        },
        {
          level: 'SUBCHAPTER',
          number: 'D',
          heading: 'Health Information Technology',
          parts: ['170', '171', '172'],
        },
      ],
    },
  ],
};

/** The title of a part. The citation of a part always states its title. */
export const titleOf = (title: number): DivisionAbove => ({
  level: 'TITLE',
  number: String(title),
  heading: TITLE_NAMES[title],
});

/** The divisions above a part, title first. Null for a part that is not in the table. */
export function divisionsAbove(title: number, part: string): DivisionAbove[] | null {
  const path = pathTo(part, STRUCTURE[title] ?? []);
  return path && [titleOf(title), ...path.map(({ level, number, heading }) => ({ level, number, heading }))];
}

function pathTo(part: string, divisions: readonly Listed[]): Listed[] | null {
  for (const one of divisions) {
    if (one.parts?.includes(part)) return [one];
    const path = pathTo(part, one.inside ?? []);
    if (path) return [one, ...path];
  }
  return null;
}

const FIELD = { SUBTITLE: 'subtitle', CHAPTER: 'chapter', SUBCHAPTER: 'subchapter' } as const;

/**
 * The citations of divisions that contain one another, in order. The citation of a chapter contains its title and its
 * number, and the citation of a subchapter contains its chapter and its letter. A subtitle above them is not part of
 * these citations.
 */
export function citationsAbove(title: number, divisions: readonly Pick<DivisionAbove, 'level' | 'number'>[]) {
  let named: Pick<CfrCitation, 'subtitle' | 'chapter' | 'subchapter'> = {};
  return divisions.map(({ level, number }): CfrCitation => {
    if (level !== 'TITLE') named = { ...named, [FIELD[level]]: number };
    const { subtitle, ...inner } = named;
    const own = Object.keys(inner).length > 0 ? inner : defined({ subtitle });
    return { title, ...own, paragraphs: [] };
  });
}

/** The source of the table's data about a title. */
export const structureSource = (title: number): SourceRecord => ({
  id: `Source:cfr-structure-${title}`,
  name: `Structure of title ${title} of the Code of Federal Regulations`,
  url: `https://www.ecfr.gov/current/title-${title}`,
});
