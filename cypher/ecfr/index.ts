import { statement } from '../../src/graph/statement.ts';
import type { AmendmentDays } from '../../src/law/amendment-days.ts';
import type { AmendingRule } from '../../src/law/noted.ts';
import type { RegulationLevel } from '../../src/model/kinds.ts';

interface Origin {
  origin: string;
}
/** What the origins of an importer begin with: "ecfr:". */
interface Own {
  own: string;
}
/** An edition of a part, and the hashes of its files, each with the length of the part's text in the file. */
interface StoredEdition {
  asOf: string;
  packed: Int8Array;
  files: string[];
  lengths: number[];
}
/** The days of one section. */
interface UnitDays extends AmendmentDays {
  unitId: string;
}
/** A term or statute of another import, and the imports of the eCFR that have relations to it. */
export interface Borrowed {
  id: string;
  origins: string[];
}
interface Named {
  id: string;
  name: string;
}

/** The statements of the eCFR importer (`src/import/ecfr/import.ts`); entities and relations are written through `store`. */
export const ecfr = {
  editions: statement<Origin, StoredEdition>('ecfr/editions'),
  putEdition: statement<Origin & StoredEdition & { amending: string }>('ecfr/put-edition'),
  knownStatutes: statement<Own, Named & { citation: string }>('ecfr/known-statutes'),
  ownTerms: statement<Own, { id: string; origins: string[]; names: string[] }>('ecfr/own-terms'),
  knownParts: statement<object, { id: string }>('ecfr/known-parts'),
  above: statement<{ id: string; own: string | null }, { id: string; citation: string; level: RegulationLevel }>(
    'ecfr/above',
  ),
  amending: statement<Own, AmendingRule>('ecfr/amending'),
  amendmentDays: statement<object, UnitDays>('ecfr/amendment-days'),
  putAmendmentDays: statement<Origin & { rows: readonly UnitDays[] }, object>('ecfr/put-amendment-days'),
  partsAmended: statement<object, Origin & { digests: string[] }>('ecfr/parts-amended'),
  awaiting: statement<Own, Origin>('ecfr/awaiting'),
  borrowed: statement<Own, Borrowed>('ecfr/borrowed'),
};
