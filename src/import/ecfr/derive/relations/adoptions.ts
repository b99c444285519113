import { defined } from '../../../../model/defined.ts';
import type { ParsedAdoption } from '../../analyze/adoptions.ts';
import { quoted, type StatedRelation, state } from './state.ts';

/**
 * The relations for the items that a part adopts, with the dates that the law states. If an item has no key in
 * Glossograph, the target's id is derived from the adopting paragraph. No import creates an entity with such an id, so
 * the relation stays pending and keeps its words.
 */
export function adoptionsOf(adoptions: readonly ParsedAdoption[], sourceId: string): StatedRelation[] {
  const byKey = new Map<string, StatedRelation>();
  const counts = new Map<string, number>();
  for (const { by, key, quote, from, to } of adoptions) {
    const evidence = quoted(by, quote, sourceId);
    const text = evidence.quote ?? '';
    const nth = key === undefined ? (counts.get(by.id) ?? 0) + 1 : 1;
    if (key === undefined) counts.set(by.id, nth);
    const one = state(
      by,
      {
        type: 'ADOPTS',
        to: `Standard:${key ?? by.id.slice('Regulation:'.length)}`,
        open: true,
        text,
        evidence: [evidence],
        ...defined({ validFrom: from, validTo: to }),
        ...(from !== undefined && { validFromBasis: 'STATED' as const }),
      },
      { same: `${from}/${to}/${key ?? text}`, apart: nth === 1 ? '' : `~${nth}` },
    );
    const known = byKey.get(one.key);
    if (known) known.relation.evidence.push(evidence);
    else byKey.set(one.key, { ...one, stated: true });
  }
  return [...byKey.values()];
}
