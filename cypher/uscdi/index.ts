import { statement } from '../../src/graph/statement.ts';
import type { StandardLevel } from '../../src/model/kinds.ts';

/** A resource, data type or profile, as the graph has it. */
export interface StructureRow {
  /** "us-core/6.1.0/us-core-patient". */
  key: string;
  level: StandardLevel;
  name: string;
  /** What a picture shows: of a profile, its title. */
  title: string;
  canonical: string | null;
}

/** An element of one of them: "us-core/6.1.0/us-core-patient.name". */
export interface ElementRow {
  key: string;
  path: string | null;
  types: string[] | null;
}

/** What the importer of USCDI tables reads (`src/import/uscdi/import.ts`); what it writes goes through `store`. */
export const uscdi = {
  structures: statement<{ guide: string }, { version: string; structures: StructureRow[] }>('uscdi/structures'),
  elements: statement<{ rows: readonly { key: string }[] }, ElementRow>('uscdi/elements'),
};
