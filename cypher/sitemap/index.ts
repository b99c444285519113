import { type EntityKind, LABEL_OF } from '../../src/model/kinds.ts';
import { readCypher } from '../../src/plan/fragment.ts';

const IDS = readCypher('sitemap/ids');

/** What a map of all pages asks. Labels come from the enum of kinds. */
export const sitemap = {
  /** Rows of `{ id }`; takes `skip` and `limit`, Cypher integers. */
  ids: (kind: EntityKind): string => IDS.replace('LABEL', LABEL_OF[kind]),
  /** One row, a count for each kind. */
  counts: (kinds: readonly EntityKind[]): string =>
    `RETURN ${kinds.map((kind) => `COUNT { (:${LABEL_OF[kind]}) } AS ${kind}`).join(', ')}`,
};
