import { amendmentBefore, listOf, type NotedAmendment } from '../../../law/amendments.ts';
import { startOf } from '../../../law/in-time.ts';
import { type AmendingRule, type NotedProvision, notedAmendments } from '../../../law/noted.ts';
import type { DateBasis } from '../../../model/date-basis.ts';
import { addTo } from '../../../model/group.ts';
import type { FlatProvision } from '../provisions/flatten.ts';
import { type History, historyOf, type NotedEdition } from './history.ts';
import type { KnownToLaw } from './known-to-law.ts';
import type { DatedAnalysis, ObservedDays } from './observed-days.ts';

/**
 * Determines when amendments changed the provisions of a part. Editions show a text on single days. The notes printed
 * with it, and the rules whose pages they name, show the days in between on which the text changed.
 */
export class AmendedPlaces {
  private readonly provisions = new Map<string, FlatProvision>();
  private readonly editions = new Map<string, NotedEdition[]>();
  private readonly histories = new Map<string, History | null>();
  private readonly notes = new Map<string, readonly NotedAmendment[]>();
  private readonly around = new Map<string, AmendingRule[]>();
  private readonly inside = new Map<string, AmendingRule[]>();
  private readonly observed: ObservedDays;
  private readonly isAdded: boolean;
  private readonly days: KnownToLaw['days'];

  /**
   * @param laws oldest first
   * @param known the rules that amend the part or a provision in it, and the days on which sections were amended
   */
  constructor(
    laws: readonly DatedAnalysis[],
    observed: ObservedDays,
    { amending, days }: Pick<KnownToLaw, 'amending' | 'days'>,
  ) {
    this.days = days;
    this.observed = observed;
    this.isAdded = amending.some(({ adds }) => adds);
    for (const { asOf, law, sourceId } of laws) {
      for (const seen of law.provisions) {
        this.provisions.set(seen.id, seen);
        if (!seen.statedBy) addTo(this.editions, seen.id, { asOf, printed: seen, sourceId });
      }
    }
    for (const one of amending) {
      addTo(this.around, one.placeId, one);
      const [unitId = ''] = one.placeId.split('(');
      if (unitId !== one.placeId) addTo(this.inside, unitId, one);
    }
  }

  /** The pages that the provision's own notes cite in all editions. Null if the notes do not cite a page. */
  historyOf(id: string): History | null {
    const known = this.histories.get(id);
    if (known !== undefined) return known;
    const history = historyOf(this.editions.get(id) ?? []);
    this.histories.set(id, history);
    return history;
  }

  /**
   * The first day on which the text of an edition is known to have been in force. This is the day of the last amendment
   * that the edition shows, or the day of the edition itself if no amendment determines it.
   *
   * @param before the day of the previous edition, which has a different text
   */
  beganOn(id: string, edition: string, before: string | undefined): string {
    return amendmentBefore(edition, before, this.notesOf(id))?.effectiveOn ?? edition;
  }

  /**
   * The day from which the notes of the latest edition name every amendment of a section. Undefined if they never do.
   */
  notedFrom(id: string): string | undefined {
    const latest = this.observed(id).at(-1);
    return latest === undefined ? undefined : (listOf(latest, this.notesOf(id)).completeFrom ?? undefined);
  }

  /** The basis of `beganOn` for an edition: the effective date of an amendment, or the edition itself. */
  basisOf(id: string, edition: string): DateBasis {
    const before = this.observed(this.unitOf(id))
      .filter((day) => day < edition)
      .at(-1);
    return amendmentBefore(edition, before, this.notesOf(id))?.basis ?? 'FIRST_SEEN';
  }

  /** The day on which a statement in a provision began to apply, and the basis of that day: see `startOf`. */
  startOf(id: string, seen: string): [string, DateBasis] {
    const unitId = this.unitOf(id);
    return startOf({ observedOn: this.observed(unitId), notes: this.notesOf(id), isUnit: id === unitId }, seen);
  }

  /**
   * The day on which a rule added the provision or a division that contains it. If there are several such days, the
   * latest one.
   */
  addedOn(id: string): string | undefined {
    if (!this.isAdded) return undefined;
    const adding = this.chainOf(id).flatMap((one) => (this.around.get(one) ?? []).filter(({ adds }) => adds));
    return adding
      .flatMap(({ effectiveOn, rule }) => effectiveOn ?? rule.effectiveOn ?? [])
      .sort()
      .at(-1);
  }

  /**
   * The amendments that the notes name: those of the provision, or else of the nearest enclosing provision that has
   * notes.
   */
  notesOf(id: string): readonly NotedAmendment[] {
    const known = this.notes.get(id);
    if (known) return known;
    const notes = notedAmendments(this.notedProvision(id));
    this.notes.set(id, notes);
    return notes;
  }

  /**
   * A provision with the notes of its section, or of the nearest enclosing provision that has notes, and all rules that
   * amend these.
   */
  notedProvision(id: string): NotedProvision {
    const unitId = this.unitOf(id);
    const chain = this.chainOf(unitId);
    const noted = firstOf(chain, (one) => this.historyOf(one));
    const rules = [...chain.flatMap((one) => this.around.get(one) ?? []), ...(this.inside.get(unitId) ?? [])];
    return { id, unitId, noted, rules, days: this.days.get(unitId) ?? null };
  }

  /** The id of the section, appendix, or division that contains a provision. It can be the provision itself. */
  unitOf(id: string): string {
    return this.provisions.get(id)?.unitId ?? id;
  }

  /** A section or division and what contains it, innermost first. */
  private chainOf(id: string): string[] {
    const chain: string[] = [];
    for (let at: string | undefined = id; at !== undefined; at = this.provisions.get(at)?.parentId) chain.push(at);
    return chain;
  }
}

function firstOf<T, R>(all: readonly T[], find: (one: T) => R | null): R | null {
  for (const one of all) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}
