/** Compares the sections of a division on two days. */
import { undatedId } from '../../model/dated-id.ts';
import type { RegulationLevel } from '../../model/kinds.ts';
import { dayInWords } from '../../view/days.tsx';
import type { Ask } from '../ask.ts';
import { COVERAGES, SECTIONS_ON_DAY, type SectionOnDay, type SectionsOnDay } from './asked.ts';
import type { Comparison } from './comparison.ts';

/** How a section changed between the two days. UNKNOWN if its text on one of them is not known. */
export type ComparedState = 'CHANGED' | 'ADDED' | 'REMOVED' | 'SAME' | 'UNKNOWN';

/** A section or an appendix on two days. */
export interface ComparedSection {
  id: string;
  citation: string;
  /** The heading on the day that the reader is viewing, or else on the other day. */
  heading: string | null;
  earlierHeading: string | null;
  laterHeading: string | null;
  state: ComparedState;
  /** The whole text, if the section was added or removed. */
  text: string;
  /** The reason that the comparison is uncertain or missing. Null if it is certain. */
  doubt: string | null;
}

const LEVELS: readonly RegulationLevel[] = ['SECTION', 'APPENDIX'];
/** The most ids of one question. */
const MOST_IDS = 100;

type Coverage = Pick<SectionOnDay['coverage'], 'certainty' | 'inForce'> & { reason?: string };

/** The sections and appendices of a division that existed on at least one of the days, and how each of them changed. */
export async function comparedSections(
  ask: Ask,
  { citation, from, to, isSwapped }: Comparison,
): Promise<ComparedSection[]> {
  const [earlier, later] = await Promise.all([sectionsOn(ask, citation, from), sectionsOn(ask, citation, to)]);
  const ids = [...new Set([...later.keys(), ...earlier.keys()])];
  const missing = ids.flatMap((id) => {
    if (!earlier.has(id)) return [`${id}@${from}`];
    return later.has(id) ? [] : [`${id}@${to}`];
  });
  const elsewhere = await coveragesOf(ask, missing);
  return ids.map((id): ComparedSection => {
    const sides = [
      { day: from, shown: earlier.get(id), coverage: earlier.get(id)?.coverage ?? elsewhere.get(`${id}@${from}`) },
      { day: to, shown: later.get(id), coverage: later.get(id)?.coverage ?? elsewhere.get(`${id}@${to}`) },
    ] as const;
    const [before, after] = isSwapped ? [sides[1], sides[0]] : sides;
    const shown = (after.shown ?? before.shown) as SectionOnDay;
    return {
      ...{ id, citation: shown.citation, heading: shown.heading },
      ...{ earlierHeading: earlier.get(id)?.heading ?? null, laterHeading: later.get(id)?.heading ?? null },
      state: stateOf(before, after),
      text: shown.fullText ?? '',
      doubt: [before, after].map(doubtOf).filter(Boolean).join(' ') || null,
    };
  });
}

/** A section on one of the days. It is not shown if it did not exist. */
interface Side {
  day: string;
  shown: SectionOnDay | undefined;
  coverage: Coverage | undefined;
}

function stateOf(before: Side, after: Side): ComparedState {
  if (isUnknown(before) || isUnknown(after)) return 'UNKNOWN';
  const [was, is] = [isInForce(before), isInForce(after)];
  if (was !== is) return is ? 'ADDED' : 'REMOVED';
  const isSameText = (before.shown?.fullText ?? '') === (after.shown?.fullText ?? '');
  return isSameText && before.shown?.heading === after.shown?.heading ? 'SAME' : 'CHANGED';
}

/**
 * A section is unknown if its coverage is missing or unknown. It is also unknown if no words of it are known and it may have been in
 * force.
 */
const isUnknown = ({ shown, coverage }: Side): boolean =>
  coverage === undefined ||
  coverage.certainty === 'UNKNOWN' ||
  (shown === undefined && coverage.inForce !== false) ||
  (coverage.certainty === 'UNCERTAIN' && !shown?.fullText);

const isInForce = ({ shown, coverage }: Side): boolean => shown !== undefined && coverage?.inForce !== false;

function doubtOf({ day, coverage }: Side): string | null {
  const certainty = coverage?.certainty ?? 'UNKNOWN';
  if (certainty !== 'UNKNOWN' && certainty !== 'UNCERTAIN') return null;
  return `The text as of ${dayInWords(day)} is ${certainty.toLowerCase()}.`;
}

/** The sections and appendices on a day, by their ids without the day. */
async function sectionsOn(ask: Ask, within: string, day: string): Promise<Map<string, SectionOnDay>> {
  const found = await Promise.all(LEVELS.map((level) => ofLevel(ask, { within, day, level })));
  return new Map(found.flat().map((node) => [undatedId(node.id), node]));
}

async function ofLevel(
  ask: Ask,
  asked: { within: string; day: string; level: RegulationLevel },
): Promise<SectionOnDay[]> {
  const found: SectionOnDay[] = [];
  for (let after: string | null = null; ; ) {
    const page: SectionsOnDay = (await ask(SECTIONS_ON_DAY, { ...asked, after })).data.regulations;
    found.push(...(page?.edges ?? []).map(({ node }) => node));
    if (!page?.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor;
  }
}

/** What is known of provisions, by their dated ids. */
async function coveragesOf(ask: Ask, ids: readonly string[]): Promise<Map<string, Coverage>> {
  const found = new Map<string, Coverage>();
  for (let at = 0; at < ids.length; at += MOST_IDS) {
    const { nodes } = (await ask(COVERAGES, { ids: ids.slice(at, at + MOST_IDS) })).data;
    for (const node of nodes ?? []) if (node !== null && 'coverage' in node) found.set(node.id, node.coverage);
  }
  return found;
}
