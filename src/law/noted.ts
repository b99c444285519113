/**
 * Derives amendments from the notes printed with a text: finds the rule that contains each page, and the effective
 * date.
 */
import { volumeAndPage } from '../model/citations/register.ts';
import type { DateBasis } from '../model/date-basis.ts';
import { type AmendmentDays, withDays } from './amendment-days.ts';
import type { AmendingDocument, KnownAmendment, NotedAmendment } from './amendments.ts';
import { editionDay } from './versions.ts';

/** A rule that amends a section, an enclosing division, or one of the section's paragraphs. */
export interface AmendingRule {
  placeId: string;
  /** The effective date for the amended provision. */
  effectiveOn: string | null;
  adds: boolean | null;
  rule: {
    id: string;
    name: string;
    citation?: string | null;
    documentNumber?: string | null;
    lastPage?: number | null;
    publishedOn?: string | null;
    effectiveOn?: string | null;
  };
}

/**
 * The notes on the history of a text, as stored in `RegulationRecord`. They are parallel lists, in which an empty
 * string means that there is no date.
 */
export interface NotedPages {
  historyKinds: readonly string[];
  historyCitations: readonly string[];
  historyPublished: readonly string[];
  historyEffective: readonly string[];
  historyCitedFrom: readonly string[];
  historySources: readonly string[];
}

/** A provision with the notes of its section and the rules that amend the section. */
export interface NotedProvision {
  id: string;
  /** The id of the section, appendix, or division that contains the provision. It can be the provision itself. */
  unitId: string;
  /** The notes of the section, or else of the nearest enclosing division that has notes. */
  noted: NotedPages | null;
  /** The rules that amend the section, an enclosing division, or a paragraph of the section. */
  rules: readonly AmendingRule[];
  /** The days on which the section was amended, if the eCFR's list of versions is imported. */
  days: AmendmentDays | null;
}

/**
 * The amendments of a section: the pages that its note names, each with the rule that contains it, and the days in the
 * eCFR's list of versions. If a rule takes effect on several days for different paragraphs of a section, the page
 * counts once for each day.
 */
export function notedAmendments(place: NotedProvision): NotedAmendment[] {
  const notes = pagesOf(place);
  return place.days === null ? notes : withDays(notes, place.days);
}

function pagesOf({ id, unitId, noted, rules }: NotedProvision): NotedAmendment[] {
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
        rule: amends ? documentOf(amends) : null,
        citedFrom: noted?.historyCitedFrom[i] ?? '',
        citedUntil: editionDay(noted?.historySources[i] ?? ''),
        pending: kind === 'PENDING',
      };
    });
  });
}

/** Whether a page of the Federal Register lies within a document. */
function hasPage({ citation, lastPage }: AmendingRule['rule'], cited: string): boolean {
  const own = citation == null ? null : volumeAndPage(citation);
  const { volume, page } = volumeAndPage(cited);
  return own !== null && own.volume === volume && own.page <= page && page <= (lastPage ?? own.page);
}

/** Of what one rule amends, the place with the longest id: what a rule states for a section comes before what it states for its part. */
const narrowest = (amends: readonly AmendingRule[]): AmendingRule | undefined =>
  [...amends].sort((a, b) => b.placeId.length - a.placeId.length)[0];

const documentOf = ({ rule: { id, name, citation } }: AmendingRule): AmendingDocument => ({
  ...{ id, name },
  citation: citation ?? null,
});

/**
 * Whether a rule added the provision with this id, either directly or by adding an enclosing division. A rule that only
 * adds a paragraph to a section does not make the section new.
 */
export const addsProvision = ({ placeId, adds }: AmendingRule, id: string): boolean =>
  adds === true && (!placeId.includes('(') || placeId === id || id.startsWith(`${placeId}(`));

/** A rule as an amendment of the provision with this id, if the notes of the provision do not name the rule. */
export function ruleAmendment(amends: AmendingRule, id: string): KnownAmendment {
  const { citation, documentNumber, publishedOn = null } = amends.rule;
  const [effectiveOn, basis] = dayOf(null, amends);
  const written = citation ?? documentNumber ?? amends.rule.id;
  return {
    citation: written,
    publishedOn,
    effectiveOn,
    basis,
    rule: documentOf(amends),
    adds: addsProvision(amends, id),
  };
}

/** The effective date of an amendment, and on what it rests: a statement about this provision, or the document's own date. */
function dayOf(stated: string | null, amends: AmendingRule | undefined): [string | null, DateBasis] {
  if (stated !== null) return [stated, 'STATED'];
  const { effectiveOn = null, rule } = amends ?? {};
  if (effectiveOn !== null) return [effectiveOn, effectiveOn === rule?.effectiveOn ? 'EFFECTIVE_DATE' : 'STATED'];
  if (rule?.effectiveOn != null) return [rule.effectiveOn, 'EFFECTIVE_DATE'];
  return [null, 'PUBLICATION'];
}
