/** Determines what a view omits from every query. Pure. */
import { ENTITY_KINDS, type EntityKind, kindOf } from '../../../model/kinds.ts';
import type { RelationType } from '../../../model/relations.ts';
import { isQuiet, QUIET_TYPES, type View } from '../view/view.ts';

/** The API arguments that filter a picture. Null means that nothing is omitted. */
export interface Filter {
  readonly excludeTypes: readonly RelationType[] | null;
  readonly kinds: readonly EntityKind[] | null;
  readonly vocabularies: readonly string[] | null;
}

/** A filter that omits nothing. */
export const UNFILTERED: Filter = { excludeTypes: null, kinds: null, vocabularies: null };

/**
 * The relation types that a view omits: those that the user turned off, and mentions and aliases unless the user turned
 * them on.
 */
export function typesLeftOut(view: View): RelationType[] {
  const aboutAlias = view.base.kind === 'around' && view.base.of.some((id) => kindOf(id) === 'ALIAS');
  const quiet = QUIET_TYPES.filter((type) => !view.wantedTypes.includes(type) && !(type === 'ALIAS_OF' && aboutAlias));
  return [...quiet, ...view.hiddenTypes.filter((type) => !isQuiet(type))];
}

/** The filter for every query of a view. */
export function filterOf(view: View): Filter {
  const excludeTypes = typesLeftOut(view);
  const hidden = new Set<EntityKind>(view.hiddenKinds);
  // Without their relation, other names would be loose dots among the best connected.
  if (view.base.kind === 'whole' && excludeTypes.includes('ALIAS_OF')) hidden.add('ALIAS');
  return {
    excludeTypes: excludeTypes.length > 0 ? excludeTypes : null,
    kinds: hidden.size > 0 ? ENTITY_KINDS.filter((kind) => !hidden.has(kind)) : null,
    vocabularies: view.vocabularies.length > 0 ? view.vocabularies : null,
  };
}
