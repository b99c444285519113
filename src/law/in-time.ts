/** What the graph knows of a provision over time, as the rules of coverage need it. */
import { volumeAndPage } from '../model/citations/register.ts';
import type { DateBasis } from '../model/date-basis.ts';
import { earliestOf, type KnownAmendment, listOf, type NotedAmendment } from './amendments.ts';
import { coverageOn, type DatedCoverage, type ProvisionInTime } from './coverage.ts';
import { type TextsRow, type TextVersion, versionsOf } from './versions.ts';

/** A row of `cypher/regulation/in-time.cypher`, without its sources. */
export interface InTimeRow {
  texts: TextsRow;
  /** The id of the section, appendix, or division that contains the provision; it may be the provision itself. */
  unitId: string;
  observedOn: string[];
  /** The notes of the section, or else of the nearest division around it, as `RegulationRecord` holds them. '' is no date. */
  noted: {
    historyKinds: string[];
    historyCitations: string[];
    historyPublished: string[];
    historyEffective: string[];
    historySources: string[];
  } | null;
  rules: AmendingRule[];
}

/** A rule that amends a section, something around it, or one of its paragraphs. */
interface AmendingRule {
  placeId: string;
  /** The effective date for the amended provision. */
  effectiveOn: string | null;
  adds: boolean | null;
  rule: {
    id: string;
    name: string;
    citation?: string;
    documentNumber?: string;
    lastPage?: number;
    publishedOn?: string;
    effectiveOn?: string;
  };
}

/** A provision over time with the versions of its text. */
export interface ProvisionVersions extends ProvisionInTime {
  /** Whether the provision is a section, an appendix, or a division, and not a paragraph. */
  isUnit: boolean;
  /** Newest first. The windows are days on which editions showed the text. */
  versions: readonly TextVersion[];
}

/** Joins what a row has of a provision. */
export function provisionInTime(row: InTimeRow): ProvisionVersions {
  const { unitId, observedOn, rules } = row;
  const { id, rows } = row.texts;
  const versions = versionsOf(id, rows);
  const shownIn = (edition: string) =>
    versions.find(({ validFrom, validTo }) => validFrom <= edition && (validTo === null || validTo > edition));
  const notes = notedAmendments(row);
  const inNotes = new Set(notes.map(({ rule }) => rule?.id));
  return {
    versions,
    observedOn,
    isUnit: id === unitId,
    shownOn: (edition) => {
      const shown = shownIn(edition);
      return shown === undefined ? null : `${shown.heading ?? ''}\n${shown.sha256}`;
    },
    notes,
    rules: rules.filter(({ rule, adds }) => adds === true || !inNotes.has(rule.id)).map(ruleAmendment),
  };
}

/**
 * How sure the text that is returned for a day is: that of the latest edition up to the day. Where amendments show that
 * another text was in force, the answer is uncertain at best. Null for a provision of which no edition is known.
 */
export function coverageOf(place: ProvisionVersions, day: string): DatedCoverage | null {
  if (place.observedOn.length === 0) return null;
  const decided = coverageOn(day, place);
  const returned = place.observedOn.filter((edition) => edition <= day).at(-1) ?? null;
  const { edition } = decided;
  if (edition === null || edition === returned) return decided;
  if (returned !== null && place.shownOn(edition) === place.shownOn(returned)) return { ...decided, edition: returned };
  return {
    ...decided,
    certainty: returned === null ? 'UNKNOWN' : 'UNCERTAIN',
    edition: returned,
    reason: `${decided.reason} For this date, that text is not returned yet.`,
  };
}

/**
 * The pages that a note names, each with the rule that contains it. A rule can take effect on several days for the
 * paragraphs of a section: then the page counts once for each day.
 */
