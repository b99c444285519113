import { z } from 'zod';
import { CERTAINTIES } from '../certainty.ts';
import { DATE_BASES } from '../date-basis.ts';
import { describeKind, entityRecord, optional } from './descriptor.ts';

/** Levels of the Code of Federal Regulations, outermost first (names as the eCFR's own hierarchy has them). */
export const REGULATION_LEVELS = [
  'TITLE',
  'SUBTITLE',
  'CHAPTER',
  'SUBCHAPTER',
  'PART',
  'SUBPART',
  'SUBJECT_GROUP',
  'SECTION',
  'PARAGRAPH',
  'APPENDIX',
] as const;
export type RegulationLevel = (typeof REGULATION_LEVELS)[number];

/** What a note says that a page of the Federal Register did to the text. */
export const HISTORY_KINDS = ['PUBLISHED', 'AMENDED', 'REDESIGNATED', 'CORRECTED', 'STAYED', 'PENDING'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** What can happen to the text of a provision. */
export const TEXT_CHANGE_KINDS = ['ADDED', 'REMOVED', 'TEXT', 'HEADING'] as const;
export type TextChangeKind = (typeof TEXT_CHANGE_KINDS)[number];

export const REGULATION = describeKind('REGULATION', {
  description: 'A provision of the Code of Federal Regulations, at any level.',
  words: { one: 'Provision', many: 'Provisions' },
  shape: 'square',
  color: { light: '#b4500f', dark: '#f2935a' },
  example: 'Regulation:45-CFR-171.103',
  schemaType: 'Legislation',
});

export const RegulationRecord = /* @__PURE__ */ entityRecord('REGULATION', () => ({
  /** Canonical: see `citation.ts`. */
  citation: z.string(),
  /** Sorts provisions in the order of the law. */
  sortKey: z.string(),
  level: z.enum(REGULATION_LEVELS),
  heading: optional(z.string()),
  /** Own official text, without children; "" if it has none of its own. Absent until it is imported. */
  text: optional(z.string()),
  reserved: z.boolean(),
  /**
   * The first day on which this text is known to have been in force: see `src/law/amendments.ts`. Absent if the text is no
   * longer in force or was never imported.
   */
  validFrom: optional(z.string()),
  /** The day on which a rule added the provision: before it, there was none. Absent if no rule is known to have added it. */
  addedOn: optional(z.string()),
  /** The first day on which an import saw its section. The text before that day is unknown. */
  seenFrom: optional(z.string()),
  /** Of a section, an appendix, or a part: the last day on which an import saw all of it. */
  seenTo: optional(z.string()),
  /** Of a part: the first day on which an import had all of it, so that a section that it lacks does not exist. */
  wholeFrom: optional(z.string()),
  /** Of a run of reserved sections that the Code prints as one: the sort key of the last section. */
  throughKey: optional(z.string()),
  /** Of a section, an appendix, or a division: the days of the imported editions that contain it, in order. */
  observedOn: optional(z.array(z.string())),
  /** The source of the text. */
  textSource: optional(z.string()),
  /** Its position in the text of its section, from 0. */
  order: optional(z.int()),
  /** The characters between the text before it and its own. */
  lead: optional(z.string()),
  /** Ranges of the text in italics: start, end, start, end and so on. */
  italics: optional(z.array(z.int())),
  /** Of a part or subpart, rarely of a section: the law that authorizes it, and its first publication. */
  authority: optional(z.string()),
  published: optional(z.string()),
  /** Of a section: the history of its amendments, as printed. */
  amendments: optional(z.string()),
  /** Editorial notes, cross references, approvals. */
  notes: optional(z.array(z.string())),
  /** Notes on amendments that had not taken effect in the latest edition, as printed. */
  effectiveDateNotes: optional(z.array(z.string())),
  /**
   * The pages of the Federal Register that the notes of all editions cite, in order of publication, as parallel lists; ''
   * and 0 mean "none". `historyCitedFrom` has the day of the first edition whose note cites the page, and `historySources`
   * the latest edition: when a section is revised in full, its older notes disappear.
   */
  historyKinds: optional(z.array(z.enum(HISTORY_KINDS))),
  historyCitations: optional(z.array(z.string())),
  historyLastPages: optional(z.array(z.int())),
  historyPublished: optional(z.array(z.string())),
  historyEffective: optional(z.array(z.string())),
  historyQuotes: optional(z.array(z.string())),
  historyCitedFrom: optional(z.array(z.string())),
  historySources: optional(z.array(z.string())),
  /** Of a section: the days on which it was amended, and what else the eCFR's list of versions says: see `AmendmentDays`. */
  amendedOn: optional(z.array(z.string())),
  amendedFrom: optional(z.string()),
  amendedTo: optional(z.string()),
  wasAdded: optional(z.boolean()),
  wasRemoved: optional(z.boolean()),
  /** Of a section or division: the notes of its latest edition name every amendment from this day on. */
  notedFrom: optional(z.string()),
  /**
   * Of a section, an appendix, or a division: what changed in its text, oldest first, as parallel lists: see
   * `src/law/changes.ts`. `Before` and `After` have the days on which the text before and after is read; '' means that it
   * is unknown, or that there was none.
   */
  changeKinds: optional(z.array(z.enum(TEXT_CHANGE_KINDS))),
  changeDays: optional(z.array(z.string())),
  changeBases: optional(z.array(z.enum(DATE_BASES))),
  changeBefore: optional(z.array(z.string())),
  changeAfter: optional(z.array(z.string())),
  /** The last of these days. */
  lastChange: optional(z.string()),
  /** Of a section or an appendix: how sure its text is from each of these days on, as parallel lists. */
  coverageFrom: optional(z.array(z.string())),
  coverages: optional(z.array(z.enum(CERTAINTIES))),
  /** Earlier texts, oldest first, as parallel lists; '' is "no heading". Each was in force from `From` until `To`, exclusive. */
  formerFrom: optional(z.array(z.string())),
  formerTo: optional(z.array(z.string())),
  formerHeading: optional(z.array(z.string())),
  formerText: optional(z.array(z.string())),
  formerLead: optional(z.array(z.string())),
  formerSource: optional(z.array(z.string())),
  /** The positions in the section, if an earlier edition printed its provisions in another order than the latest one. */
  formerOrder: optional(z.array(z.int())),
}));
