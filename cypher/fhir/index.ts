import { statement } from '../../src/graph/statement.ts';
import type { StandardLevel } from '../../src/model/kinds.ts';

/** The statements of the importer of FHIR packages (`src/import/fhir/`); what it writes goes through `store`. */
export const fhir = {
  guides: statement<
    object,
    {
      key: string;
      level: StandardLevel;
      canonical: string | null;
      package: string | null;
      version: string | null;
      origins: string[];
    }
  >('fhir/guides'),
  organizations: statement<{ own: string }, { id: string; names: string[] }>('fhir/organizations'),
  baseless: statement<{ origins: readonly string[] }, { key: string; base: string }>('fhir/baseless'),
  pending: statement<{ origins: readonly string[] }, { version: string; count: number }>('fhir/pending'),
};
