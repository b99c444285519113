import { statement } from '../../src/graph/statement.ts';
import type { StandardLevel } from '../../src/model/kinds.ts';

/** A resource, data type or profile in the graph. */
export interface StructureRow {
  /** "us-core/6.1.0/us-core-patient". */
  key: string;
  level: StandardLevel;
  name: string;
  /** The label in pictures: for a profile, its title. */
  title: string;
  canonical: string | null;
}

/** An element of a structure: "us-core/6.1.0/us-core-patient.name". */
export interface ElementRow {
  key: string;
  path: string | null;
  types: string[] | null;
}

/** The statements of the importer of USCDI tables (`src/import/uscdi/`). Entities and relations are written through `store`. */
export const uscdi = {
  structures: statement<{ guide: string }, { version: string; structures: StructureRow[] }>('uscdi/structures'),
  elements: statement<{ rows: readonly { key: string }[] }, ElementRow>('uscdi/elements'),
};
