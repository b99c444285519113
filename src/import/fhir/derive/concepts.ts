import { createHash } from 'node:crypto';
import { groupBy } from '../../../model/group.ts';
import type { AliasRecord, TermRecord } from '../../../model/records.ts';
import { slugIn } from '../../../model/vocabulary.ts';
import { withoutEscapes } from '../../../prose/escapes.ts';
import { nameKey } from '../../../search/words.ts';
import { slugOf } from '../../slug.ts';
import type { Concept } from '../read/code-system.ts';
import type { CodeSystem } from '../read/resources.ts';
import type { GuideCollector } from './guide-collector.ts';

/** The vocabulary and source of a guide's concepts. */
export interface ConceptPlace {
  /** The key of the guide's vocabulary. */
  vocabulary: string;
  /** The id of the guide's source. */
  sourceId: string;
}

/** A concept that becomes a term. */
interface Coded {
  system: CodeSystem;
  concept: Concept;
  slug: string;
}

/**
 * Creates terms for the concepts of code systems. Each slug combines the code system and the code, because a concept
 * named "active" in one code system is not the same as one in another. The versions of a guide share a vocabulary, and
 * therefore also the terms of their concepts.
 *
 * @param idOf the id of a code system in the graph
 */
export function addConcepts(
  collector: GuideCollector,
  systems: readonly CodeSystem[],
  place: ConceptPlace,
  idOf: (system: CodeSystem) => string,
): { terms: number; aliases: number } {
  const { vocabulary } = place;
  const coded = slugged(systems, vocabulary);
  const bySystem = new Map(systems.map((system) => [system, new Map<string, string>()]));
  for (const { system, concept, slug } of coded) bySystem.get(system)?.set(concept.code, `Term:${slug}`);
  let aliases = 0;
  for (const one of coded) {
    const { system, concept, slug } = one;
    const term = termOf(one, place);
    collector.add(system.file, term);
    collector.relate('ABOUT', term.id, idOf(system));
    const wider = concept.parent === undefined ? undefined : bySystem.get(system)?.get(concept.parent);
    if (wider !== undefined) collector.relate('BROADER', term.id, wider);
    for (const alias of aliasesOf(concept, { slug, termName: term.name, vocabulary })) {
      collector.add(system.file, alias);
      collector.relate('ALIAS_OF', alias.id, term.id);
      aliases += 1;
    }
  }
  return { terms: coded.length, aliases };
}

function slugged(systems: readonly CodeSystem[], vocabulary: string): Coded[] {
  const coded = systems.flatMap((system) =>
    system.concepts.map((concept): Coded => ({ system, concept, slug: plainSlug(system, concept.code, vocabulary) })),
  );
  // "Drug" and "DRUG" have one slug, and so do "3" and "3+": the first by code keeps it, so that it does not depend on the
  // order of files or concepts.
  for (const [slug, alike] of groupBy(coded, (one) => one.slug)) {
    const inOrder = alike.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    for (const one of inOrder.slice(1)) one.slug = `${slug}-${shortHash(nameOf(one))}`;
  }
  return coded;
}

const plainSlug = ({ id }: CodeSystem, code: string, vocabulary: string) =>
  slugIn(vocabulary, slugOf(`${id}-${slugOf(code) || shortHash(code)}`));
const nameOf = ({ system, concept }: Coded) => `${system.id}|${concept.code}`;
const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

function termOf(
  { system, concept: { code, display, definition }, slug }: Coded,
  { vocabulary, sourceId }: ConceptPlace,
): TermRecord {
  const name = display?.trim() || code;
  return {
    kind: 'TERM',
    id: `Term:${slug}`,
    label: name,
    slug,
    vocabulary,
    name,
    notation: code,
    category: system.title ?? system.name ?? system.id,
    sourceIds: [sourceId],
    ...(definition?.trim() && { shortDefinition: withoutEscapes(definition.trim()) }),
    keyTakeaways: [],
    sectionHeadings: [],
    sectionBodies: [],
  };
}

/**
 * The aliases of a concept: its designations other than its name. Only its own, because they do not name another concept.
 */
function aliasesOf(
  { designations }: Concept,
  { slug, termName, vocabulary }: { slug: string; termName: string; vocabulary: string },
): AliasRecord[] {
  const seen = new Set([nameKey(termName)]);
  const ids = new Set<string>();
  return designations.flatMap((value): AliasRecord[] => {
    const name = value.trim();
    if (name === '' || seen.has(nameKey(name))) return [];
    seen.add(nameKey(name));
    const plain = `Alias:${slug}-${slugOf(name)}`;
    const id = ids.has(plain) || slugOf(name) === '' ? `Alias:${slug}-${shortHash(name)}` : plain;
    ids.add(id);
    return [{ kind: 'ALIAS', id, label: name, name, vocabulary, aliasKind: 'SYNONYM' }];
  });
}
