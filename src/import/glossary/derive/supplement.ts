import { defined } from '../../../model/defined.ts';
import { type AliasRecord, type RelationRecord, relationId } from '../../../model/records.ts';
import { slugIn, type VocabularyRecord } from '../../../model/vocabulary.ts';
import { spellingKey } from '../../../search/words.ts';
import { distinctSlugs } from '../../slug.ts';
import type { DerivedGlossary } from './derive.ts';
import type { Gathered, GatheredAlias } from './gather.ts';
import type { Sources } from './sources.ts';

/** A term of the supplemented system. */
export interface SupplementedTerm {
  id: string;
  name: string;
  notation: string;
}

/**
 * Derives the records of a supplement: other names for the concepts of a code system in the graph. A supplement creates
 * no concepts. A code that is not in the system is omitted.
 *
 * @param vocabulary the vocabulary of the supplemented system
 */
export function deriveSupplement(
  { terms, leftOut }: Gathered,
  known: readonly SupplementedTerm[],
  vocabulary: VocabularyRecord,
  sources: Sources,
): DerivedGlossary {
  const byNotation = new Map(known.map((term) => [term.notation, term]));
  const left = [...leftOut];
  const named = new Map<string, { alias: GatheredAlias; of: Set<string> }>();
  for (const { aliases, concept } of terms.values()) {
    const term = byNotation.get(concept.notation ?? '');
    if (term === undefined) {
      left.push(
        `The code "${concept.notation}" was left out, because the supplemented code system does not contain it.`,
      );
      continue;
    }
    for (const alias of aliases.values()) {
      if (spellingKey(alias.name) === spellingKey(term.name)) continue;
      const one = named.get(alias.key) ?? { alias, of: new Set() };
      named.set(alias.key, { ...one, of: one.of.add(term.id) });
    }
  }
  const slugs = distinctSlugs(named.keys(), () => false);
  const entities: AliasRecord[] = [];
  const relations: RelationRecord[] = [];
  for (const [key, { alias, of }] of named) {
    const { name, kind, language } = alias;
    const id = `Alias:${slugIn(vocabulary.key, slugs.get(key) ?? '')}`;
    entities.push({
      ...{ kind: 'ALIAS', id, label: name, name, vocabulary: vocabulary.key, aliasKind: kind },
      ...defined({ language }),
    });
    for (const to of of) {
      const relation = relationId('ALIAS_OF', id, to);
      relations.push({ id: relation, type: 'ALIAS_OF', from: id, to, evidence: sources.evidence() });
    }
  }
  return {
    records: { entities, relations, sources: sources.records(), vocabularies: [vocabulary] },
    ...{ merges: [], ambiguous: [], joinedAliases: 0, leftOut: left },
  };
}
