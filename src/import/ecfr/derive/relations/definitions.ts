import { formatCitation, regulationId } from '../../../../model/citation.ts';
import { defined } from '../../../../model/defined.ts';
import { wordsOf } from '../../../../search/words.ts';
import type { ParsedDefinition } from '../../analyze/definitions.ts';
import type { LawNames } from '../law-names.ts';
import { quoted, type StatedRelation, state } from './state.ts';

/** Creates one relation for each term, provision, and scope. */
export function definitionsOf(
  definitions: readonly ParsedDefinition[],
  { sourceId, names }: { sourceId: string; names: LawNames },
): StatedRelation[] {
  const byKey = new Map<string, StatedRelation>();
  for (const one of definitions) {
    const { by, text, quote, references, scopes, awaits, kind, from, to } = one;
    const [scopeId = by.id, ...alsoScopeIds] = scopes.map(regulationId);
    const relation = state(
      by,
      {
        type: 'DEFINES',
        to: names.term(one.names),
        text,
        scopeId,
        scopeCitations: scopes.map(formatCitation),
        definitionKind: kind,
        names: one.names.map((name) => wordsOf(name).join(' ')),
        evidence: [quoted(by, quote, sourceId)],
        ...defined({ validFrom: from, validTo: to, awaitedScope: awaits }),
        ...(alsoScopeIds.length > 0 && { alsoScopeIds }),
        ...(references.length > 0 && {
          refersTo: references.map(({ citation }) => citation),
          refersAs: references.map(({ as }) => as),
          refersQuotes: references.map((reference) => reference.quote),
          refersRoles: references.map(({ role }) => role),
        }),
      },
      { same: JSON.stringify([text, scopes, awaits, kind, references, from, to]) },
    );
    byKey.set(relation.key, relation);
  }
  return [...byKey.values()];
}
