import type { ImportOutcome } from '../run-import.ts';
import type { PartImport } from './part-import.ts';
import type { ReadPart } from './read/read-ecfr.ts';
import { CitationCounter, type CitationCounts } from './summary/citation-counter.ts';
import { ScopeTeller } from './summary/scope-teller.ts';

/**
 * The result of an eCFR import, summed over the parts of all files. It describes only the files, so it does not depend
 * on the earlier contents of the graph or on the order of the files. Only `changed` describes the effect of the import
 * on the graph.
 */
export interface EcfrSummary extends ImportOutcome {
  parts: number;
  /** The number of provisions at each level. */
  provisions: Record<string, number>;
  definitions: number;
  citations: CitationCounts;
  /** Definitions whose scope is not fully known: one sentence for each kind. */
  waiting: string[];
  /** The dates under which the files were imported. */
  days: string[];
  /**
   * Whether `asOf` was absent. In this case, the date of the editions is the day of the import because no file states
   * it.
   */
  datedToday: boolean;
  /** The days on which the texts last changed, if the files state them in `<AMDDATE>`. */
  amendedOn: string[];
  /** Errors in the text, such as a section that appears twice: one sentence for each. */
  faults: string[];
}

type Totals = Pick<EcfrSummary, 'parts' | 'provisions' | 'definitions' | 'days' | 'amendedOn' | 'faults'>;

/** Sums up an import part by part. */
export class SummaryBuilder {
  private readonly totals: Totals = { parts: 0, provisions: {}, definitions: 0, days: [], amendedOn: [], faults: [] };
  private readonly citations = new CitationCounter();
  private readonly scopes = new ScopeTeller();
  /** The ids of the provisions in the files, without paragraphs: memory does not hold those of a whole title. */
  private readonly read = new Set<string>();

  add({ alone, edition: { asOf } }: PartImport, { amendedOn, faults }: ReadPart): void {
    const { totals } = this;
    totals.parts += 1;
    for (const [level, count] of Object.entries(alone.counts.provisions)) {
      if (ABOVE.has(level)) continue; // every part of a title repeats the divisions above it
      totals.provisions[level] = (totals.provisions[level] ?? 0) + count;
    }
    totals.definitions += alone.counts.definitions;
    for (const one of alone.records.entities) {
      if (one.kind === 'REGULATION' && one.level !== 'PARAGRAPH') this.read.add(one.id);
    }
    this.citations.add(alone.records);
    this.scopes.add(alone.records);
    addNew(totals.days, asOf);
    if (amendedOn !== undefined) addNew(totals.amendedOn, amendedOn);
    for (const fault of [...faults, ...alone.faults]) addNew(totals.faults, fault);
  }

  /** The summary of all files. */
  result(datedToday: boolean): Omit<EcfrSummary, keyof ImportOutcome> {
    const isRead = (id: string) => this.read.has(id);
    return {
      ...this.totals,
      citations: this.citations.counts(isRead),
      waiting: this.scopes.sentences(isRead),
      datedToday,
    };
  }
}

const ABOVE = new Set(['TITLE', 'SUBTITLE', 'CHAPTER', 'SUBCHAPTER']);

function addNew(list: string[], one: string): void {
  if (!list.includes(one)) list.push(one);
}
