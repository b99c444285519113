import { createHash } from 'node:crypto';
import { groupBy } from '../../../model/group.ts';
import type { AliasRecord, TermRecord } from '../../../model/records.ts';
import { withoutEscapes } from '../../../prose/escapes.ts';
import { nameKey } from '../../../search/words.ts';
import { slugOf } from '../../slug.ts';
import type { Concept } from '../read/code-system.ts';
import type { CodeSystem } from '../read/resources.ts';
import type { GuideCollector } from './guide-collector.ts';

/** A concept that becomes a term. */
interface Coded {
  system: CodeSystem;
  concept: Concept;
  slug: string;
}

/**
 * Creates terms for the concepts of code systems. Each slug combines the code system and the code, because a concept
 * called "active" is neither the glossary's term of that name nor another code system's.
 *
 * @param idOf the id of a code system in the graph
 * @param isTaken whether another import owns the term with this id
 */
export function addConcepts(
  collector: GuideCollector,
  systems: readonly CodeSystem[],
  idOf: (system: CodeSystem) => string,
  isTaken: (id: string) => boolean,
): { terms: number; aliases: number } {
  const coded = slugged(systems, isTaken);
  const bySystem = new Map(systems.map((system) => [system, new Map<string, string>()]));
  for (const { system, concept, slug } of coded) bySystem.get(system)?.set(concept.code, `Term:${slug}`);
  let aliases = 0;
  for (const one of coded) {
    const { system, concept, slug } = one;
    const term = termOf(one);
    collector.add(system.file, term);
    collector.relate('ABOUT', term.id, idOf(system));
    const wider = concept.parent === undefined ? undefined : bySystem.get(system)?.get(concept.parent);
    if (wider !== undefined) collector.relate('BROADER', term.id, wider);
    for (const alias of aliasesOf(concept, slug, term.name)) {
      collector.add(system.file, alias);
      collector.relate('ALIAS_OF', alias.id, term.id);
      aliases += 1;
    }
  }
  return { terms: coded.length, aliases };
}

/** The ids of the concepts, as long as no other term has them. */
export function plainIds(systems: readonly CodeSystem[]): string[] {
  return systems.flatMap((system) => system.concepts.map(({ code }) => `Term:${plainSlug(system, code)}`));
}

function slugged(systems: readonly CodeSystem[], isTaken: (id: string) => boolean): Coded[] {
  const coded = systems.flatMap((system) =>
    system.concepts.map((concept): Coded => ({ system, concept, slug: plainSlug(system, concept.code) })),
  );
  // "Drug" and "DRUG" have one slug, and so do "3" and "3+": the first by code keeps it, so that it does not depend on the
  // order of files or concepts.
  for (const [slug, alike] of groupBy(coded, (one) => one.slug)) {
    const inOrder = alike.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    for (const one of isTaken(`Term:${slug}`) ? inOrder : inOrder.slice(1))
      one.slug = `${slug}-${shortHash(nameOf(one))}`;
  }
  return coded;
}

const plainSlug = ({ id }: CodeSystem, code: string) => slugOf(`${id}-${slugOf(code) || shortHash(code)}`);
const nameOf = ({ system, concept }: Coded) => `${system.id}|${concept.code}`;
const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

function termOf({ system, concept: { code, display, definition }, slug }: Coded): TermRecord {
  const name = display?.trim() || code;
  return {
    kind: 'TERM',
    id: `Term:${slug}`,
    label: name,
    slug,
    name,
    notation: code,
    category: system.title ?? system.name ?? system.id,
    ...(definition?.trim() && { shortDefinition: withoutEscapes(definition.trim()) }),
    keyTakeaways: [],
    sectionHeadings: [],
    sectionBodies: [],
  };
}

/**
 * The aliases of a concept: its designations other than its name. Only its own, because they do not name another concept.
 */
function aliasesOf({ designations }: Concept, slug: string, termName: string): AliasRecord[] {
  const seen = new Set([nameKey(termName)]);
  const ids = new Set<string>();
  return designations.flatMap((value): AliasRecord[] => {
    const name = value.trim();
    if (name === '' || seen.has(nameKey(name))) return [];
    seen.add(nameKey(name));
    const plain = `Alias:${slug}-${slugOf(name)}`;
    const id = ids.has(plain) || slugOf(name) === '' ? `Alias:${slug}-${shortHash(name)}` : plain;
    ids.add(id);
    return [{ kind: 'ALIAS', id, label: name, name, aliasKind: 'SYNONYM' }];
  });
}
