import { fragment } from '../../src/plan/fragment.ts';

/** Questions about standards. */
export const standard = {
  byKey: fragment<{ key: string }>('standard/by-key'),
  all: fragment<{ level?: string | null | undefined }>('standard/all'),
  ancestors: fragment('standard/ancestors'),
  children: fragment('standard/children'),
  mapsTo: fragment('standard/maps-to'),
  mappedFrom: fragment('standard/mapped-from'),
  implements: fragment('standard/implements'),
  implementedBy: fragment('standard/implemented-by'),
  supersedes: fragment('standard/supersedes'),
  supersededBy: fragment('standard/superseded-by'),
  adoptions: fragment<{ asOf?: string | null | undefined }>('standard/adoptions'),
  inForce: fragment<{ asOf: string }>('standard/in-force'),
  terms: fragment('standard/terms'),
};
