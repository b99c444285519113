import { z } from 'zod';
import { CERTAINTIES } from '../certainty.ts';
import { DATE_BASES } from '../date-basis.ts';
import { describeKind, entityRecord, optional } from './descriptor.ts';

/** Levels of the Code of Federal Regulations, outermost first. The names are those of the eCFR's own hierarchy. */
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

/** How a Federal Register page changed the text, according to a note. */
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
  /** The canonical citation: see `citation.ts`. */
  citation: z.string(),
  /** Sorts provisions in the order of the law. */
  sortKey: z.string(),
  level: z.enum(REGULATION_LEVELS),
  heading: optional(z.string()),
  /**
   * The provision's own official text, without the provisions within it. Empty if it has no text of its own. Absent
   * until the text is imported.
   */
  text: optional(z.string()),
  reserved: z.boolean(),
  /**
   * The first day on which this text is known to have been in force: see `src/law/amendments.ts`. Absent if the text is no
   * longer in force or was never imported.
   */
  validFrom: optional(z.string()),
  /**
   * The day on which a rule added the provision. The provision did not exist before that day. Absent if no rule is
   * known to have added it.
   */
  addedOn: optional(z.string()),
  /** The first day on which an import contained its section. The text before that day is unknown. */
  seenFrom: optional(z.string()),
  /** For a section, an appendix, or a part: the last day on which an import contained all of it. */
  seenTo: optional(z.string()),
  /**
   * For a part: the first day on which an import contained all of it. A section that was missing on that day did not
   * exist.
   */
  wholeFrom: optional(z.string()),
  /** For a range of reserved sections that the CFR prints as one: the sort key of the last section. */
  throughKey: optional(z.string()),
  /** For a section, an appendix, or a division: the dates of the imported editions that contain it, in order. */
  observedOn: optional(z.array(z.string())),
  /** The source of the text. */
  textSource: optional(z.string()),
  /** The position in the text of its section, starting at 0. */
  order: optional(z.int()),
  /** The characters between the previous text and its own text. */
  lead: optional(z.string()),
  /** The italic ranges of the text: start, end, start, end, and so on. */
  italics: optional(z.array(z.int())),
  /** For a part or subpart, and rarely for a section: the law that authorizes it, and its first publication. */
  authority: optional(z.string()),
  published: optional(z.string()),
  /** For a section: the history of its amendments, as printed. */
  amendments: optional(z.string()),
  /** Editorial notes, cross-references, and approvals. */
  notes: optional(z.array(z.string())),
  /** Notes about amendments that were not yet in effect in the latest edition, as printed. */
  effectiveDateNotes: optional(z.array(z.string())),
  /**
   * The Federal Register pages that the notes of all editions cite, in order of publication, as parallel lists. '' and
   * 0 mean that there is no value. `historyCitedFrom` contains the date of the first edition whose note cites the page,
   * and `historySources` contains the latest edition. If a section is revised in full, its older notes disappear.
   */
  historyKinds: optional(z.array(z.enum(HISTORY_KINDS))),
  historyCitations: optional(z.array(z.string())),
  historyLastPages: optional(z.array(z.int())),
  historyPublished: optional(z.array(z.string())),
  historyEffective: optional(z.array(z.string())),
  historyQuotes: optional(z.array(z.string())),
  historyCitedFrom: optional(z.array(z.string())),
  historySources: optional(z.array(z.string())),
  /**
   * For a section: the days on which it was amended, and other data from the eCFR's list of versions: see
   * `AmendmentDays`.
   */
  amendedOn: optional(z.array(z.string())),
  amendedFrom: optional(z.string()),
  amendedTo: optional(z.string()),
  wasAdded: optional(z.boolean()),
  wasRemoved: optional(z.boolean()),
  /** For a section or division: the day from which the notes of its latest edition name every amendment. */
  notedFrom: optional(z.string()),
  /**
   * For a section, an appendix, or a division: the changes of its text, oldest first, as parallel lists: see
   * `src/law/changes.ts`. `Before` and `After` contain the days on which to read the text before and after. '' means
   * that the text is unknown or did not exist.
   */
  changeKinds: optional(z.array(z.enum(TEXT_CHANGE_KINDS))),
  changeDays: optional(z.array(z.string())),
  changeBases: optional(z.array(z.enum(DATE_BASES))),
  changeBefore: optional(z.array(z.string())),
  changeAfter: optional(z.array(z.string())),
  /** The day of the last change. */
  lastChange: optional(z.string()),
  /** For a section or an appendix: how certain its text is from each of these days on, as parallel lists. */
  coverageFrom: optional(z.array(z.string())),
  coverages: optional(z.array(z.enum(CERTAINTIES))),
  /**
   * Former texts, oldest first, as parallel lists. '' means that there is no heading. Each text was in force from
   * `From` until `To` (exclusive).
   */
  formerFrom: optional(z.array(z.string())),
  formerTo: optional(z.array(z.string())),
  formerHeading: optional(z.array(z.string())),
  formerText: optional(z.array(z.string())),
  formerLead: optional(z.array(z.string())),
  formerSource: optional(z.array(z.string())),
  /**
   * The positions in the section, if an earlier edition printed its provisions in a different order than the latest
   * edition.
   */
  formerOrder: optional(z.array(z.int())),
}));
