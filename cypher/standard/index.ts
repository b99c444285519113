import { fragment } from '../../src/plan/fragment.ts';

type AsOf = { asOf?: string | null | undefined };
type OfLevel = { level?: string | null | undefined };

/** A row of `binding`. */
export interface BindingRow {
  valueSet: string | null;
  strength: string | null;
}

/** A row of `changesChanged`: a part before and after. */
export interface ChangeRow {
  fields: string[];
}

/** A row of `changes`. */
export interface ChangesRow {
  imported: boolean;
  fields: string[];
}

/** Standards, their parts and their versions. */
export const standard = {
  byKey: fragment<{ key: string }>('standard/by-key'),
  all: fragment<OfLevel>('standard/all'),
  ofLevel: fragment<OfLevel>('standard/of-level'),
  ancestors: fragment('standard/ancestors'),
  children: fragment<OfLevel>('standard/children'),
  mapsTo: fragment<OfLevel>('standard/maps-to'),
  mappedFrom: fragment<OfLevel>('standard/mapped-from'),
  implements: fragment<OfLevel>('standard/implements'),
  implementedBy: fragment<OfLevel>('standard/implemented-by'),
  supersedes: fragment('standard/supersedes'),
  supersededBy: fragment('standard/superseded-by'),
  adoptions: fragment<AsOf>('standard/adoptions'),
  requiredBy: fragment<AsOf>('standard/required-by'),
  terms: fragment('standard/terms'),
  binding: fragment('standard/binding'),
  boundValueSet: fragment('standard/bound-value-set'),
  changes: fragment<{ version: string }>('standard/changes'),
  changesFrom: fragment('standard/changes-from'),
  changesAdded: fragment('standard/changes-added'),
  changesRemoved: fragment('standard/changes-removed'),
  changesChanged: fragment('standard/changes-changed'),
  changeBefore: fragment('standard/change-before'),
  changeAfter: fragment('standard/change-after'),
};
