import type { ImportRecords } from '../../model/records.ts';
import type { Remark } from '../../store/errors.ts';
import { checkCycles, checkEnds, checkNames, noteUnusedSources } from './checks.ts';
import { Collector, type Said } from './collector.ts';
import { defined } from './defined.ts';
import { deriveLaw } from './law.ts';
import type { SeedFiles } from './read.ts';
import type { Alias } from './shapes.ts';
import { deriveTerm } from './term.ts';
import type { Path, Place, Read } from './yaml.ts';

/** Records from the files of a seed, with every fault of the ways in which they refer to each other. */
export function deriveSeed(files: SeedFiles): { records: ImportRecords; faults: Remark[]; notes: Remark[] } {
  const collector = new Collector(files.unread);
  sources(files, collector);
  organizations(files, collector);
  statutes(files, collector);
  standards(files, collector);
  // Terms last: the evidence of what provisions mention is chosen by the provisions' pages.
  for (const tree of files.regulations) deriveLaw(tree, collector);
  for (const term of files.terms) deriveTerm(term, collector);

  const notes: Remark[] = [];
  const note = (place: Place, message: string) => void notes.push({ ...place, message });
  checkEnds(collector);
  checkCycles(collector);
  checkNames(collector, note);
  noteUnusedSources(collector, note);
  return { records: collector.records(), faults: collector.faults, notes };
}

function sources(files: SeedFiles, collector: Collector): void {
  each(files.sources, ({ id, name, ...source }, at) => {
    collector.source({ id: `Source:${id}`, name, ...defined(source) }, at());
  });
}

function organizations(files: SeedFiles, collector: Collector): void {
  each(files.organizations, ({ slug, name, role, summary, url, aliases, sources }, at) => {
    const id = `Organization:${slug}`;
    collector.entity({ kind: 'ORGANIZATION', id, label: name, name, role, ...defined({ summary, url }) }, at());
    named(collector, id, aliases, sources, at);
  });
}

function statutes(files: SeedFiles, collector: Collector): void {
  each(files.statutes, ({ slug, citation, name, summary, url, aliases, publishedBy, sources }, at) => {
    const id = `Statute:${slug}`;
    collector.entity({ kind: 'STATUTE', id, label: name, citation, name, ...defined({ summary, url }) }, at());
    named(collector, id, aliases, sources, at);
    if (publishedBy === undefined) return;
    const to = `Organization:${publishedBy}`;
    collector.relate({ type: 'PUBLISHED_BY', from: id, to, sources, place: at('publishedBy') });
  });
}

function standards(files: SeedFiles, collector: Collector): void {
  const inside = new Map<string, number>();
  each(files.standards, (standard, at) => {
    const { key, name, level, aliases, sources, partOf, supersedes, publishedBy, ...more } = standard;
    const { implements: on, mapsTo, ...properties } = more;
    const id = `Standard:${key}`;
    collector.entity({ kind: 'STANDARD', id, label: name, key, name, level, ...defined(properties) }, at());
    named(collector, id, aliases, sources, at);
    const relate = (type: Said['type'], to: string, path: Path, more: Partial<Said> = {}) =>
      collector.relate({ type, from: id, to, sources, place: at(...path), ...more });
    if (partOf !== undefined) {
      const position = inside.get(partOf) ?? 0;
      inside.set(partOf, position + 1);
      relate('PART_OF', `Standard:${partOf}`, ['partOf'], { position });
    }
    for (const [i, other] of on.entries()) relate('IMPLEMENTS', `Standard:${other}`, ['implements', i]);
    for (const [i, other] of mapsTo.entries()) relate('MAPS_TO', `Standard:${other}`, ['mapsTo', i]);
    if (supersedes !== undefined) relate('SUPERSEDES', `Standard:${supersedes}`, ['supersedes']);
    if (publishedBy !== undefined) relate('PUBLISHED_BY', `Organization:${publishedBy}`, ['publishedBy']);
  });
}

/** The other names of a thing, and the sources on which all that is said of it rests. */
function named(
  collector: Collector,
  id: string,
  aliases: readonly Alias[],
  sources: readonly string[],
  at: (...path: Path) => Place,
): void {
  for (const [i, source] of sources.entries()) collector.rely(source, at('sources', i));
  for (const [i, { name, kind }] of aliases.entries()) collector.alias(name, kind, id, sources, at('aliases', i));
}

/** The items of files that hold lists, each with the places of its own parts. */
function each<Item>(read: readonly Read<Item[]>[], take: (item: Item, at: Read<Item>['at']) => void): void {
  for (const { value, at } of read) {
    for (const [i, item] of value.entries()) take(item, (...path) => at(i, ...path));
  }
}
