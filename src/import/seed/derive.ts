import { defined } from '../../model/defined.ts';
import type { Remark } from '../../store/errors.ts';
import { markAdded } from './added.ts';
import { checkCycles, checkEnds, checkNames, noteUnusedSources } from './checks.ts';
import { Collector } from './collector.ts';
import { placeInCode } from './divisions.ts';
import { deriveLaw } from './law.ts';
import type { SeedFiles } from './read.ts';
import { deriveTerm } from './term.ts';
import type { SeedPlace } from './yaml.ts';

/** The contents of a seed's files, and every error in their references to one another. */
export interface DerivedSeed {
  collector: Collector;
  faults: Remark[];
  notes: Remark[];
}

/** Derives records from the files of a seed. */
export function deriveSeed(files: SeedFiles): DerivedSeed {
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
  return { collector, faults: collector.faults, notes };
}

function sources(files: SeedFiles, collector: Collector): void {
  for (const { value, at } of files.sources) {
    for (const [i, { id, name, ...source }] of value.entries()) {
      collector.source({ id: `Source:${id}`, name, ...defined(source) }, at(i));
    }
  }
}
