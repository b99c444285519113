import { defined } from '../../../../model/defined.ts';
import type { ParsedAdoption } from '../../analyze/adoptions.ts';
import { quoted, type StatedRelation, state } from './state.ts';

/** The relation of an adoption, with the dates that the law states for it. */
export function adoptionOf({ by, key, quote, from, to }: ParsedAdoption, sourceId: string): StatedRelation {
  const adoption = {
    type: 'ADOPTS' as const,
    to: `Standard:${key}`,
    open: true,
    evidence: [quoted(by, quote, sourceId)],
    ...defined({ validFrom: from, validTo: to }),
  };
  return { ...state(by, adoption, { same: `${from}/${to}` }), stated: true };
}