function notedAmendments({ texts: { id }, unitId, noted, rules }: InTimeRow): NotedAmendment[] {
  return (noted?.historyKinds ?? []).flatMap((kind, i) => {
    const citation = noted?.historyCitations[i] ?? '';
    const publishedOn = noted?.historyPublished[i] ?? '';
    const amending = rules.filter(({ rule }) => rule.publishedOn === publishedOn && hasPage(rule, citation));
    const around = amending.filter(
      ({ placeId }) => placeId === id || !placeId.startsWith(unitId) || id.startsWith(`${placeId}(`),
    );
    const inside = id === unitId ? amending.filter((one) => !around.includes(one)) : [];
    const dated = [narrowest(around), ...inside];
    const days = new Map(dated.map((amends) => [amends?.effectiveOn, amends]));
    return [...days.values()].map((amends): NotedAmendment => {
      const [effectiveOn, basis] = dayOf(noted?.historyEffective[i] || null, amends);
      return {
        ...{ citation, publishedOn, effectiveOn, basis, adds: false },
        rule: amends ? { id: amends.rule.id, name: amends.rule.name } : null,
        citedUntil: noted?.historySources[i]?.slice(-'2026-01-31'.length) ?? '',
        pending: kind === 'PENDING',
      };
    });
  });
}

/** Whether a page of the Federal Register lies within a document. */
function hasPage({ citation, lastPage }: AmendingRule['rule'], cited: string): boolean {
  const own = citation === undefined ? null : volumeAndPage(citation);
  const { volume, page } = volumeAndPage(cited);
  return own !== null && own.volume === volume && own.page <= page && page <= (lastPage ?? own.page);
}

/** Of what one rule amends, the place with the longest id: what a rule states for a section comes before what it states for its part. */
const narrowest = (amends: readonly AmendingRule[]): AmendingRule | undefined =>
  [...amends].sort((a, b) => b.placeId.length - a.placeId.length)[0];

function ruleAmendment(amends: AmendingRule): KnownAmendment {
  const { id, name, citation, documentNumber, publishedOn = null } = amends.rule;
  const [effectiveOn, basis] = dayOf(null, amends);
  const written = citation ?? documentNumber ?? id;
  return { citation: written, publishedOn, effectiveOn, basis, rule: { id, name }, adds: amends.adds === true };
}

/** The effective date of an amendment, and on what it rests: a statement about this provision, or the document's own date. */
function dayOf(stated: string | null, amends: AmendingRule | undefined): [string | null, DateBasis] {
  if (stated !== null) return [stated, 'STATED'];
  const { effectiveOn = null, rule } = amends ?? {};
  if (effectiveOn !== null) return [effectiveOn, effectiveOn === rule?.effectiveOn ? 'EFFECTIVE_DATE' : 'STATED'];
  if (rule?.effectiveOn !== undefined) return [rule.effectiveOn, 'EFFECTIVE_DATE'];
  return [null, 'PUBLICATION'];
}

/** The days of the editions that show the same text as one edition: the first and the last. */
export function observedWith(place: ProvisionVersions, edition: string): [string, string] {
  const shown = place.shownOn(edition);
  const days = place.observedOn.filter((day) => place.shownOn(day) === shown);
  return [days[0] ?? edition, days.at(-1) ?? edition];
}

/**
 * The day on which a version of the text began, and on what it rests. A section begins to read as it does with the last
 * amendment before an edition shows it. A paragraph may be older than an amendment of its section, so it begins with one
 * only if that is the only one since an edition that shows another text.
 */
export function startOf(place: ProvisionVersions, { validFrom: seen }: TextVersion): [string, DateBasis] {
  const before = place.observedOn.filter((day) => day < seen).at(-1);
  const { amendments } = listOf(seen, place.notes);
  const since = amendments.filter((one) => earliestOf(one) > (before ?? ''));
  const last = since.at(-1);
  const isSure = place.isUnit
    ? since.every(({ effectiveOn }) => effectiveOn !== null)
    : before !== undefined && since.length === 1;
  if (!isSure || last?.effectiveOn == null || last.effectiveOn > seen) return [seen, 'FIRST_SEEN'];
  return [last.effectiveOn, last.basis];
}
