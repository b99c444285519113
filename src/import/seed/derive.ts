import { defined } from '../../model/defined.ts';
import type { ImportRecords } from '../../model/records.ts';
import type { Remark } from '../../store/errors.ts';
import { markAdded } from './added.ts';
import { checkCycles, checkEnds, checkNames, noteUnusedSources } from './checks.ts';
import { Collector } from './collector.ts';
import { placeInCode } from './divisions.ts';
import { deriveLaw } from './law.ts';
import type { SeedFiles } from './read.ts';
import { deriveTerm } from './term.ts';
import type { SeedPlace } from './yaml.ts';

/** Derives records from the files of a seed, with every fault in their references to each other. */
export function deriveSeed(files: SeedFiles): { records: ImportRecords; faults: Remark[]; notes: Remark[] } {
  const collector = new Collector(files.unread);
  sources(files, collector);
  for (const addTo of files.lists) addTo(collector);
  // Terms come last: the evidence of MENTIONS is chosen by the pages of the provisions.
  for (const tree of files.regulations) deriveLaw(tree, collector);
  for (const tree of files.regulations) placeInCode(tree, collector);
  for (const term of files.terms) deriveTerm(term, collector);
  markAdded(collector);

  const notes: Remark[] = [];
  const note = (place: SeedPlace, message: string) => void notes.push({ ...place, message });
  checkEnds(collector);
  checkCycles(collector);
  checkNames(collector, note);
  noteUnusedSources(collector, note);
  return { records: collector.records(), faults: collector.faults, notes };
}

function sources(files: SeedFiles, collector: Collector): void {
  for (const { value, at } of files.sources) {
    for (const [i, { id, name, ...source }] of value.entries()) {
      collector.source({ id: `Source:${id}`, name, ...defined(source) }, at(i));
    }
  }
}
