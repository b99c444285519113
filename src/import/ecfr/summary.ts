import { store } from '../../../cypher/store/index.ts';
import { runAll } from '../../graph/pipeline.ts';
import type { Runner } from '../../graph/run.ts';
import type { ImportOutcome } from '../run-import.ts';
import { unreadNotesIn } from './derive/history.ts';
import type { PartImport } from './part-import.ts';
import { flatten, repeatsIn } from './provisions/flatten.ts';
import type { ReadPart } from './read/read-ecfr.ts';

/**
 * The result of an eCFR import, summed over the parts of all files. Provisions, definitions and citations are those of the
 * files, so their numbers do not depend on other editions in the graph or on the order of the files.
 */
export interface EcfrSummary extends ImportOutcome {
  parts: number;
  /** Provisions by level. */
  provisions: Record<string, number>;
  definitions: number;
  /** Citations of something in the graph, of something outside it, and of a provision that does not exist. */
  citations: { resolved: number; outside: number; dangling: number };
  /** Versions of texts that are new, and that the graph had already. */
  versions: { added: number; unchanged: number };
  /** The dates that the files were imported under. */
  days: string[];
  /** True without `asOf`: the date of the editions is the day of the import, because no file states it. */
  datedToday: boolean;
  /** The days on which the texts last changed, as far as the files state them in `<AMDDATE>`. */
  amendedOn: string[];
  /** Faults of the text, such as a section that stands twice: one sentence for each. */
  faults: string[];
}

type Totals = Omit<EcfrSummary, keyof ImportOutcome | 'datedToday'>;

/** Sums an import part by part. */
export class SummaryBuilder {
  private readonly totals: Totals = {
    parts: 0,
    provisions: {},
    definitions: 0,
    citations: { resolved: 0, outside: 0, dangling: 0 },
    versions: { added: 0, unchanged: 0 },
    days: [],
    amendedOn: [],
    faults: [],
  };
  /** How many citations lead to each entity that a text names. */
  private readonly cited = new Map<string, number>();

  add({ alone, derived, edition: { asOf }, versionsBefore }: PartImport, { text, amendedOn, faults }: ReadPart): void {
    const { totals } = this;
    totals.parts += 1;
    for (const [level, count] of Object.entries(alone.counts.provisions)) {
      if (ABOVE.has(level)) continue; // every part of a title repeats the divisions above it
      totals.provisions[level] = (totals.provisions[level] ?? 0) + count;
    }
    totals.definitions += alone.counts.definitions;
    for (const { type, to, dangling, between } of alone.records.relations) {
      if (type !== 'CITES' || between) continue; // a range waits for its members
      if (dangling) totals.citations.dangling += 1;
      else this.cited.set(to, (this.cited.get(to) ?? 0) + 1);
    }
    const added = Math.max(0, derived.counts.versions - versionsBefore);
    totals.versions.added += added;
    totals.versions.unchanged += derived.counts.versions - added;
    addNew(totals.days, asOf);
    if (amendedOn !== undefined) addNew(totals.amendedOn, amendedOn);
    const provisions = flatten(text);
    for (const fault of [...faults, ...repeatsIn(provisions), ...unreadNotesIn(provisions)])
      addNew(totals.faults, fault);
  }

  /** The summary once everything is written, so that citations between the files count as resolved in any order. */
  async result(tx: Runner, datedToday: boolean): Promise<Omit<EcfrSummary, keyof ImportOutcome>> {
    const missing = await runAll(tx, store.missing, { rows: [...this.cited.keys()].map((id) => ({ id })) });
    const absent = new Set(missing.map(({ id }) => id));
    const { citations } = this.totals;
    for (const [id, count] of this.cited) citations[absent.has(id) ? 'outside' : 'resolved'] += count;
    return { ...this.totals, datedToday };
  }
}

const ABOVE = new Set(['TITLE', 'SUBTITLE', 'CHAPTER', 'SUBCHAPTER']);

function addNew(list: string[], one: string): void {
  if (!list.includes(one)) list.push(one);
}
